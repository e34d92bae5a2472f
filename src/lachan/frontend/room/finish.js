// Before submitting: what is still empty, marked or on its way, told once more.

/**
 * @import { RoomSession } from "./session.js"
 * @import { Entry, Work } from "./work.js"
 */
import { createButton, createSlowButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";

/** @param {{ session: RoomSession, texts: Record<string, string>, work: Work }} options */
export function createFinish({ session, texts, work }) {
  const heading = h("h2", { tabindex: -1 }, texts.room_finish_heading);
  const summary = h("div", {});
  const waiting = h("p", { class: "lc-notice", role: "status" });
  const submit = createSlowButton(texts.room_submit, "lc-primary", () => session.submit(work.prediction));
  const back = createButton(texts.room_back, "", () => {
    work.leaveFinish();
    work.show(work.index);
  });
  const element = h(
    "section",
    { class: "lc-card lc-room-finish", hidden: true },
    heading,
    summary,
    waiting,
    h("p", {}, texts.room_finish_once),
    h("div", { class: "lc-buttons" }, submit, back),
  );
  const update = () => {
    if (element.hidden) return;
    submit.hidden = session.isReadOnly;
    const count = session.outbox?.size ?? 0;
    const text = count > 0 ? fillIn(texts.room_finish_waiting, { count }) : "";
    if (waiting.textContent !== text) waiting.textContent = text;
  };
  return {
    element,
    update,
    show() {
      fillWith(summary, createSummary(work, texts));
      element.hidden = false;
      update();
      focusOn(heading);
    },
    hide() {
      element.hidden = true;
    },
  };
}

/**
 * @param {Work} work
 * @param {Record<string, string>} texts
 */
function createSummary(work, texts) {
  const entries = work.entries();
  /** @type {[string, (entry: Entry) => boolean][]} */
  const rows = [
    [texts.room_finish_empty, ({ state }) => state === "empty"],
    [texts.room_finish_part, ({ state }) => state === "part"],
    [texts.room_finish_flagged, ({ isFlagged }) => isFlagged],
  ];
  const told = rows.flatMap(([template, matches]) => {
    const found = entries.flatMap((entry, index) => (matches(entry) ? [index] : []));
    return found.length > 0 ? [createRow(template, found, entries, work)] : [];
  });
  return told.length > 0 ? told : h("p", {}, texts.room_finish_full);
}

/**
 * @param {string} template
 * @param {number[]} found
 * @param {Entry[]} entries
 * @param {Work} work
 */
function createRow(template, found, entries, work) {
  const links = found.map((index) => {
    const button = createButton(entries[index].label, "lc-chip", () => work.pick(index));
    button.setAttribute("aria-label", entries[index].name);
    return h("li", {}, button);
  });
  return [
    h("p", { class: "lc-finish-row" }, fillIn(template, { count: found.length })),
    h("ul", { class: "lc-chips" }, links),
  ];
}
