// Bars of a class's answers. Every bar has its words and numbers beside it, the right answer a
// mark, a word and a pattern of its own, and a table says the same once more.

/**
 * @import { BarGroupJson, BarJson, BeliefJson, SpreadJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createTag } from "../items/review-parts.js";
import { plainText, renderBlocks } from "../shared/rich.js";

// More than these would be a list that nobody in a class reads.
const most_beliefs = 2;

/** @param {{ spread: SpreadJson, texts: Record<string, string>, media: Media }} options */
export function createChart({ spread, texts, media }) {
  const { answered, right, held, groups, beliefs } = spread;
  if (held) return h("p", { class: "lc-live-note" }, texts.live_held);
  const percent = answered > 0 ? Math.round((100 * (right ?? 0)) / answered) : 0;
  const silent = right === null && groups.length === 0;
  return h(
    "div",
    { class: "lc-live-chart" },
    right !== null && h("p", { class: "lc-big" }, fillIn(texts.live_right, { right, answered, percent })),
    silent && h("p", { class: "lc-live-note" }, texts.live_words_only),
    groups.map((group) => createGroup(group, texts, media)),
    beliefs.length > 0 && createBeliefs(beliefs.slice(0, most_beliefs), texts),
    groups.length > 0 && createTables(groups, texts),
  );
}

/**
 * @param {BeliefJson[]} beliefs
 * @param {Record<string, string>} texts
 */
function createBeliefs(beliefs, texts) {
  return h(
    "div",
    { class: "lc-live-beliefs" },
    h("p", { class: "lc-lead" }, texts.live_beliefs),
    h(
      "ul",
      {},
      beliefs.map(({ belief, right, count, percent }) =>
        h(
          "li",
          {},
          h("p", {}, fillIn(texts.live_belief, { belief, count, percent })),
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
function createBar({ label, text, count, percent, key }, texts, media) {
  return h(
    "li",
    { class: key ? "lc-bar lc-bar-key" : "lc-bar" },
    h(
      "div",
      { class: "lc-bar-name" },
      label && h("span", { class: "lc-letter" }, label),
      text.length > 0 && h("div", { class: "lc-option" }, renderBlocks(text, { media })),
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
