// Two windows of one browser that show the same lesson: the class's, and the presenter's beside it.

import { keep, readKept } from "../shared/kept.js";

/**
 * What the class sees: a step (0 is the opening), which of its screens, and how large the screen is.
 * @typedef {{
 *   step: number,
 *   page: number,
 *   pages: number,
 *   width: number,
 *   height: number,
 *   distance: number,
 *   isBlack: boolean,
 *   isProjected: boolean,
 * }} Shown
 *
 * @typedef {{ shown?: Shown, gone?: boolean, ask?: boolean, go?: number, black?: boolean }} Said
 */

// Of the presenter's address: whose presenter it is.
export const pairParameter = "man";

const kept = "lachan-chieu";

// The name of this window's pair; a window that it opens has it too, and so has a reload.
export function findPair() {
  const known = readKept("sessionStorage", kept);
  if (typeof known === "string" && known) return known;
  const made = Math.random().toString(36).slice(2, 10);
  keep("sessionStorage", kept, made);
  return made;
}

/**
 * @param {string} pair
 * @param {(said: Said) => unknown} hear
 */
export function createLine(pair, hear) {
  const channel = new BroadcastChannel(`lachan-chieu-${pair}`);
  channel.addEventListener("message", ({ data }) => hear(/** @type {Said} */ (data)));
  return {
    /** @param {Said} said */
    say: (said) => channel.postMessage(said),
    close: () => channel.close(),
  };
}
