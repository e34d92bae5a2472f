// A phone with messages on it: who writes what, to be seen and to be heard.

/**
 * @import { MessageJson, ThreadJson } from "../wire"
 * @import { Media } from "./rich.js"
 */
import { h } from "./dom.js";
import { renderBlocks } from "./rich.js";

/** @param {{ thread: ThreadJson, texts: Record<string, string>, media?: Media }} options */
export function createPhone({ thread, texts, media = {} }) {
  const messages = thread.messages.map((message) => createMessage(message, texts, media));
  return h(
    "div",
    { class: "lc-phone" },
    h("p", { class: "lc-phone-bar" }, thread.label),
    h("ol", { class: "lc-messages", "aria-label": thread.label }, messages),
  );
}

// Who writes stands above the first message of a row; who listens hears it with each.
/**
 * @param {MessageJson} message
 * @param {Record<string, string>} texts
 * @param {Media} media
 */
export function createMessage({ sender, own, leads, time, number, nodes }, texts, media) {
  const said = renderBlocks(nodes, { media });
  if (!sender) return h("li", { class: "lc-message lc-between" }, said);
  return h(
    "li",
    { class: own ? "lc-message lc-own" : "lc-message" },
    h(
      "p",
      { class: leads ? "lc-sender" : "lc-sender lc-unseen" },
      number !== null && h("span", { class: "lc-unseen" }, `${texts.message_number} ${number}. `),
      sender,
      h("span", { class: "lc-unseen" }, ` ${texts.message_from}`),
    ),
    h(
      "div",
      { class: "lc-bubble" },
      number !== null && h("span", { class: "lc-message-number", "aria-hidden": "true" }, number),
      h("div", {}, said),
      time && h("span", { class: "lc-message-time" }, time),
    ),
  );
}
