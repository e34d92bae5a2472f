// Pairs to be joined: a native select beside each left side, the right sides listed above.

/**
 * @import { ItemJson, OptionJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Control, FieldContext } from "./item.js"
 */
import { focusOn, h, uid } from "../shared/dom.js";
import { plainText, renderPhrasing } from "../shared/rich.js";

const letters = "ABCDEFGHI";

/** @param {number} index */
export function targetLabel(index) {
  return `${letters[index]}.`;
}

/**
 * @param {FieldContext} context
 * @returns {Control}
 */
export function createMatching({ item, texts, media }) {
  const rows = item.options.map((option, index) => createRow(option, index, item, texts, media));
  const open = () => rows.find((row) => row.select.value === "");
  const targets = item.targets.map((target, index) =>
    h(
      "li",
      {},
      h("span", { class: "lc-letter" }, targetLabel(index)),
      h("span", { class: "lc-option" }, renderPhrasing(target.text, { media })),
    ),
  );
  return {
    element: h(
      "div",
      { class: "lc-matching" },
      h("ul", { class: "lc-targets" }, targets),
      h(
        "div",
        { class: "lc-lefts" },
        rows.map((row) => row.element),
      ),
    ),
    findMissing: () => {
      const select = open()?.select;
      return select && { message: texts.missing_pairs, element: select };
    },
    read: () => Object.fromEntries(rows.map((row, index) => [item.options[index].id, row.select.value])),
    write: (answer) => {
      const joined = /** @type {Record<string, string | undefined>} */ (answer);
      rows.forEach((row, index) => {
        row.select.value = joined[item.options[index].id] ?? "";
      });
    },
    focus: () => focusOn(rows[0].select),
  };
}

/**
 * @param {OptionJson} option
 * @param {number} index
 * @param {ItemJson} item
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
function createRow(option, index, item, texts, media) {
  const id = uid();
  const choices = item.targets.map((target, place) =>
    h("option", { value: target.id }, `${targetLabel(place)} ${plainText(target.text)}`),
  );
  const select = h("select", { id, class: "lc-select" }, h("option", { value: "" }, texts.pick), choices);
  const element = h(
    "div",
    { class: "lc-left" },
    h(
      "label",
      { for: id },
      h("span", { class: "lc-letter" }, `${index + 1}.`),
      h("span", { class: "lc-option" }, renderPhrasing(option.text, { media })),
    ),
    select,
  );
  return { element, select };
}
