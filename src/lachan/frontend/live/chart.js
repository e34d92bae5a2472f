// Bars of a class's answers. Every bar has its words and numbers beside it, the right answer a
// mark, a word and a pattern of its own, and a table says the same once more.

/**
 * @import { BarGroupJson, BarJson, SpreadJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createTag } from "../items/review-parts.js";
import { plainText, renderBlocks, renderPhrasing } from "../shared/rich.js";

// More than these would be a list that nobody in a class reads.
const most_beliefs = 2;

/** @param {{ spread: SpreadJson, texts: Record<string, string>, media: Media }} options */
export function createChart({ spread, texts: said, media }) {
  const { answered, by_hand, right, held, groups } = spread;
  const texts = by_hand > 0 ? { ...said, ...countPeople(said) } : said;
  if (held) return h("p", { class: "lc-live-note" }, texts.live_held);
  const percent = answered > 0 ? Math.round((100 * (right ?? 0)) / answered) : 0;
  const silent = right === null && groups.length === 0;
  return h(
    "div",
    { class: groups.some(isScene) ? "lc-live-chart lc-live-scenes" : "lc-live-chart" },
    right !== null && h("p", { class: "lc-big" }, fillIn(texts.live_right, { right, answered, percent })),
    by_hand > 0 && h("p", { class: "lc-live-by-hand" }, fillIn(texts.live_by_hand, { by_hand, answered })),
    silent && h("p", { class: "lc-live-note" }, texts.live_words_only),
    groups.map((group) => createGroup(group, texts, media)),
    groups.length > 0 && createTables(groups, texts),
  );
}

// A scene of a branching case is told in sentences, and there are many of them.
/** @param {BarGroupJson} group */
const isScene = ({ label, text }) => !label && text.length > 0;

// Where hands were counted it is people that a bar counts, and no longer devices.
/** @param {Record<string, string>} texts */
function countPeople(texts) {
  return {
    live_count: texts.live_count_people,
    live_column_count: texts.live_column_people,
  };
}

// What many believe wrongly, told once the answer is; null where nothing is known of it.
/** @param {{ spread: SpreadJson, texts: Record<string, string> }} options */
export function createBeliefs({ spread, texts }) {
  const { by_hand, beliefs } = spread;
  if (beliefs.length === 0) return null;
  const told = by_hand > 0 ? texts.live_belief_people : texts.live_belief;
  return h(
    "div",
    { class: "lc-live-beliefs" },
    h("p", { class: "lc-lead" }, texts.live_beliefs),
    h(
      "ul",
      {},
      beliefs
        .slice(0, most_beliefs)
        .map(({ belief, right, count, percent }) =>
          h(
            "li",
            {},
            h("p", {}, fillIn(told, { belief, count, percent })),
            h("p", {}, fillIn(texts.live_belief_right, { right })),
          ),
        ),
    ),
  );
}

/**
 * @param {BarGroupJson} group
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
function createGroup({ label, text, bars }, texts, media) {
  const heading =
    text.length > 0 &&
    h(
      "div",
      { class: "lc-reason-text" },
      label && h("span", { class: "lc-letter" }, label),
      h("div", { class: "lc-option" }, renderBlocks(text, { media })),
    );
  return h(
    "div",
    { class: "lc-live-group" },
    heading,
    h(
      "ul",
      { class: "lc-bars" },
      bars.map((bar) => createBar(bar, texts, media)),
    ),
  );
}

/**
 * @param {BarJson} bar
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
function createBar({ label, text, answer, count, percent, key }, texts, media) {
  return h(
    "li",
    { class: key ? "lc-bar lc-bar-key" : "lc-bar" },
    h(
      "div",
      { class: "lc-bar-name" },
      h(
        "div",
        { class: "lc-bar-words" },
        label && h("span", { class: "lc-letter" }, label),
        text.length > 0 && h("div", { class: "lc-option" }, renderBlocks(text, { media })),
      ),
      answer.length > 0 &&
        h("div", { class: "lc-bar-answer" }, h("span", {}, "\u2192 "), renderPhrasing(answer, { media })),
      key && createTag("right", "right", texts.key_choice),
    ),
    createTrack(percent, fillIn(texts.live_count, { count, percent })),
  );
}

// `kind` gives the filling another pattern.
/**
 * @param {number | null} percent
 * @param {string} words
 */
export function createTrack(percent, words, kind = "") {
  return h(
    "div",
    { class: `lc-track ${kind}` },
    h(
      "div",
      { class: "lc-track-way", "aria-hidden": "true" },
      h("div", { class: "lc-track-fill", style: `width: ${percent}%` }),
    ),
    h("span", { class: "lc-track-words" }, words),
  );
}

/**
 * @param {BarGroupJson[]} groups
 * @param {Record<string, string>} texts
 */
function createTables(groups, texts) {
  const head = [texts.live_column_answer, texts.live_column_count, texts.live_column_percent];
  const tables = groups.map(({ label, text, bars }) => {
    const rows = bars.map((bar) => {
      const name = [bar.label, plainText(bar.text), bar.key && `(${texts.key_choice})`];
      return [name.filter(Boolean).join(" "), bar.count, `${bar.percent}%`];
    });
    return createTable([label, plainText(text)].filter(Boolean).join(" "), head, rows);
  });
  return createTableDetails(tables, texts);
}

/**
 * @param {Child[]} tables
 * @param {Record<string, string>} texts
 */
export function createTableDetails(tables, texts) {
  return h("details", { class: "lc-live-table" }, h("summary", {}, texts.live_table), tables);
}

/**
 * @param {string} caption
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export function createTable(caption, head, rows) {
  return h(
    "div",
    { class: "lc-table", tabindex: 0 },
    h(
      "table",
      {},
      caption && h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((cell) => h("th", { scope: "col" }, cell)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map(([name, ...cells]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, name),
            cells.map((cell) => h("td", {}, String(cell))),
          ),
        ),
      ),
    ),
  );
}
