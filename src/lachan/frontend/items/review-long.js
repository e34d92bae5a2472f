// Reviews of the longer types: pairs, steps, branching cases, essays.

import { fillIn, h } from "../shared/dom.js";
import { targetLabel } from "./matching.js";
import { createRow, createTag, marks } from "./review-parts.js";
import { plainText, renderBlocks } from "../shared/rich.js";
import { wayOut } from "./scenario.js";

export function createPairReview({ item, feedback, texts, media }) {
  const { explanation, response } = feedback;
  const places = new Map(item.targets.map((target, index) => [target.id, index]));
  const name = (id) => `${targetLabel(places.get(id))} ${plainText(item.targets[places.get(id)].text)}`;
  const rows = item.options.map((option, index) => {
    const { key, reason } = explanation.options.find((each) => each.id === option.id);
    const said = response && response[option.id];
    const right = said === key;
    const tags = [];
    if (response && !said) tags.push(createTag("wrong", marks.false, texts.not_answered));
    if (said)
      tags.push(
        createTag(right ? "right" : "wrong", marks[right], fillIn(texts.you_joined, { target: name(said) })),
      );
    if (!right) tags.push(createTag("right", "", fillIn(texts.key_is, { key: name(key) })));
    const state = response ? (right ? "lc-is-right" : "lc-is-wrong") : "";
    return createRow({ state, label: `${index + 1}.`, text: option.text, tags, reason, media });
  });
  const left = explanation.extra.map(({ id, reason }) => {
    const target = item.targets[places.get(id)];
    const tags = [createTag("plain", "", texts.extra_target)];
    return createRow({ label: targetLabel(places.get(id)), text: target.text, tags, reason, media });
  });
  return h("ul", { class: "lc-reasons" }, rows, left);
}

export function createStepReview({ item, feedback, texts, media }) {
  const { explanation, response } = feedback;
  const rows = explanation.options.map(({ id, reason }, index) => {
    const step = item.options.find((option) => option.id === id);
    const place = response ? response.indexOf(id) : index;
    const right = place === index;
    const said = fillIn(texts.you_placed, { place: place + 1 });
    const tags = response ? [createTag(right ? "right" : "wrong", marks[right], said)] : [];
    const state = response ? (right ? "lc-is-right" : "lc-is-wrong") : "";
    return createRow({ state, label: `${index + 1}.`, text: step.text, tags, reason, media });
  });
  return h("ol", { class: "lc-reasons" }, rows);
}

// The way that was gone, scene by scene; without a response, the best way.
export function createPathReview({ item, feedback, texts, media }) {
  const { explanation, response } = feedback;
  const texts_of = new Map(item.scenes.map((scene) => [scene.id, scene]));
  const keys = new Map(explanation.scenes.map((scene) => [scene.id, scene]));
  const rows = [];
  let scene = explanation.scenes[0];
  for (let step = 0; scene.choices.length > 0; step += 1) {
    const best = scene.choices.find((choice) => choice.best);
    const made = response ? scene.choices.find((choice) => choice.id === response[step]) : best;
    rows.push(
      createSceneReview({
        shown: texts_of.get(scene.id),
        made,
        best,
        asked: response !== null,
        texts,
        media,
      }),
    );
    scene = keys.get(made.next);
  }
  const ending = texts_of.get(scene.id);
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

function createSceneReview({ shown, made, best, asked, texts, media }) {
  const right = made.best;
  const said = fillIn(texts.you_did, { choice: plainText(wayOut(shown, made.id).text) });
  const better = fillIn(texts.better_way, { choice: plainText(wayOut(shown, best.id).text) });
  const tags = [createTag(right ? "right" : "wrong", marks[right], said)];
  if (!right) tags.push(createTag("right", "", better));
  const reason = right ? made.reason : [...made.reason, ...best.reason];
  const state = asked ? (right ? "lc-is-right" : "lc-is-wrong") : "";
  return createRow({ state, text: shown.text, tags, reason, media });
}

export function createEssayReview({ feedback, texts, media, level }) {
  const { guide, rubric } = feedback.explanation;
  const points = rubric.map((criterion) =>
    h(
      "li",
      {},
      renderBlocks(criterion.text, { media }),
      h("p", { class: "lc-hint" }, fillIn(texts.criterion_points, criterion)),
    ),
  );
  return [
    feedback.response && h("blockquote", { class: "lc-written" }, feedback.response),
    h("p", {}, texts.essay_marked),
    h(`h${level}`, {}, texts.essay_guide),
    renderBlocks(guide, { media }),
    h(`h${level}`, {}, texts.essay_rubric),
    h("ul", {}, points),
  ];
}
