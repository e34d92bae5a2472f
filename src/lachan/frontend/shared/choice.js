// A row to tap: one of several to choose, or one to tick.

import { h } from "./dom.js";

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
export function createChoices(rows, kind = "") {
  return h("div", { class: `lc-choices ${kind}` }, rows);
}
