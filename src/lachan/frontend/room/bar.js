// The bar over the questions: time left, what is saved, and what the room has to say.

/** @import { RoomSession } from "./session.js" */
import { createButton, createSlowButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createWarner } from "./clock.js";
import { formatTime } from "../shared/time.js";

/**
 * Something that the room has to say; `button` does `act`.
 * @typedef {{ kind: string, text: string, button?: string, act?: () => unknown }} Banner
 */

/** @param {{ session: RoomSession, texts: Record<string, string>, onList: () => void }} options */
export function createBar({ session, texts, onList }) {
  const time = h("span", { class: "lc-clock", role: "timer" });
  const saved = h("span", { class: "lc-saved" });
  const list = createButton("", "lc-quiet", onList);
  const warning = h("p", { class: "lc-room-warning", role: "status" });
  const banners = h("div", { class: "lc-room-banners", role: "status" });
  const warn = createWarner(session.clock.left_s() ?? 0);
  let shown = "";

  // A banner that says the same is left alone, or a screen reader would read it again.
  const drawBanners = () => {
    const rows = findBanners(session, texts);
    const key = JSON.stringify(rows.map((row) => [row.kind, row.text]));
    if (key === shown) return;
    shown = key;
    fillWith(banners, rows.map(createBanner));
  };
  /** @param {{ done: number, total: number }} summary */
  const update = ({ done, total }) => {
    const { text, kind } = findSaving(session, texts);
    if (saved.textContent !== text) {
      saved.textContent = text;
      saved.className = `lc-saved lc-saved-${kind}`;
    }
    list.textContent = fillIn(texts.room_list_button, { done, total });
    drawBanners();
    tick();
  };
  const tick = () => {
    const left_s = session.clock.left_s() ?? 0;
    const text = session.attempt.paused ? texts.room_time_still : texts.room_time_left;
    const line = fillIn(text, { time: formatTime(left_s) });
    if (time.textContent !== line) time.textContent = line;
    const due = session.attempt.paused ? null : warn(left_s);
    if (due !== null) warning.textContent = texts[`room_warning_${due}`];
    if (left_s === 0) warning.textContent = "";
  };
  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => list.setAttribute("aria-expanded", String(isOpen));
  setOpen(false);
  const element = h(
    "div",
    { class: "lc-room-top" },
    h("div", { class: "lc-room-bar" }, time, saved, list),
    warning,
    banners,
  );
  return { element, update, tick, setOpen };
}

/**
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 */
function findSaving({ outbox, sender }, texts) {
  const count = outbox?.size ?? 0;
  if (!sender?.isUp) return { kind: "waiting", text: fillIn(texts.room_saving_waits, { count }) };
  if (count > 0) return { kind: "busy", text: texts.room_saving };
  return { kind: "done", text: texts.room_saved };
}

/**
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 */
function findBanners(session, texts) {
  const { attempt, outbox, sender } = session;
  /** @type {Banner[]} */
  const rows = [];
  if (session.isSuperseded) {
    const act = () => session.leave();
    rows.push({ kind: "superseded", text: texts.room_superseded, button: texts.room_enter_again, act });
  } else if (session.isElsewhere) {
    const act = () => session.takeBack();
    rows.push({ kind: "elsewhere", text: texts.room_elsewhere, button: texts.room_take_back, act });
  }
  if (session.isEnding) rows.push({ kind: "ending", text: texts.room_ending });
  if (attempt.paused) rows.push({ kind: "paused", text: texts.room_paused });
  if (sender && !sender.isUp) {
    const text = outbox?.size ? texts.room_offline_waiting : texts.room_offline;
    rows.push({ kind: "offline", text });
  }
  if (session.notice) rows.push({ kind: "notice", text: session.notice });
  if (attempt.message) rows.push({ kind: "message", text: fillIn(texts.room_message, attempt) });
  return rows;
}

/** @param {Banner} banner */
function createBanner({ kind, text, button, act }) {
  return h(
    "div",
    { class: `lc-banner lc-banner-${kind}` },
    h("p", {}, text),
    button && act && createSlowButton(button, "", act),
  );
}
