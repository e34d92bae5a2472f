// The contest room: one view for each place where a contestant can stand.

/** @import { Transport } from "./session.js" */
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createDoor } from "./door.js";
import { createPause } from "./pause.js";
import { createReceipt } from "./receipt.js";
import { createRules } from "./rules.js";
import { RoomSession } from "./session.js";
import { createWork } from "./work.js";

/**
 * @typedef {{
 *   element: HTMLElement,
 *   heading: HTMLElement,
 *   update: () => void,
 *   tick?: () => void,
 * }} View
 *
 * @typedef {{ session: RoomSession, texts: Record<string, string>, code: string }} Standing
 */

const tick_ms = 250;

// `transport` has `ask(name, message)` and `findPicture(path)`; `code` is tried first. Returns
// what ends the room.
/**
 * @param {{
 *   el: HTMLElement,
 *   texts: Record<string, string>,
 *   transport: Transport,
 *   code?: string,
 * }} options
 */
export function mountRoom({ el, texts, transport, code = "" }) {
  const notice = h("p", { class: "lc-notice", role: "status" });
  const place = h("div", { class: "lc-room-place" });
  // JupyterLab would take single keys typed here for notebook commands.
  const root = h(
    "div",
    { class: "lc lc-room", lang: "vi", "data-lm-suppress-shortcuts": "true" },
    notice,
    place,
  );
  /** @type {Record<string, ((standing: Standing) => View) | undefined>} */
  const views = {
    door: createDoor,
    rules: createRules,
    pause: createPause,
    work: createWork,
    receipt: createReceipt,
  };
  /** @type {View | null} */
  let view = null;
  let shown = "";

  const show = () => {
    const create = views[session.stage];
    notice.textContent = create ? "" : session.notice;
    if (!create) return;
    const key = `${session.stage}:${session.openings}`;
    if (key === shown) {
      view?.update();
      return;
    }
    const isFirst = shown === "";
    shown = key;
    view = create({ session, texts, code });
    code = "";
    fillWith(place, view.element);
    view.update();
    if (!isFirst) focusOn(view.heading);
  };

  const session = new RoomSession({ transport, texts, onChange: show });
  const ticking = setInterval(() => {
    session.tick();
    view?.tick?.();
  }, tick_ms);
  fillWith(place, h("p", { role: "status" }, texts.room_opening));
  el.replaceChildren(root);
  session.open();
  return () => {
    clearInterval(ticking);
    session.dispose();
  };
}
