// What pieces of an answer review are made of: marks, tags, and one row a thing explained.

import { h } from "./dom.js";
import { renderBlocks } from "./rich.js";

export const marks = { true: "\u2713", false: "\u2717" };

// `correct` is null where nothing is judged.
export function stateOf(correct) {
  return { true: "lc-is-right", false: "lc-is-wrong", null: "" }[correct];
}

export function createTag(kind, mark, text) {
  const sign = mark && h("span", { "aria-hidden": "true" }, `${mark} `);
  return h("span", { class: `lc-tag lc-tag-${kind}` }, sign, text);
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
