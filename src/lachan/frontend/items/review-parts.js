// What pieces of an answer review are made of: marks, tags, and one row a thing explained.

/**
 * @import { BlockNode } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { renderBlocks } from "../shared/rich.js";

/** @typedef {"right" | "wrong" | "open"} Mark */

// The class of a thing explained; `correct` is null where nothing is judged.
/** @param {boolean | null} correct */
export function stateOf(correct) {
  if (correct === null) return "";
  return correct ? "lc-is-right" : "lc-is-wrong";
}

/**
 * @param {string} kind
 * @param {Mark | ""} mark
 * @param {string} text
 */
export function createTag(kind, mark, text) {
  return h("span", { class: `lc-tag lc-tag-${kind}` }, mark && createIcon(mark), text);
}

/**
 * @param {{
 *   state?: string,
 *   label?: string,
 *   text: BlockNode[],
 *   tags?: Child[],
 *   reason?: BlockNode[],
 *   media: Media,
 * }} row
 */
export function createRow({ state = "", label = "", text, tags = [], reason = [], media }) {
  return h(
    "li",
    { class: `lc-reason ${state}` },
    h(
      "div",
      { class: "lc-reason-text" },
      label && h("span", { class: "lc-letter" }, label),
      h("div", { class: "lc-option" }, renderBlocks(text, { media })),
    ),
    tags.length > 0 && h("p", { class: "lc-tags" }, tags),
    reason.length > 0 && h("div", { class: "lc-why" }, renderBlocks(reason, { media })),
  );
}
