// A contest's declaration as it was left on this machine, and as it begins.

/**
 * @import { RankKey } from "../wire"
 * @import { Values } from "./fields.js"
 * @import { Prize } from "./ranking.js"
 */
import { keep, readKept } from "../shared/kept.js";
import { in_vietnam } from "../shared/time.js";

/**
 * What was not typed yet is undefined.
 * @typedef {{
 *   ranking: RankKey[],
 *   prizes: Prize[],
 *   prediction?: boolean,
 *   names?: boolean,
 *   [name: string]: unknown,
 * }} Draft
 */

const key = "lachan-office-draft";
/** @type {RankKey[]} */
const order = ["correct", "prediction", "time", "submitted"];
const prize_counts = [1, 2, 3, 5];

/**
 * @param {Record<string, string>} words
 * @returns {Draft}
 */
export function readDraft(words) {
  const kept = /** @type {Partial<Draft> | null | undefined} */ (readKept("localStorage", key));
  return { ...beginDraft(words), ...kept };
}

/** @param {Values} values */
export function keepDraft(values) {
  keep("localStorage", key, values);
}

export function dropDraft() {
  keep("localStorage", key, null);
}

/**
 * @param {Record<string, string>} words
 * @returns {Draft}
 */
function beginDraft(words) {
  return {
    rules: words.rules_default,
    source: "blueprint",
    forms: 4,
    opens: tomorrowAt(8),
    closes: tomorrowAt(17),
    minutes: 20,
    entry: "roster",
    seen_by: words.seen_by_default,
    attempts: 1,
    counted: "best",
    group_by: "none",
    ranking: order,
    prizes: prize_counts.map((count, index) => ({ title: words[`prize_default_${index + 1}`], count })),
    reveal: "score",
  };
}

// The day after today in Vietnam, as fields for date and time want it.
/** @param {number} hour */
function tomorrowAt(hour) {
  const day = new Date(Date.now() + 24 * 3600 * 1000).toLocaleDateString("sv-SE", in_vietnam);
  return `${day}T${String(hour).padStart(2, "0")}:00`;
}
