// What a person sees after an answer: the result, a reason for every choice, the law.

/**
 * @import { AnswerJson, ChoiceExplanation, CitationJson, FeedbackJson, ItemJson, OptionKeyJson, TypedExplanation } from "../wire"
 * @import { Media } from "../shared/rich.js"
 */
import { fillIn, h, uid } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { optionLabel } from "./item.js";
import { createEssayReview, createPairReview, createPathReview, createStepReview } from "./review-long.js";
import { createRow, createTag, stateOf } from "./review-parts.js";
import { renderBlocks, renderImage } from "../shared/rich.js";

/**
 * @typedef {{
 *   item: ItemJson,
 *   feedback: FeedbackJson,
 *   texts: Record<string, string>,
 *   media: Media,
 *   level: number,
 * }} Reviewed
 */

// `level` is the level of the result's heading. The returned heading takes focus.
/** @param {Reviewed} reviewed */
export function createReview({ item, feedback, texts, media, level }) {
  const id = uid();
  const { explanation, correct } = feedback;
  const heading = h(
    `h${level}`,
    { id, tabindex: -1, class: `lc-result ${stateOf(correct)}` },
    correct !== null && h("span", { class: "lc-mark" }, createIcon(correct ? "right" : "wrong")),
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

/**
 * @param {ItemJson} item
 * @param {boolean | null} correct
 * @param {Record<string, string>} texts
 */
function headingOf(item, correct, texts) {
  if (item.type === "essay") return texts.essay_review;
  if (correct === null) return texts.answer;
  return correct ? texts.right : texts.wrong;
}

/** @param {Reviewed} context */
function createBody(context) {
  const { explanation } = context.feedback;
  switch (explanation.type) {
    case "short_answer":
    case "short_text":
      return createTyped(explanation, context);
    case "matching":
      return createPairReview(explanation, context);
    case "ordering":
      return createStepReview(explanation, context);
    case "scenario":
      return createPathReview(explanation, context);
    case "essay":
      return createEssayReview(explanation, context);
    default:
      return createReasons(explanation, context);
  }
}

// The articles that an answer rests on, in words for the reader's age; that there are none, where
// it is a matter of skill.
/**
 * @param {CitationJson[]} citations
 * @param {Record<string, string>} texts
 * @param {number} level
 */
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
/**
 * @param {CitationJson} citation
 * @param {Record<string, string>} texts
 */
function linkToLaw({ id, label }, texts) {
  /** @type {HTMLMetaElement | null} */
  const told = document.querySelector('meta[name="lachan-tra-cuu"]');
  const place = told?.content;
  if (!place || !id) return label;
  const href = `${place}#${encodeURI(id)}`;
  const attributes = { href, target: "_blank", rel: "noopener" };
  return h("a", attributes, label, h("span", { class: "lc-unseen" }, ` ${texts.law_open}`));
}

/**
 * @param {ItemJson} item
 * @param {FeedbackJson} feedback
 * @param {Record<string, string>} texts
 */
function createScore(item, feedback, texts) {
  const template = texts[`score_${item.type}`];
  if (!template || feedback.score === null) return null;
  const { right, total } = feedback;
  const points = feedback.score.replace(/\.?0+$/, "").replace(".", ",") || "0";
  return h("p", { class: "lc-score" }, fillIn(template, { right, total, points }));
}

/**
 * @param {ChoiceExplanation} explanation
 * @param {Reviewed} context
 */
function createReasons(explanation, { item, feedback, texts, media }) {
  const known = new Map(explanation.options.map((option) => [option.id, option]));
  const rows = item.options.map((option, index) => {
    const { key, reason } = /** @type {OptionKeyJson} */ (known.get(option.id));
    const tags =
      item.type === "true_false_group"
        ? verdictTags(key, findVerdict(feedback.response, option.id), texts)
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

/**
 * Null where nothing was answered, undefined where this statement was not.
 * @param {AnswerJson | null} response
 * @param {string} id
 */
function findVerdict(response, id) {
  const verdicts = /** @type {Record<string, boolean | undefined> | null} */ (response);
  return verdicts === null ? null : verdicts[id];
}

/**
 * @param {AnswerJson | null} response
 * @param {string} id
 */
function isChosen(response, id) {
  return Array.isArray(response) ? response.includes(id) : response === id;
}

/**
 * @param {boolean} key
 * @param {boolean} chosen
 * @param {string} type
 * @param {Record<string, string>} texts
 */
function choiceTags(key, chosen, type, texts) {
  const elements = [];
  if (key) elements.push(createTag("right", "right", texts.key_choice));
  if (key && chosen) elements.push(createTag("right", "", texts.chosen));
  if (!key && chosen) elements.push(createTag("wrong", "wrong", texts.chosen_wrong));
  if (key && !chosen && type === "multiple_choice") {
    elements.push(createTag("wrong", "wrong", texts.not_chosen));
  }
  return { elements, state: key ? "lc-is-right" : chosen ? "lc-is-wrong" : "" };
}

/**
 * @param {boolean} key
 * @param {boolean | null | undefined} answer
 * @param {Record<string, string>} texts
 */
function verdictTags(key, answer, texts) {
  const tellKey = createTag("right", "", fillIn(texts.key_is, { key: texts[`verdict_${key}`] }));
  if (answer === null) return { elements: [tellKey], state: "" };
  const right = answer === key;
  const sign = right ? "right" : "wrong";
  const said =
    answer === undefined
      ? texts.not_answered
      : fillIn(texts.you_said, { verdict: texts[`verdict_${answer}`] });
  const elements = [createTag(sign, sign, said)];
  if (!right) elements.push(tellKey);
  return { elements, state: right ? "lc-is-right" : "lc-is-wrong" };
}

/**
 * @param {TypedExplanation} explanation
 * @param {Reviewed} context
 */
function createTyped({ key, reason }, { item, feedback, texts, media }) {
  const { correct, response } = feedback;
  const sign = correct ? "right" : "wrong";
  const unit = item.unit ? ` ${item.unit}` : "";
  const said = fillIn(texts.you_typed, { answer: response + unit });
  return h(
    "div",
    { class: `lc-reason ${stateOf(correct)}` },
    h(
      "p",
      { class: "lc-tags" },
      correct !== null && createTag(sign, sign, said),
      !correct && createTag("right", "", fillIn(texts.key_is, { key: key + unit })),
    ),
    h("div", { class: "lc-why" }, renderBlocks(reason, { media })),
  );
}
