// Whether something binds today, in words.

/** @import { DayJson, ForceJson } from "../wire" */
import { fillIn } from "../shared/dom.js";

const vietnam_ms = 7 * 3600 * 1000;

// The day that it is in Vietnam, as 2026-11-30.
export function findToday() {
  return new Date(Date.now() + vietnam_ms).toISOString().slice(0, 10);
}

// { state: "now" | "later" | "over", words, short } of a document or a provision.
/**
 * @param {ForceJson} binding
 * @param {Record<string, string>} texts
 * @returns {{ state: "now" | "later" | "over", words: string, short: string }}
 */
export function tellForce({ from, to }, texts, today = findToday()) {
  const values = { start: from.shown, end: to?.shown };
  /** @type {["now" | "later" | "over", string, string]} */
  const [state, words, short] =
    today < from.iso
      ? ["later", texts.lookup_later, texts.lookup_later_short]
      : to && today > to.iso
        ? ["over", texts.lookup_over, texts.lookup_over_short]
        : to
          ? ["now", texts.lookup_now_until, texts.lookup_now_short]
          : ["now", texts.lookup_now, texts.lookup_now_short];
  return { state, words: fillIn(words, values), short: fillIn(short, values) };
}

// What was to be read again by a day that is past, or nothing.
/**
 * @param {{ review_by: DayJson | null }} entry
 * @param {Record<string, string>} texts
 */
export function tellStale({ review_by: day }, texts, today = findToday()) {
  return day && today > day.iso ? fillIn(texts.lookup_stale, { day: day.shown }) : "";
}
