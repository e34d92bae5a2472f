// What is shown on the wall: how to enter, how much time, how many. No name is in it.

/**
 * @import { ContestJson, CountsJson, LookedJson } from "../wire"
 * @import { Office } from "./office.js"
 */
import { fillIn, fillWith, h } from "../shared/dom.js";
import { createProjector } from "../shared/projector.js";
import { formatLeft } from "./parts.js";

/** @type {(keyof CountsJson)[]} */
const counted = ["entered", "working", "submitted"];
const live = ["upcoming", "open"];

/** @param {{ office: Office, contest: ContestJson }} options */
export function createWall({ office, contest }) {
  const { words, root, link } = office;
  const projector = createProjector({
    root,
    texts: words,
    move: () => false,
    ontoggle: (isOn) => project(isOn),
  });
  const way = h("div", { class: "lc-wall-way" });
  const clock = h("p", { class: "lc-wall-clock" });
  const until = h("p", { class: "lc-wall-until" });
  const numbers = h("dl", { class: "lc-office-numbers" });
  const note = h("p", { class: "lc-wall-note", role: "status" });
  const leave = h("div", { class: "lc-tools" });
  const home = h("span", {}, projector.toggle);
  const element = h(
    "section",
    { class: "lc-wall" },
    leave,
    h("p", { class: "lc-wall-title" }, contest.title),
    way,
    h("div", { class: "lc-wall-day" }, until, clock, note, numbers),
    projector.hint,
    projector.black,
  );
  /** @type {number | null} */
  let end_ms = null;
  const tell = () => {
    clock.textContent = end_ms === null ? "" : formatLeft((end_ms - performance.now()) / 1000, words);
  };
  const timer = setInterval(tell, 500);
  let isInvited = false;
  const invite = async () => {
    isInvited = true;
    const { address, qr, error } = await link.ask("invite", { slug: contest.slug });
    if (error || !address) return;
    fillWith(
      way,
      h("img", { class: "lc-wall-qr", src: qr, alt: fillIn(words.wall_qr, { address }) }),
      h(
        "ol",
        {},
        h(
          "li",
          {},
          `${words.wall_step_open} `,
          h("strong", { class: "lc-wall-address" }, address.replace(/^https?:\/\//, "")),
          ` ${words.wall_step_scan}`,
        ),
        contest.entry !== "open" && h("li", {}, words.wall_step_code),
      ),
    );
  };

  // While it projects, the button that ends it belongs to the wall, not to the hidden board.
  /** @param {boolean} isOn */
  const project = (isOn) => {
    if (isOn && !isInvited) invite();
    (isOn ? leave : home).append(projector.toggle);
    projector.toggle.focus({ preventScroll: true });
  };

  /** @param {LookedJson} looked */
  const draw = ({ contest: told, total, paused }) => {
    const isCounting = live.includes(told.state);
    end_ms = isCounting ? performance.now() + told.left_s * 1000 : null;
    until.textContent = isCounting ? (told.state === "upcoming" ? words.wall_until : words.wall_left) : "";
    const said = paused ? words.is_paused : isCounting ? told.message : words[`is_${told.state}`];
    if (note.textContent !== said) note.textContent = said;
    tell();
    fillWith(
      numbers,
      counted.map((name) =>
        h("div", {}, h("dd", {}, String(total[name])), h("dt", {}, words[`count_${name}`])),
      ),
    );
  };
  const dispose = () => {
    clearInterval(timer);
    if (root.classList.contains("lc-projector")) projector.toggle.click();
    projector.dispose();
  };
  return { element, home, draw, dispose };
}
