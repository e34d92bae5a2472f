// One choice out of several, as rows to tap, each with a note where it needs one.

import { createChoice, createChoices } from "./choice.js";
import { h, uid } from "./dom.js";

// `options` are { value, label, note }; `kind` adds classes: lc-row for rows side by side.
/**
 * @template {string | number} Value
 * @param {{
 *   legend: string,
 *   options: { value: Value, label: string, note?: string }[],
 *   current: Value | undefined,
 *   onpick: (value: Value) => unknown,
 *   kind?: string,
 * }} choice
 */
export function createRadios({ legend, options, current, onpick, kind = "lc-row" }) {
  const name = uid();
  const rows = options.map(({ value, label, note }) =>
    createChoice(
      h("input", { type: "radio", name, value, checked: value === current, onchange: () => onpick(value) }),
      [label, note && h("span", { class: "lc-small" }, note)],
    ),
  );
  return h("fieldset", {}, h("legend", {}, legend), createChoices(rows, kind));
}
