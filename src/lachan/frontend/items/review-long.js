// Reviews of the longer types: pairs, steps, branching cases, essays.

/**
 * @import { EssayExplanation, FeedbackJson, ItemJson, MatchingExplanation, OptionJson, OrderingExplanation, PairKeyJson, ScenarioExplanation, SceneJson, SceneKeyJson, WayKeyJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Reviewed } from "./feedback.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createChatPhone, createOwn, createTalk } from "./chat.js";
import { targetLabel } from "./matching.js";
import { createRow, createTag } from "./review-parts.js";
import { plainText, renderBlocks } from "../shared/rich.js";
import { wayOut } from "./scenario.js";

/**
 * @param {MatchingExplanation} explanation
 * @param {Reviewed} reviewed
 */
export function createPairReview(explanation, { item, feedback, texts, media }) {
  const response = /** @type {Record<string, string | undefined> | null} */ (feedback.response);
  /** @param {string} id */
  const placeOf = (id) => item.targets.findIndex((target) => target.id === id);
  /** @param {string} id */
  const name = (id) => `${targetLabel(placeOf(id))} ${plainText(item.targets[placeOf(id)].text)}`;
  const rows = item.options.map((option, index) => {
    const { key, reason } = /** @type {PairKeyJson} */ (
      explanation.options.find((each) => each.id === option.id)
    );
    const said = response?.[option.id];
    const right = said === key;
    const sign = right ? "right" : "wrong";
    const tags = [];
    if (response && !said) tags.push(createTag("wrong", "wrong", texts.not_answered));
    if (said) tags.push(createTag(sign, sign, fillIn(texts.you_joined, { target: name(said) })));
    if (!right) tags.push(createTag("right", "", fillIn(texts.key_is, { key: name(key) })));
    const state = response ? (right ? "lc-is-right" : "lc-is-wrong") : "";
    return createRow({ state, label: `${index + 1}.`, text: option.text, tags, reason, media });
  });
  const left = explanation.extra.map(({ id, reason }) => {
    const target = item.targets[placeOf(id)];
    const tags = [createTag("plain", "", texts.extra_target)];
    return createRow({ label: targetLabel(placeOf(id)), text: target.text, tags, reason, media });
  });
  return h("ul", { class: "lc-reasons" }, rows, left);
}

/**
 * @param {OrderingExplanation} explanation
 * @param {Reviewed} reviewed
 */
export function createStepReview(explanation, { item, feedback, texts, media }) {
  const response = /** @type {string[] | null} */ (feedback.response);
  const rows = explanation.options.map(({ id, reason }, index) => {
    const step = /** @type {OptionJson} */ (item.options.find((option) => option.id === id));
    const place = response ? response.indexOf(id) : index;
    const right = place === index;
    const sign = right ? "right" : "wrong";
    const said = fillIn(texts.you_placed, { place: place + 1 });
    const tags = response ? [createTag(sign, sign, said)] : [];
    const state = response ? (right ? "lc-is-right" : "lc-is-wrong") : "";
    return createRow({ state, label: `${index + 1}.`, text: step.text, tags, reason, media });
  });
  return h("ol", { class: "lc-reasons" }, rows);
}

// The way that was gone, scene by scene; without a response, the best way.
/**
 * @param {ScenarioExplanation} explanation
 * @param {Reviewed} reviewed
 */
export function createPathReview(explanation, { item, feedback, texts, media }) {
  const { steps, ending, told } = followPath(explanation, item, feedback);
  const asked = feedback.response !== null;
  return [
    item.chat
      ? createChatReview({ steps, asked, texts, media })
      : h(
          "ul",
          { class: "lc-reasons" },
          steps.map((step) => createSceneReview({ ...step, asked, texts, media })),
        ),
    h(
      "div",
      { class: "lc-ending" },
      h("p", {}, h("strong", {}, texts[`ending_${told}`])),
      renderBlocks(ending.text, { media }),
    ),
  ];
}

/**
 * @param {ScenarioExplanation} explanation
 * @param {ItemJson} item
 * @param {FeedbackJson} feedback
 */
function followPath(explanation, item, feedback) {
  const response = /** @type {string[] | null} */ (feedback.response);
  /** @param {string} id */
  const show = (id) => /** @type {SceneJson} */ (item.scenes.find((each) => each.id === id));
  /** @type {StepMade[]} */
  const steps = [];
  let scene = explanation.scenes[0];
  for (let step = 0; scene.choices.length > 0; step += 1) {
    const { choices } = scene;
    const best = /** @type {WayKeyJson} */ (choices.find((choice) => choice.best));
    const gone = choices.find((choice) => choice.id === response?.[step]);
    const made = response ? /** @type {WayKeyJson} */ (gone) : best;
    steps.push({ shown: show(scene.id), made, best });
    scene = /** @type {SceneKeyJson} */ (explanation.scenes.find((each) => each.id === made.next));
  }
  return { steps, ending: show(scene.id), told: scene.ending };
}

/**
 * A scene with what was chosen in it, and the best choice.
 * @typedef {{ shown: SceneJson, made: WayKeyJson, best: WayKeyJson }} StepMade
 *
 * @typedef {{ asked: boolean, texts: Record<string, string>, media: Media }} Shown
 */

/** @param {StepMade & Shown} step */
function createSceneReview({ asked, texts, media, ...step }) {
  const said = fillIn(texts.you_did, { choice: plainText(wayOut(step.shown, step.made.id).text) });
  const { tags, reason, state } = judge(step, said, texts);
  return createRow({ state: asked ? state : "", text: step.shown.text, tags, reason, media });
}

// The chat once more, and below each choice what it means.
/** @param {{ steps: StepMade[] } & Shown} chat */
function createChatReview({ steps, asked, texts, media }) {
  const rows = steps.map((step) => {
    const { tags, reason, state } = judge(step, step.made.best ? texts.chat_better : texts.chat_poor, texts);
    return [
      createTalk(step.shown, texts, media),
      createOwn(wayOut(step.shown, step.made.id), texts, media),
      h(
        "li",
        { class: `lc-message lc-meaning ${asked ? state : ""}` },
        h("p", { class: "lc-tags" }, tags),
        h("div", { class: "lc-why" }, renderBlocks(reason, { media })),
      ),
    ];
  });
  return createChatPhone(texts, h("ol", { class: "lc-messages", "aria-label": texts.chat_past }, rows));
}

/**
 * @param {StepMade} step
 * @param {string} said
 * @param {Record<string, string>} texts
 */
function judge({ shown, made, best }, said, texts) {
  const right = made.best;
  const sign = right ? "right" : "wrong";
  const better = fillIn(texts.better_way, { choice: plainText(wayOut(shown, best.id).text) });
  const tags = [createTag(sign, sign, said)];
  if (!right) tags.push(createTag("right", "", better));
  const reason = right ? made.reason : [...made.reason, ...best.reason];
  return { tags, reason, state: right ? "lc-is-right" : "lc-is-wrong" };
}

/**
 * @param {EssayExplanation} explanation
 * @param {Reviewed} reviewed
 */
export function createEssayReview({ guide, rubric }, { feedback, texts, media, level }) {
  const points = rubric.map((criterion) =>
    h(
      "li",
      {},
      renderBlocks(criterion.text, { media }),
      h("p", { class: "lc-hint" }, fillIn(texts.criterion_points, criterion)),
    ),
  );
  return [
    feedback.response && h("blockquote", { class: "lc-written" }, String(feedback.response)),
    h("p", {}, texts.essay_marked),
    h(`h${level}`, {}, texts.essay_guide),
    renderBlocks(guide, { media }),
    h(`h${level}`, {}, texts.essay_rubric),
    h("ul", {}, points),
  ];
}
