// A small part that several views of the contest room are made of.

/** @import { Child } from "../shared/dom.js" */
import { h } from "../shared/dom.js";

// Rows of "what: how much".
/** @param {([string, Child] | false)[]} rows */
export function createFacts(rows) {
  return h(
    "dl",
    { class: "lc-facts" },
    rows.map((row) => row && h("div", {}, h("dt", {}, row[0]), h("dd", {}, row[1]))),
  );
}
