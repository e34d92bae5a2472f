// What a phone remembers of its seat until the tab closes: the room, a random token, and an
// answer that has not reached the server yet. Nothing else, and nothing about a person.

/** @import { Seat } from "./link.js" */
import { keep, readKept } from "../shared/kept.js";

// The quick exit of our pages removes the same key (page/exit.js).
const key = "lachan-lop";

// { code, seat, unsent } or null. A browser may refuse to keep anything; a reload then needs
// the room's code once more.
export function readSeat() {
  const kept = /** @type {Seat | null | undefined} */ (readKept("sessionStorage", key));
  return typeof kept?.code === "string" && typeof kept.seat === "string" ? kept : null;
}

/** @param {Seat | null} seat */
export function keepSeat(seat) {
  keep("sessionStorage", key, seat);
}
