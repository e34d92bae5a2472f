// A pause that a device comes into: the server keeps the questions until the contest goes on.

/** @import { RoomSession } from "./session.js" */
import { h } from "../shared/dom.js";

/** @param {{ session: RoomSession, texts: Record<string, string> }} options */
export function createPause({ session, texts }) {
  const heading = h("h1", { tabindex: -1 }, session.contest.title);
  const state = h("p", { class: "lc-room-state", role: "status" }, texts.room_paused);
  const notice = h("p", { class: "lc-notice", role: "status" });
  const update = () => {
    notice.textContent = session.notice || session.attempt.message;
  };
  return { element: h("section", { class: "lc-card" }, heading, state, notice), heading, update };
}
