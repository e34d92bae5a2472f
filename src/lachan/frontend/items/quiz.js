// One or several questions: the front end of lachan.widgets.Quiz.

/**
 * @import { QuizState } from "../wire"
 * @import { Place } from "../shared/send.js"
 */
import { createDeck } from "./deck.js";
import { h } from "../shared/dom.js";

/** @param {Place<QuizState>} place */
function render({ model, el }) {
  const deck = createDeck({ model });
  // JupyterLab would take single keys typed here for notebook commands.
  const root = h("div", { class: "lc lc-quiz", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  root.append(deck.element);
  el.replaceChildren(root);
  return () => deck.dispose();
}

export default { render };
