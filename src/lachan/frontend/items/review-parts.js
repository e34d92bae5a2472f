// What pieces of an answer review are made of: marks, tags, and one row a thing explained.

import { h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { renderBlocks } from "../shared/rich.js";

// The icons of right and wrong.
export const marks = { true: "right", false: "wrong" };

// `correct` is null where nothing is judged.
export function stateOf(correct) {
  return { true: "lc-is-right", false: "lc-is-wrong", null: "" }[correct];
}

export function createTag(kind, mark, text) {
  return h("span", { class: `lc-tag lc-tag-${kind}` }, mark && createIcon(mark), text);
}

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
