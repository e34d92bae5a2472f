// A small part that several views of the contest room are made of.

import { h } from "../shared/dom.js";

// Rows of "what: how much".
export function createFacts(rows) {
  return h(
    "dl",
    { class: "lc-facts" },
    rows.filter(Boolean).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}
