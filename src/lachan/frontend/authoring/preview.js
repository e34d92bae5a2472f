// The question as pupils meet it, and what they are told when they have answered.

/** @import { Context } from "./writer.js" */
import { fillWith, h } from "../shared/dom.js";
import { createReview } from "../items/feedback.js";
import { createFields } from "../items/item.js";

/** @param {Context} context */
export function createPreview({ model, texts, words }) {
  const body = h("div", { class: "lc-write-look" });
  const source = h("pre", { class: "lc-write-yaml", tabindex: 0 });
  const element = h(
    "section",
    {},
    h("h2", {}, words.preview),
    body,
    h("details", { class: "lc-write-details" }, h("summary", {}, words.yaml), source),
  );
  return {
    element,
    update() {
      const look = model.get("look");
      const item = "item" in look ? look.item : null;
      const feedback = "feedback" in look ? look.feedback : null;
      source.textContent = "yaml" in look ? look.yaml : "";
      if (!item || !feedback) {
        fillWith(body, h("p", {}, words.preview_none));
        return;
      }
      const shown = { item, texts, media: model.get("media") };
      fillWith(
        body,
        h("h3", {}, words.preview_asked),
        createFields(shown).element,
        h("h3", {}, words.preview_told),
        createReview({ ...shown, feedback, level: 4 }).element,
      );
    },
  };
}
