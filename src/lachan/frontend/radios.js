// One choice out of several, as rows to tap, each with a note where it needs one.

import { h, uid } from "./dom.js";

// `options` are { value, label, note }; `kind` adds classes: lc-row for rows side by side.
export function createRadios({ legend, options, current, onpick, kind = "lc-row" }) {
  const name = uid();
  const rows = options.map(({ value, label, note }) =>
    h(
      "label",
      { class: "lc-choice" },
      h("input", { type: "radio", name, value, checked: value === current, onchange: () => onpick(value) }),
      h("span", { class: "lc-option" }, label, note && h("span", { class: "lc-small" }, note)),
    ),
  );
  return h("fieldset", {}, h("legend", {}, legend), h("div", { class: `lc-choices ${kind}` }, rows));
}
