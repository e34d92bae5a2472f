// A projected screen that is turned page by page: where one is, how to turn it, how large its type is.

import { createButton, fillIn, h } from "./dom.js";
import { createIcon } from "./icons.js";
import { createPager } from "./pager.js";
import { createProjector } from "./projector.js";
import { createReach } from "./reach.js";

/** @typedef {ReturnType<typeof createStage>} Stage */

// `kind` is the class of the paged element; `move(by)` leaves its first or last page and returns
// whether there was anything; `name()` says what is on show, such as "2/5"; `onplace` hears of
// every change of what the class sees.
/**
 * @param {{
 *   root: HTMLElement,
 *   texts: Record<string, string>,
 *   kind: string,
 *   move: (by: number) => boolean,
 *   name: () => string,
 *   acts?: Record<string, () => unknown>,
 *   onplace?: () => unknown,
 * }} options
 */
export function createStage({ root, texts, kind, move, name, acts = {}, onplace = () => {} }) {
  const reach = createReach(root);
  const where = h("p", { class: "lc-projector-place", role: "status" });
  const home = h("span", { class: "lc-projector-home" });
  const spot = h("span", {});

  const tell = () => {
    const told = sayPlace(name(), pager.place(), texts);
    if (where.textContent !== told) where.textContent = told;
    onplace();
  };
  /** @param {number} by */
  const go = (by) => {
    projector.hint.textContent = projector.isOn() ? texts.projector_keys : "";
    if (!pager.turn(by)) move(by);
    return true;
  };
  /** @param {number} by */
  const resize = (by) => {
    const distance = reach.step(by);
    pager.refresh();
    projector.hint.textContent = fillIn(texts.projector_reach, { distance });
    tell();
  };
  /** @param {boolean} isOn */
  const project = (isOn) => {
    (isOn ? spot : home).append(projector.toggle);
    pager.refresh();
    // The space bar of a clicker must turn the page and not press the button again.
    if (isOn) pager.element.focus({ preventScroll: true });
    else projector.toggle.focus({ preventScroll: true });
    tell();
  };
  const pager = createPager({ kind, onturn: tell });
  pager.element.tabIndex = -1;
  const projector = createProjector({
    root,
    texts,
    move: go,
    acts: { "+": () => resize(1), "=": () => resize(1), "-": () => resize(-1), ...acts },
    ontoggle: project,
    onblack: onplace,
  });
  root.classList.add("lc-paged");
  home.append(projector.toggle);
  const bar = h(
    "div",
    { class: "lc-projector-bar" },
    h(
      "div",
      { class: "lc-projector-turn" },
      createNamed(createIcon("back"), texts.projector_back, () => go(-1)),
      where,
      createNamed(createIcon("forward"), texts.projector_on, () => go(1)),
    ),
    projector.hint,
    createNamed("A\u2212", texts.projector_smaller, () => resize(-1)),
    createNamed("A+", texts.projector_larger, () => resize(1)),
    spot,
  );
  return {
    pager,
    projector,
    home,
    bar,
    go,
    tell,
    distance: reach.get,
    dispose() {
      projector.dispose();
      pager.dispose();
      root.classList.remove("lc-paged", "lc-projector");
    },
  };
}

// "2/5" and which page of how many; what fits on one page says nothing of pages.
/**
 * @param {string} name
 * @param {{ page: number, pages: number }} place
 * @param {Record<string, string>} texts
 */
export function sayPlace(name, { page, pages }, texts) {
  if (pages === 1) return name;
  return `${name} \u00b7 ${fillIn(texts.projector_page, { page: page + 1, pages })}`;
}

/**
 * @param {string | Node} sign
 * @param {string} name
 * @param {() => unknown} act
 */
function createNamed(sign, name, act) {
  const button = createButton(sign, "lc-quiet", act);
  button.setAttribute("aria-label", name);
  button.title = name;
  return button;
}
