// One contest: its parts as tabs, chosen by where it stands.

/**
 * @import { ContestJson } from "../wire"
 * @import { Office } from "./office.js"
 */
import { createButton, fillWith, focusOn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { createBoard } from "./board.js";
import { createLog } from "./log.js";
import { sayState } from "./parts.js";
import { createPreparing } from "./prepare.js";
import { createResults } from "./results.js";

/**
 * Where a part of a contest's screen stands; `hear` is told what the part hears of the contest.
 * @typedef {{
 *   office: Office,
 *   contest: ContestJson,
 *   hear: (contest: ContestJson) => void,
 *   open: (name: string, takesFocus: boolean) => void,
 * }} PartPlace
 *
 * @typedef {{ element: HTMLElement, dispose?: () => void }} Part
 */

/** @type {Record<string, string | undefined>} */
const first = { upcoming: "prepare", closed: "results", cancelled: "log" };

/**
 * @param {Office} office
 * @param {ContestJson} contest
 * @param {string} [wanted]
 */
export function createContestView(office, contest, wanted) {
  const { words, rights } = office;
  /** @type {Record<string, (place: PartPlace) => Part>} */
  const tabs = {
    ...(rights.data ? { prepare: createPreparing } : {}),
    day: createBoard,
    results: createResults,
    ...(rights.people ? { log: createLog } : {}),
  };
  const heading = h("h1", { tabindex: -1 }, contest.title);
  const state = h(
    "p",
    {},
    sayState(words, contest.state),
    " ",
    h("span", { class: "lc-small" }, contest.window),
  );
  const body = h("div", {});
  const buttons = Object.keys(tabs).map((name) =>
    createButton(words[`tab_${name}`], "lc-tab", () => open(name, true)),
  );
  /** @type {Part | null} */
  let current = null;

  // Parts tell what they hear of the contest: its state may change while they are open.
  /** @param {ContestJson} heard */
  const hear = (heard) => {
    contest = heard;
    fillWith(state, sayState(words, heard.state), " ", h("span", { class: "lc-small" }, heard.window));
  };
  /**
   * @param {string} name
   * @param {boolean} takesFocus
   */
  const open = (name, takesFocus) => {
    current?.dispose?.();
    current = tabs[name]({ office, contest, hear, open });
    Object.keys(tabs).forEach((each, index) => {
      buttons[index].setAttribute("aria-current", String(each === name));
    });
    fillWith(body, current.element);
    window.history.replaceState(null, "", new URL(`#${contest.slug}/${name}`, window.location.href));
    if (takesFocus) focusOn(buttons[Object.keys(tabs).indexOf(name)]);
  };
  const start = first[contest.state] ?? "day";
  open(wanted && wanted in tabs ? wanted : start in tabs ? start : "day", false);
  const element = h(
    "div",
    {},
    createButton([createIcon("back"), words.back], "lc-quiet lc-back lc-chrome", () => office.openList()),
    heading,
    state,
    h("nav", { class: "lc-office-tabs lc-chrome", "aria-label": words.tabs }, buttons),
    body,
  );
  return { element, heading, dispose: () => current?.dispose?.() };
}
