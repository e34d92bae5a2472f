// A branching case as a chat: messages come in, and what is chosen goes out at once.

/**
 * @import { SceneJson, WayJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 * @import { Drawn, Walk } from "./scenario.js"
 */
import { h } from "../shared/dom.js";
import { createMessage } from "../shared/phone.js";
import { renderPhrasing } from "../shared/rich.js";

const letters = "ABCD";

/**
 * @param {Walk} walk
 * @returns {Drawn}
 */
export function drawChat({ walked, scene, texts, media, go }) {
  const past = walked.map(({ scene: before, way }) => [
    createTalk(before, texts, media),
    createOwn(way, texts, media),
  ]);
  // What is new takes the focus, so that it is what is read out next.
  const heading = h(
    "ol",
    { class: "lc-messages lc-new", tabindex: -1, "aria-label": texts.chat_new },
    createTalk(scene, texts, media),
  );
  const phone = createChatPhone(
    texts,
    past.length > 0 && h("ol", { class: "lc-messages", "aria-label": texts.chat_past }, past),
    heading,
  );
  if (scene.choices.length === 0) {
    return { element: [phone, h("p", { class: "lc-hint" }, texts.scene_done)], heading, inputs: [] };
  }
  const inputs = scene.choices.map(({ id, text }, index) =>
    h(
      "button",
      { type: "button", class: "lc-button lc-reply", onclick: () => go(id) },
      h("span", { class: "lc-letter" }, `${letters[index]}.`),
      h("span", { class: "lc-option" }, renderPhrasing(text, { media })),
    ),
  );
  const replies = h(
    "div",
    { class: "lc-replies", role: "group", "aria-label": texts.scene_question },
    h("p", { class: "lc-hint" }, texts.scene_question),
    inputs,
  );
  return { element: [phone, replies], heading, inputs };
}

/**
 * @param {Record<string, string>} texts
 * @param {...Child} lists
 */
export function createChatPhone(texts, ...lists) {
  return h("div", { class: "lc-phone" }, h("p", { class: "lc-phone-bar" }, texts.chat_phone), lists);
}

// What a scene says, each message and each note between them.
/**
 * @param {SceneJson} scene
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
export function createTalk(scene, texts, media) {
  return scene.talk.map((message) => createMessage(message, texts, media));
}

// What was chosen: a message where it is written, a note where it is done.
/**
 * @param {WayJson} way
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
export function createOwn({ reply, text }, texts, media) {
  if (reply) {
    const message = { sender: texts.chat_me, own: true, leads: true, time: "", number: null, nodes: reply };
    return createMessage(message, texts, media);
  }
  return h(
    "li",
    { class: "lc-message lc-between lc-act" },
    h("p", {}, h("strong", {}, `${texts.scene_chosen} `), renderPhrasing(text, { media })),
  );
}
