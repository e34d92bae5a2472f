// Names of those who sit a paper: printed only where it is said what for.

/**
 * @import { Field } from "./fields.js"
 * @import { Context } from "./maker.js"
 */
import { createChoices } from "../shared/choice.js";
import { h } from "../shared/dom.js";
import { createCheck, createText } from "./fields.js";

/**
 * @param {Context} context
 * @param {(name: string) => Field} at
 */
export function createNames({ form, texts }, at) {
  const more = h(
    "div",
    { class: "lc-paper-fields" },
    createText({ ...at("names_purposes"), note: texts.paper_names_purposes_note, wide: true }),
    createText({ ...at("names_erase_on"), note: texts.paper_names_erase_note, type: "date" }),
    createText(at("names_seen_by")),
    createText({ ...at("names_withdraw"), wide: true }),
  );
  const check = createCheck(at("names"));
  const show = () => {
    more.hidden = form.read(["names"]) !== true;
  };
  check.addEventListener("change", show);
  show();
  return h(
    "div",
    { class: "lc-paper-names" },
    createChoices([check], "lc-row"),
    h("p", { class: "lc-small" }, texts.paper_names_note),
    more,
  );
}
