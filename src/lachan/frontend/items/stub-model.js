// A model without a kernel: the part of anywidget's model that our modules use. It grades
// from keys that came with the page, so it is for practice items only.

import { ResponseError, buildFeedback } from "./grade.js";

// `data` holds items, keys, texts and media, as lachan.widgets.offline_json gives them.
export function createStubModel(data) {
  const { keys, ...rest } = data;
  const state = { feedback: {}, notice: "", media: {}, ...rest };
  const listeners = new Map();

  const set = (name, value) => {
    if (state[name] === value) return;
    state[name] = value;
    for (const listener of [...(listeners.get(`change:${name}`) ?? [])]) listener();
  };

  const answer = ({ item, response }) => {
    try {
      const feedback = buildFeedback(item, keys[item], response);
      set("feedback", { ...state.feedback, [item]: feedback });
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      set("notice", state.texts.refused);
    }
  };

  const retry = ({ item }) => {
    const { [item]: _, ...others } = state.feedback;
    set("feedback", others);
  };

  return {
    get: (name) => state[name],
    set,
    save_changes() {},
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    off(name, listener) {
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((other) => other !== listener),
      );
    },
    send(message) {
      set("notice", "");
      if (message.type === "answer") answer(message);
      if (message.type === "retry") retry(message);
    },
  };
}
