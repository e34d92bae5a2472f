// One question as a native form: fieldset, legend, labels, radios, check boxes, a text box.

/**
 * @import { AnswerJson, ItemJson, OptionJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { createChoice, createChoices } from "../shared/choice.js";
import { focusOn, h, uid } from "../shared/dom.js";
import { createMatching } from "./matching.js";
import { createOrdering } from "./ordering.js";
import { renderImage, renderPhrasing } from "../shared/rich.js";
import { createScenario } from "./scenario.js";
import { createEssay, createTextBox } from "../shared/text-box.js";

/**
 * What an answer is read as; parts that are not given yet are undefined.
 * @typedef {AnswerJson | Record<string, boolean | undefined> | undefined} Given
 *
 * @typedef {{ message: string, element: HTMLElement }} Missing
 *
 * @typedef {object} Control
 * @property {Child} element
 * @property {() => Missing | null | undefined} findMissing
 * @property {() => Given} read
 * @property {(answer: unknown) => void} write
 * @property {() => void} focus
 *
 * @typedef {{ item: ItemJson, texts: Record<string, string>, media: Media }} Asked
 *
 * @typedef {Asked & { ids: { hint: string, name: string } }} FieldContext
 */

const letters = "ABCDEFGH";

// onAnswer(response) is called with a complete answer; what is missing is said in the form.
/** @param {Asked & { onAnswer: (response: Given) => unknown }} question */
export function createQuestion({ item, texts, media, onAnswer }) {
  const { element: fields, control } = createFields({ item, texts, media });
  const notice = h("p", { class: "lc-notice", role: "status" });
  const button = h("button", { type: "submit", class: "lc-button lc-primary" }, texts.check);
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") === "true") return;
    const missing = control.findMissing();
    notice.textContent = missing ? missing.message : "";
    if (missing) focusOn(missing.element);
    else onAnswer(control.read());
  };
  const oninput = () => {
    notice.textContent = "";
  };
  const element = h(
    "form",
    { class: "lc-question", novalidate: true, onsubmit: submit, oninput },
    fields,
    notice,
    h("div", { class: "lc-buttons" }, button),
  );
  return { element, focus: () => control.focus(), say: createSay(notice, button, texts) };
}

// What the question asks and where it is answered, with no button. The control's `read` gives
// the answer as it stands, `write` puts one back, `findMissing` tells what is not answered yet;
// every change bubbles up as an input event.
/** @param {Asked} question */
export function createFields({ item, texts, media }) {
  const ids = { hint: uid(), name: uid() };
  const control = createControl({ item, texts, media, ids });
  const element = h(
    "fieldset",
    { "aria-describedby": ids.hint },
    h("legend", {}, renderPhrasing(item.stem, { media })),
    item.media && renderImage(item.media.path, item.media.alt, media),
    h("p", { class: "lc-hint", id: ids.hint }, findHint(item, texts)),
    control.element,
  );
  return { element, control };
}

// How to answer: a number of digits alone is not asked for with signs.
/**
 * @param {ItemJson} item
 * @param {Record<string, string>} texts
 */
export function findHint(item, texts) {
  const isDigits = item.type === "short_answer" && item.keyboard === "numeric";
  if (item.chat) return texts.hint_chat;
  return isDigits ? texts.hint_short_answer_numeric : texts[`hint_${item.type}`];
}

// The label before a choice or a statement, by where it stands on the screen.
/**
 * @param {ItemJson} item
 * @param {number} index
 */
export function optionLabel(item, index) {
  const letter = letters[index];
  return item.type === "true_false_group" ? `${letter.toLowerCase()})` : `${letter}.`;
}

// say(text) tells something and lets the person try again; say(text, true) while waiting.
// The button is never really disabled, since it would lose the focus.
/**
 * @param {HTMLElement} notice
 * @param {HTMLElement} button
 * @param {Record<string, string>} texts
 * @returns {(text: string, waiting?: boolean) => void}
 */
function createSay(notice, button, texts) {
  return (text, waiting = false) => {
    notice.textContent = text;
    button.setAttribute("aria-disabled", String(waiting));
    button.textContent = waiting ? texts.checking : texts.check;
  };
}

/**
 * @param {FieldContext} context
 * @returns {Control}
 */
function createControl(context) {
  switch (context.item.type) {
    case "single_choice":
      return createOptions(context, "radio");
    case "multiple_choice":
      return createOptions(context, "checkbox");
    case "true_false_group":
      return createStatements(context);
    case "matching":
      return createMatching(context);
    case "ordering":
      return createOrdering(context);
    case "scenario":
      return createScenario(context);
    case "essay":
      return createEssay(context);
    default:
      return createTextBox(context);
  }
}

/**
 * @param {FieldContext} context
 * @param {"radio" | "checkbox"} type
 * @returns {Control}
 */
function createOptions({ item, texts, media, ids }, type) {
  const inputs = item.options.map((option) => h("input", { type, name: ids.name, value: option.id }));
  const rows = item.options.map((option, index) =>
    createChoice(inputs[index], renderPhrasing(option.text, { media }), optionLabel(item, index)),
  );
  const picked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const message = type === "radio" ? texts.missing_choice : texts.missing_choices;
  return {
    element: createChoices(rows),
    findMissing: () => (picked().length === 0 ? { message, element: inputs[0] } : null),
    read: () => (type === "radio" ? picked()[0] : picked()),
    write: (answer) => {
      const wanted = [answer].flat();
      for (const input of inputs) input.checked = wanted.includes(input.value);
    },
    focus: () => focusOn(inputs[0]),
  };
}

/**
 * @param {FieldContext} context
 * @returns {Control}
 */
function createStatements({ item, texts, media, ids }) {
  const rows = item.options.map((option, index) =>
    createStatement({
      option,
      texts,
      media,
      name: `${ids.name}-${index}`,
      label: optionLabel(item, index),
    }),
  );
  const open = () => rows.find((row) => row.read() === undefined);
  return {
    element: h(
      "div",
      { class: "lc-statements" },
      rows.map((row) => row.element),
    ),
    findMissing: () => {
      const first = open()?.first;
      return first && { message: texts.missing_statements, element: first };
    },
    read: () => Object.fromEntries(rows.map((row, index) => [item.options[index].id, row.read()])),
    write: (answer) => {
      const verdicts = /** @type {Record<string, boolean | undefined>} */ (answer);
      rows.forEach((row, index) => {
        row.write(verdicts[item.options[index].id]);
      });
    },
    focus: () => focusOn(rows[0].first),
  };
}

/**
 * @param {{
 *   option: OptionJson,
 *   texts: Record<string, string>,
 *   media: Media,
 *   name: string,
 *   label: string,
 * }} statement
 */
function createStatement({ option, texts, media, name, label }) {
  const id = uid();
  const verdicts = [true, false].map((value) => ({
    value,
    input: h("input", { type: "radio", name, value: String(value) }),
  }));
  const element = h(
    "div",
    { class: "lc-statement", role: "radiogroup", "aria-labelledby": id },
    h(
      "div",
      { class: "lc-statement-text", id },
      h("span", { class: "lc-letter" }, label),
      h("span", { class: "lc-option" }, renderPhrasing(option.text, { media })),
    ),
    h(
      "div",
      { class: "lc-verdicts" },
      verdicts.map(({ value, input }) =>
        h("label", { class: "lc-choice lc-verdict" }, input, h("span", {}, texts[`verdict_${value}`])),
      ),
    ),
  );
  const read = () => verdicts.find(({ input }) => input.checked)?.value;
  /** @param {boolean | undefined} answer */
  const write = (answer) => {
    for (const { value, input } of verdicts) input.checked = value === answer;
  };
  return { element, read, write, first: verdicts[0].input };
}
