// One or several questions: the front end of lachan.widgets.Quiz.

/**
 * @import { QuizState } from "../wire"
 * @import { Place } from "../shared/send.js"
 */
import { createAloud } from "../shared/aloud.js";
import { createDeck } from "./deck.js";
import { h } from "../shared/dom.js";

/** @param {Place<QuizState>} place */
function render({ model, el }) {
  const deck = createDeck({ model });
  // JupyterLab would take single keys typed here for notebook commands.
  const root = h("div", { class: "lc lc-quiz", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  root.append(deck.element);
  const aloud = createAloud({
    root,
    texts: model.get("texts"),
    find: () => root.querySelector(".lc-deck-body"),
    rate: () => 0.9,
  });
  el.replaceChildren(aloud.element, root);
  return () => {
    aloud.dispose();
    deck.dispose();
  };
}

export default { render };
