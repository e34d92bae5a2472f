// What a person sees after an answer: the result, a reason for every choice, the law.

import { fillIn, h, uid } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { optionLabel } from "./item.js";
import { createEssayReview, createPairReview, createPathReview, createStepReview } from "./review-long.js";
import { createRow, createTag, marks, stateOf } from "./review-parts.js";
import { renderBlocks, renderImage } from "../shared/rich.js";

// `level` is the level of the result's heading. The returned heading takes focus.
export function createReview({ item, feedback, texts, media, level }) {
  const id = uid();
  const { explanation, correct } = feedback;
  const heading = h(
    `h${level}`,
    { id, tabindex: -1, class: `lc-result ${stateOf(correct)}` },
    correct !== null && h("span", { class: "lc-mark" }, createIcon(marks[correct])),
    h("span", {}, headingOf(item, correct, texts)),
  );
  const element = h(
    "section",
    { class: "lc-review", "aria-labelledby": id },
    h(
      "div",
      { class: "lc-stem" },
      renderBlocks(item.stem, { media }),
      item.media && renderImage(item.media.path, item.media.alt, media),
    ),
    heading,
    createScore(item, feedback, texts),
    createBody({ item, feedback, texts, media, level: level + 1 }),
    createLaw(explanation.citations, texts, level + 1, explanation.skill),
  );
  return { element, heading };
}

function headingOf(item, correct, texts) {
  if (item.type === "essay") return texts.essay_review;
  return { true: texts.right, false: texts.wrong, null: texts.answer }[correct];
}

function createBody(context) {
  const { item, feedback, texts, media } = context;
  switch (item.type) {
    case "short_answer":
    case "short_text":
      return createTyped(item, feedback, texts, media);
    case "matching":
      return createPairReview(context);
    case "ordering":
      return createStepReview(context);
    case "scenario":
      return createPathReview(context);
    case "essay":
      return createEssayReview(context);
    default:
      return createReasons(item, feedback, texts, media);
  }
}

// The articles that an answer rests on, in words for the reader's age; that there are none, where
// it is a matter of skill.
export function createLaw(citations, texts, level, skill = false) {
  if (citations.length === 0 && !skill) return null;
  const rows = citations.map((citation) =>
    h(
      "li",
      {},
      h("p", { class: "lc-law-label" }, linkToLaw(citation, texts)),
      h("p", {}, citation.plain),
      h(
        "p",
        { class: "lc-law-dates" },
        [citation.note, citation.dates, citation.status].filter(Boolean).join(" "),
      ),
    ),
  );
  return h(
    "div",
    { class: "lc-law" },
    h(`h${level}`, { class: "lc-law-heading" }, createIcon("law"), texts.law_heading),
    skill ? h("p", { class: "lc-law-none" }, texts.law_none) : h("ul", {}, rows),
  );
}

// Its entry on the page where the law is looked up, if the page around us says where that is. In a
// tab of its own, so that nobody loses what they are doing here.
function linkToLaw({ id, label }, texts) {
  const place = document.querySelector('meta[name="lachan-tra-cuu"]')?.content;
  if (!place || !id) return label;
  const href = `${place}#${encodeURI(id)}`;
  const attributes = { href, target: "_blank", rel: "noopener" };
  return h("a", attributes, label, h("span", { class: "lc-unseen" }, ` ${texts.law_open}`));
}

function createScore(item, feedback, texts) {
  const template = texts[`score_${item.type}`];
  if (!template || feedback.correct === null) return null;
  const { right, total } = feedback;
  const points = feedback.score.replace(/\.?0+$/, "").replace(".", ",") || "0";
  return h("p", { class: "lc-score" }, fillIn(template, { right, total, points }));
}

function createReasons(item, feedback, texts, media) {
  const known = new Map(feedback.explanation.options.map((option) => [option.id, option]));
  const rows = item.options.map((option, index) => {
    const { key, reason } = known.get(option.id);
    const tags =
      item.type === "true_false_group"
        ? verdictTags(key, feedback.response && feedback.response[option.id], texts)
        : choiceTags(key, isChosen(feedback.response, option.id), item.type, texts);
    return createRow({
      state: tags.state,
      label: optionLabel(item, index),
      text: option.text,
      tags: tags.elements,
      reason,
      media,
    });
  });
  return h("ul", { class: "lc-reasons" }, rows);
}

function isChosen(response, id) {
  return Array.isArray(response) ? response.includes(id) : response === id;
}

function choiceTags(key, chosen, type, texts) {
  const elements = [];
  if (key) elements.push(createTag("right", marks.true, texts.key_choice));
  if (key && chosen) elements.push(createTag("right", "", texts.chosen));
  if (!key && chosen) elements.push(createTag("wrong", marks.false, texts.chosen_wrong));
  if (key && !chosen && type === "multiple_choice") {
    elements.push(createTag("wrong", marks.false, texts.not_chosen));
  }
  return { elements, state: key ? "lc-is-right" : chosen ? "lc-is-wrong" : "" };
}

function verdictTags(key, answer, texts) {
  const tellKey = createTag("right", "", fillIn(texts.key_is, { key: texts[`verdict_${key}`] }));
  if (answer === null) return { elements: [tellKey], state: "" };
  const right = answer === key;
  const said =
    answer === undefined
      ? texts.not_answered
      : fillIn(texts.you_said, { verdict: texts[`verdict_${answer}`] });
  const elements = [createTag(right ? "right" : "wrong", marks[right], said)];
  if (!right) elements.push(tellKey);
  return { elements, state: right ? "lc-is-right" : "lc-is-wrong" };
}

function createTyped(item, feedback, texts, media) {
  const { explanation, correct, response } = feedback;
  const { key, reason } = explanation;
  const unit = item.unit ? ` ${item.unit}` : "";
  const said = fillIn(texts.you_typed, { answer: response + unit });
  return h(
    "div",
    { class: `lc-reason ${stateOf(correct)}` },
    h(
      "p",
      { class: "lc-tags" },
      correct !== null && createTag(correct ? "right" : "wrong", marks[correct], said),
      !correct && createTag("right", "", fillIn(texts.key_is, { key: key + unit })),
    ),
    h("div", { class: "lc-why" }, renderBlocks(reason, { media })),
  );
}
