// The right answer beside the chart, for the types whose bars do not tell it.

/**
 * @import { Reviewed } from "../items/feedback.js"
 * @import { OptionJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 */
import { createTag } from "../items/review-parts.js";
import { fillIn, h } from "../shared/dom.js";
import { renderBlocks } from "../shared/rich.js";

/**
 * @param {Omit<Reviewed, "level">} reviewed
 * @returns {Child}
 */
export function createAnswer({ item, feedback, texts, media }) {
  const { explanation } = feedback;
  switch (explanation.type) {
    case "short_answer":
    case "short_text": {
      const key = item.unit ? `${explanation.key} ${item.unit}` : explanation.key;
      return h("p", { class: "lc-live-answer" }, createTag("right", "right", fillIn(texts.key_is, { key })));
    }
    case "ordering": {
      const steps = explanation.options.map(
        ({ id }) => /** @type {OptionJson} */ (item.options.find((option) => option.id === id)),
      );
      return h(
        "ol",
        { class: "lc-live-answer" },
        steps.map(({ text }) => h("li", {}, renderBlocks(text, { media }))),
      );
    }
    default:
      return null;
  }
}
