// After practising: what was right, what to read again, where to go on.

/**
 * @import { ItemJson, PracticeState, ResultJson, ResultRowJson } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { createButton, fillIn, h } from "../shared/dom.js";
import { createLaw } from "../items/feedback.js";
import { createTag } from "../items/review-parts.js";
import { renderBlocks } from "../shared/rich.js";

/** @param {{ model: Model<PracticeState>, texts: Record<string, string> }} options */
export function createResult({ model, texts }) {
  const result = model.get("result");
  const items = new Map(model.get("items").map((item) => [item.id, item]));
  const heading = h("h1", { tabindex: -1 }, texts.result_heading);
  const wrong = result.total - result.right;
  const element = h(
    "div",
    { class: "lc-practice-result" },
    heading,
    h("p", { class: "lc-big" }, fillIn(texts.result_right, result)),
    h("p", {}, wrong > 0 ? texts.result_some : texts.result_all),
    h("h2", {}, texts.result_questions),
    h(
      "ol",
      { class: "lc-result-rows" },
      result.rows.map((row) => createRow(row, items, texts)),
    ),
    createReading(result, texts),
    h(
      "div",
      { class: "lc-buttons" },
      wrong > 0 && createButton(texts.again, "lc-primary", () => model.send({ type: "again" })),
      createButton(texts.choose_other, wrong > 0 ? "" : "lc-primary", () => model.send({ type: "leave" })),
    ),
  );
  return { element, heading };
}

/**
 * @param {ResultRowJson} row
 * @param {Map<string, ItemJson>} items
 * @param {Record<string, string>} texts
 */
function createRow(row, items, texts) {
  const sign = row.state === "later" ? "right" : row.state;
  return h(
    "li",
    {},
    h("div", { class: "lc-result-stem" }, renderBlocks(items.get(row.item)?.stem ?? [])),
    createTag(sign, sign, texts[`result_state_${row.state}`]),
  );
}

/**
 * @param {ResultJson} result
 * @param {Record<string, string>} texts
 */
function createReading({ read, lesson }, texts) {
  const link = lesson.href ? h("a", { href: lesson.href }, lesson.title) : lesson.title;
  return [
    createLaw(read, { ...texts, law_heading: texts.read_again }, 2),
    lesson.title && h("p", { class: "lc-read-lesson" }, texts.read_lesson, " ", link),
  ];
}
