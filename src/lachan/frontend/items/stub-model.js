// A model without a kernel: the part of anywidget's model that our modules use. It grades
// from keys that came with the page, so it is for practice items only.

/**
 * @import { AnsweringState, OfflineJson } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { ResponseError, buildFeedback } from "./grade.js";

/**
 * @typedef {{ type: string, item: string, response?: unknown }} Message
 */

// `data` holds items, keys, texts and media, as lachan.widgets.offline_json gives them.
/**
 * @param {OfflineJson} data
 * @returns {Model<AnsweringState>}
 */
export function createStubModel(data) {
  const { keys, ...rest } = data;
  /** @type {AnsweringState} */
  const state = { feedback: {}, notice: "", ...rest };
  /** @type {Map<string, (() => unknown)[]>} */
  const listeners = new Map();

  /**
   * @template {keyof AnsweringState} Name
   * @param {Name} name
   * @param {AnsweringState[Name]} value
   */
  const set = (name, value) => {
    if (state[name] === value) return;
    state[name] = value;
    for (const listener of [...(listeners.get(`change:${name}`) ?? [])]) listener();
  };

  /** @param {Message} message */
  const answer = ({ item, response }) => {
    try {
      const feedback = buildFeedback(item, keys[item], response);
      set("feedback", { ...state.feedback, [item]: feedback });
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      set("notice", state.texts.refused);
    }
  };

  /** @param {Message} message */
  const retry = ({ item }) => {
    const { [item]: _, ...others } = state.feedback;
    set("feedback", others);
  };

  return {
    get: (name) => state[name],
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    off(name, listener) {
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((other) => other !== listener),
      );
    },
    send(sent) {
      const message = /** @type {Message} */ (sent);
      set("notice", "");
      if (message.type === "answer") answer(message);
      if (message.type === "retry") retry(message);
    },
  };
}
