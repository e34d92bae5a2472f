// A row to tap: one of several to choose, or one to tick.

/** @import { Child } from "./dom.js" */
import { h } from "./dom.js";

/**
 * @param {HTMLInputElement} input
 * @param {Child} content
 * @param {string} [letter]
 */
export function createChoice(input, content, letter) {
  return h(
    "label",
    { class: "lc-choice" },
    input,
    letter && h("span", { class: "lc-letter" }, letter),
    h("span", { class: "lc-option" }, content),
  );
}

// `kind` adds classes: lc-row for rows side by side.
/** @param {Child[]} rows */
export function createChoices(rows, kind = "") {
  return h("div", { class: `lc-choices ${kind}` }, rows);
}
