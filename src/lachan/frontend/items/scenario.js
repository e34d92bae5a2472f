// A branching case, one scene at a time; what was chosen stays in sight and can be taken back.

/**
 * @import { SceneJson, WayJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 * @import { Control, FieldContext } from "./item.js"
 */
import { createChoice, createChoices } from "../shared/choice.js";
import { fillWith, focusOn, h, uid } from "../shared/dom.js";
import { renderBlocks, renderPhrasing } from "../shared/rich.js";
import { drawChat } from "./chat.js";

/**
 * Where somebody is in a case: the scenes behind with what was chosen there, and the scene now.
 * @typedef {{
 *   walked: { scene: SceneJson, way: WayJson }[],
 *   scene: SceneJson,
 *   texts: Record<string, string>,
 *   media: Media,
 *   go: (choice: string) => unknown,
 * }} Walk
 *
 * How that looks; `inputs` are empty at an end.
 * @typedef {{ element: Child, heading: HTMLElement, inputs: HTMLElement[] }} Drawn
 */

const letters = "ABCD";

/**
 * @param {FieldContext} context
 * @returns {Control}
 */
export function createScenario({ item, texts, media }) {
  const scenes = new Map(item.scenes.map((scene) => [scene.id, scene]));
  /** @type {string[]} */
  const path = [];
  const body = h("div", { class: "lc-scenes" });

  const change = () => {
    current = draw(true);
    body.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** @param {string} choice */
  const go = (choice) => {
    path.push(choice);
    change();
  };

  const back = () => {
    path.pop();
    change();
  };

  /** @param {boolean} takeFocus */
  const draw = (takeFocus) => {
    const walked = [];
    let [scene] = item.scenes;
    for (const id of path) {
      const way = wayOut(scene, id);
      walked.push({ scene, way });
      scene = /** @type {SceneJson} */ (scenes.get(way.next));
    }
    const drawn = (item.chat ? drawChat : drawScenes)({ walked, scene, texts, media, go });
    const undo =
      path.length > 0 &&
      h("button", { type: "button", class: "lc-button lc-quiet", onclick: back }, texts.scene_back);
    fillWith(body, drawn.element, undo);
    if (takeFocus) focusOn(drawn.heading);
    return drawn;
  };

  let current = draw(false);
  return {
    element: body,
    findMissing: () =>
      current.inputs.length > 0 ? { message: texts.missing_scene, element: current.inputs[0] } : null,
    read: () => [...path],
    write: (answer) => {
      path.splice(0, path.length, .../** @type {string[]} */ (answer));
      current = draw(false);
    },
    focus: () => focusOn(current.heading),
  };
}

/**
 * @param {SceneJson} scene
 * @param {string} id
 */
export function wayOut(scene, id) {
  return /** @type {WayJson} */ (scene.choices.find((choice) => choice.id === id));
}

/**
 * @param {Walk} walk
 * @returns {Drawn}
 */
function drawScenes(walk) {
  const past = walk.walked.map(({ scene, way }) => createPast(scene, way, walk));
  const { element, heading, inputs } = createScene(walk);
  return { element: [past, element], heading, inputs };
}

/**
 * @param {SceneJson} scene
 * @param {WayJson} way
 * @param {Walk} walk
 */
function createPast(scene, way, { texts, media }) {
  return h(
    "div",
    { class: "lc-scene lc-scene-past" },
    renderBlocks(scene.text, { media }),
    h("p", {}, h("strong", {}, `${texts.scene_chosen} `), renderPhrasing(way.text, { media })),
  );
}

/** @param {Walk} walk */
function createScene({ scene, texts, media, go }) {
  const name = uid();
  const heading = h("div", { tabindex: -1, class: "lc-scene-text" }, renderBlocks(scene.text, { media }));
  if (scene.choices.length === 0) {
    const done = h("p", { class: "lc-hint" }, texts.scene_done);
    return { element: h("div", { class: "lc-scene" }, heading, done), heading, inputs: [] };
  }
  const inputs = scene.choices.map((choice) => h("input", { type: "radio", name, value: choice.id }));
  const notice = h("p", { class: "lc-notice", role: "status" });
  const next = () => {
    const picked = inputs.find((input) => input.checked);
    if (picked) go(picked.value);
    else notice.textContent = texts.missing_choice;
  };
  const element = h(
    "div",
    {
      class: "lc-scene",
      role: "radiogroup",
      "aria-label": texts.scene_question,
      oninput: () => (notice.textContent = ""),
    },
    heading,
    createChoices(
      scene.choices.map(({ text }, index) =>
        createChoice(inputs[index], renderPhrasing(text, { media }), `${letters[index]}.`),
      ),
    ),
    notice,
    h("button", { type: "button", class: "lc-button", onclick: next }, texts.scene_next),
  );
  return { element, heading, inputs };
}
