// Pairs to be joined: a native select beside each left side, the right sides listed above.

import { focusOn, h, uid } from "../shared/dom.js";
import { plainText, renderPhrasing } from "../shared/rich.js";

const letters = "ABCDEFGHI";

export function targetLabel(index) {
  return `${letters[index]}.`;
}

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
    findMissing: () => open() && { message: texts.missing_pairs, element: open().select },
    read: () => Object.fromEntries(rows.map((row, index) => [item.options[index].id, row.select.value])),
    write: (answer) =>
      rows.forEach((row, index) => (row.select.value = answer[item.options[index].id] ?? "")),
    focus: () => focusOn(rows[0].select),
  };
}

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
