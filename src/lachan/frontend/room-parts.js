// Small parts that several views of the contest room are made of.

import { createButton, h } from "./dom.js";

// A button whose work takes a while: it cannot be pressed twice, and keeps the focus.
export function createSlowButton(text, kind, work) {
  const button = createButton(text, kind, async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      await work();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });
  return button;
}

// Rows of "what: how much".
export function createFacts(rows) {
  return h(
    "dl",
    { class: "lc-facts" },
    rows.filter(Boolean).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}
