// Reviews of the longer types: pairs, steps, branching cases, essays.

/**
 * @import { EssayExplanation, MatchingExplanation, OptionJson, OrderingExplanation, PairKeyJson, ScenarioExplanation, SceneJson, SceneKeyJson, WayJson, WayKeyJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Reviewed } from "./feedback.js"
 */
import { fillIn, h } from "../shared/dom.js";
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
  const response = /** @type {string[] | null} */ (feedback.response);
  /** @param {string} id */
  const show = (id) => /** @type {SceneJson} */ (item.scenes.find((each) => each.id === id));
  const rows = [];
  let scene = explanation.scenes[0];
  for (let step = 0; scene.choices.length > 0; step += 1) {
    const { choices } = scene;
    const best = /** @type {WayKeyJson} */ (choices.find((choice) => choice.best));
    const gone = choices.find((choice) => choice.id === response?.[step]);
    const made = response ? /** @type {WayKeyJson} */ (gone) : best;
    rows.push(
      createSceneReview({
        shown: show(scene.id),
        made,
        best,
        asked: response !== null,
        texts,
        media,
      }),
    );
    scene = /** @type {SceneKeyJson} */ (explanation.scenes.find((each) => each.id === made.next));
  }
  const ending = show(scene.id);
  return [
    h("ul", { class: "lc-reasons" }, rows),
    h(
      "div",
      { class: "lc-ending" },
      h("p", {}, h("strong", {}, texts[`ending_${scene.ending}`])),
      renderBlocks(ending.text, { media }),
    ),
  ];
}

/**
 * @param {{
 *   shown: SceneJson,
 *   made: WayKeyJson,
 *   best: WayKeyJson,
 *   asked: boolean,
 *   texts: Record<string, string>,
 *   media: Media,
 * }} scene
 */
function createSceneReview({ shown, made, best, asked, texts, media }) {
  const right = made.best;
  const sign = right ? "right" : "wrong";
  const said = fillIn(texts.you_did, { choice: plainText(wayOut(shown, made.id).text) });
  const better = fillIn(texts.better_way, { choice: plainText(wayOut(shown, best.id).text) });
  const tags = [createTag(sign, sign, said)];
  if (!right) tags.push(createTag("right", "", better));
  const reason = right ? made.reason : [...made.reason, ...best.reason];
  const state = asked ? (right ? "lc-is-right" : "lc-is-wrong") : "";
  return createRow({ state, text: shown.text, tags, reason, media });
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
