// What the class has shown: each question once, or before and after the lesson.

/**
 * @import { BlockNode, GainJson, GainNumbersJson, GainObjectiveJson, RoomJson, SummaryJson, SummaryRowJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createTable, createTableDetails, createTrack } from "./chart.js";
import { plainText, renderBlocks } from "../shared/rich.js";

/**
 * @param {{ room: RoomJson, texts: Record<string, string> }} options
 * @returns {Child[]}
 */
export function createLiveResult({ room, texts }) {
  const result = room.result ?? { rows: [] };
  const rows = result.rows.length === 0 ? h("p", {}, texts.live_result_empty) : null;
  return [
    h("p", {}, texts.live_result_note),
    rows ?? ("total" in result ? createGain(result, texts) : createSummary(result, texts)),
    room.ended && h("p", { class: "lc-live-note" }, texts.live_ended),
  ];
}

/**
 * @param {SummaryJson} result
 * @param {Record<string, string>} texts
 * @returns {Child[]}
 */
function createSummary({ rows }, texts) {
  const items = rows.map((row) => h("li", {}, createStem(row), createShare(row, texts)));
  const head = [texts.live_column_question, texts.live_column_right, texts.live_column_percent];
  const cells = rows.map((row, index) =>
    row.right === null
      ? [name(row, index), "\u2013", "\u2013"]
      : [name(row, index), `${row.right}/${row.answered}`, `${row.percent}%`],
  );
  return [
    h("ol", { class: "lc-result-rows" }, items),
    createTableDetails([createTable("", head, cells)], texts),
  ];
}

/**
 * @param {SummaryRowJson} row
 * @param {Record<string, string>} texts
 */
function createShare({ answered, by_hand, right, percent, held }, texts) {
  if (held) return h("p", { class: "lc-live-note" }, texts.live_held);
  if (right === null) return h("p", { class: "lc-live-note" }, texts.live_right_unknown);
  const words = fillIn(texts.live_right, { right, answered, percent });
  return createTrack(percent, by_hand > 0 ? `${words} \u00b7 ${texts.live_by_hand_mark}` : words);
}

/**
 * @param {GainJson} result
 * @param {Record<string, string>} texts
 * @returns {Child[]}
 */
function createGain({ rows, objectives, total }, texts) {
  const items = rows.map((row) => h("li", {}, createStem(row), createPair(row, texts)));
  const head = [texts.live_column_question, texts.live_before, texts.live_after];
  /** @param {GainNumbersJson} numbers */
  const tell = ({ before, after }) => (before === null ? ["\u2013", "\u2013"] : [`${before}%`, `${after}%`]);
  const cells = [
    ...rows.map((row, index) => [name(row, index), ...tell(row)]),
    ...objectives.map((one) => [one.text, ...tell(one)]),
  ];
  return [
    h(
      "div",
      { class: "lc-live-total" },
      h("h2", {}, texts.live_gain_total),
      createPair(total, texts),
      total.before !== null && h("p", { class: "lc-big" }, sayGain(total.gain, texts)),
      h("p", { class: "lc-small" }, fillIn(texts.live_gain_basis, total)),
    ),
    ...createObjectives(objectives, texts),
    h("h2", {}, texts.result_questions),
    h("ol", { class: "lc-result-rows" }, items),
    createTableDetails([createTable("", head, [...cells, [texts.live_gain_total, ...tell(total)]])], texts),
  ];
}

/**
 * @param {GainObjectiveJson[]} objectives
 * @param {Record<string, string>} texts
 * @returns {Child[]}
 */
function createObjectives(objectives, texts) {
  if (objectives.length === 0) return [];
  return [
    h("h2", {}, texts.live_gain_objectives),
    h(
      "ul",
      { class: "lc-result-rows" },
      objectives.map((one) =>
        h("li", {}, h("p", { class: "lc-result-stem" }, one.text), createPair(one, texts)),
      ),
    ),
  ];
}

/**
 * @param {GainNumbersJson} numbers
 * @param {Record<string, string>} texts
 */
function createPair({ by_hand, before, after, held }, texts) {
  if (held) return h("p", { class: "lc-live-note" }, texts.live_held);
  if (before === null) return h("p", { class: "lc-live-note" }, texts.live_gain_nobody);
  return h(
    "div",
    { class: "lc-live-pair" },
    h("span", {}, texts.live_before),
    createTrack(before, `${before}%`, "lc-track-before"),
    h("span", {}, texts.live_after),
    createTrack(after, `${after}%`),
    by_hand > 0 && h("span", { class: "lc-small lc-live-pair-mark" }, texts.live_by_hand_mark),
  );
}

// The gain may be below nothing; that is said in words, not as a number of failure.
/**
 * @param {number | null} gain
 * @param {Record<string, string>} texts
 */
function sayGain(gain, texts) {
  if (gain === null) return texts.live_gain_full;
  if (gain === 0) return texts.live_gain_same;
  return gain > 0 ? fillIn(texts.live_gain, { gain }) : texts.live_gain_less;
}

/** @param {{ stem: BlockNode[] }} row */
function createStem({ stem }) {
  return h("div", { class: "lc-result-stem" }, renderBlocks(stem));
}

/**
 * @param {{ stem: BlockNode[] }} row
 * @param {number} index
 */
function name({ stem }, index) {
  return `${index + 1}. ${plainText(stem)}`;
}
