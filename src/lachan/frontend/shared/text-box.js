// Answers that are typed: a number, a word, or some sentences.

/**
 * @import { Child } from "./dom.js"
 * @import { Control, FieldContext } from "../items/item.js"
 */
import { fillIn, focusOn, h } from "./dom.js";

/** @param {FieldContext} context */
export function createTextBox({ item, texts, ids }) {
  const isNumber = item.type === "short_answer";
  const input = h("input", {
    type: "text",
    id: ids.name,
    class: isNumber ? "lc-typed" : "lc-typed lc-typed-words",
    inputmode: isNumber ? item.keyboard : "text",
    maxlength: isNumber ? 4 : 60,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  const row = h("span", { class: "lc-typed-row" }, input, item.unit && h("span", {}, item.unit));
  return createTyped(input, row, texts, ids);
}

/** @param {FieldContext} context */
export function createEssay({ item, texts, ids }) {
  const input = h("textarea", { id: ids.name, class: "lc-essay", rows: 8, maxlength: 6000 });
  const [least, most] = item.words ?? [];
  const advice = item.words && h("p", { class: "lc-hint" }, fillIn(texts.essay_words, { least, most }));
  return createTyped(input, [advice, input], texts, ids);
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {Child} content
 * @param {FieldContext["texts"]} texts
 * @param {FieldContext["ids"]} ids
 * @returns {Control}
 */
function createTyped(input, content, texts, ids) {
  const missing = { message: texts.missing_typed, element: input };
  return {
    element: h("div", { class: "lc-text-box" }, h("label", { for: ids.name }, texts.your_answer), content),
    findMissing: () => (input.value.trim() === "" ? missing : null),
    read: () => input.value,
    write: (answer) => {
      input.value = String(answer);
    },
    focus: () => focusOn(input),
  };
}
