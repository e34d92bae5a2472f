// Raised hands, counted by the teacher and typed in: where a class, or a part of it, has no devices.

/**
 * @import { HandFieldJson, HandPartJson, HandsJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { createButton, focusOn, h } from "../shared/dom.js";
import { renderPhrasing } from "../shared/rich.js";

/**
 * What was counted: hands by part and choice, and the numbers that were asked for besides.
 * @typedef {{ counts: [string, string, number][], answered: number | null, right: number | null }} Counted
 */

// `onsend(counted)` is called with whole numbers only; an empty field is no hand.
/**
 * @param {{
 *   hands: HandsJson,
 *   texts: Record<string, string>,
 *   media: Media,
 *   onsend: (counted: Counted) => unknown,
 *   onleave: () => unknown,
 * }} options
 */
export function createHandForm({ hands, texts, media, onsend, onleave }) {
  const notice = h("p", { class: "lc-notice", role: "status" });
  /** @type {{ part: string, choice: string, input: HTMLInputElement }[]} */
  const fields = [];
  /**
   * @param {HandPartJson} part
   * @param {HandFieldJson} field
   */
  const createField = ({ part }, { choice, label, text, count }) => {
    const input = createNumber(count);
    fields.push({ part, choice, input });
    return createRow([label && h("span", { class: "lc-letter" }, label), name(text, media)], input);
  };
  const parts = hands.parts.map((part) => {
    const rows = part.fields.map((field) => createField(part, field));
    if (!part.part) return rows;
    return h(
      "fieldset",
      {},
      h("legend", {}, `${part.label} `, renderPhrasing(part.text, { media })),
      h("div", { class: part.label ? "lc-live-hand-verdicts" : "" }, rows),
    );
  });
  const answered = hands.asks_answered ? createNumber(hands.answered) : null;
  const right = hands.asks_right ? createNumber(hands.right) : null;

  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    const inputs = [...fields.map(({ input }) => input), answered, right];
    const wrong = inputs.find((input) => input && Number.isNaN(readNumber(input)));
    notice.textContent = wrong ? texts.live_hands_whole : "";
    if (wrong) return focusOn(wrong);
    return onsend({
      counts: fields.map(({ part, choice, input }) => [part, choice, readNumber(input)]),
      answered: answered && readNumber(answered),
      right: right && readNumber(right),
    });
  };
  const element = h(
    "form",
    { class: "lc-live-hands", novalidate: true, onsubmit, oninput: () => (notice.textContent = "") },
    h("p", { class: "lc-hint" }, right ? texts.live_hands_right_hint : texts.live_hands_hint),
    parts,
    answered && createRow(texts.live_hands_answered, answered),
    right && createRow(texts.live_hands_right, right),
    notice,
    h(
      "div",
      { class: "lc-buttons" },
      h("button", { type: "submit", class: "lc-button lc-primary" }, texts.live_hands_save),
      createButton(texts.live_hands_leave, "", onleave),
    ),
  );
  return { element, focus: () => (fields[0]?.input ?? answered ?? right)?.focus({ preventScroll: true }) };
}

/** @param {number | null} count */
function createNumber(count) {
  return h("input", {
    type: "number",
    class: "lc-typed lc-live-hand-count",
    min: 0,
    step: 1,
    inputmode: "numeric",
    value: count,
  });
}

// Not a number where something else was typed, or a part of a hand.
/** @param {HTMLInputElement} input */
function readNumber(input) {
  if (input.validity.badInput || !input.checkValidity()) return Number.NaN;
  return Number(input.value);
}

/**
 * @param {Child} content
 * @param {HTMLInputElement} input
 */
function createRow(content, input) {
  return h("label", { class: "lc-live-hand" }, h("span", { class: "lc-option" }, content), input);
}

/**
 * @param {HandFieldJson["text"]} text
 * @param {Media} media
 */
function name(text, media) {
  return text.length > 0 && [" ", renderPhrasing(text, { media })];
}
