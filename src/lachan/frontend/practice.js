// Practice: choose, answer one by one, see what to read again. The front end of
// lachan.widgets.Practice.

import { createButton, createDeck } from "./deck.js";
import { fillWith, focusOn, h } from "./dom.js";
import { createHelp } from "./help.js";
import { createChooser } from "./practice-chooser.js";
import { createResult } from "./practice-result.js";

function render({ model, el }) {
  const root = h("div", { class: "lc lc-practice", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  const texts = model.get("texts");
  const notice = h("p", { class: "lc-notice", role: "status" });
  let deck = null;
  let isFirst = true;
  el.replaceChildren(root);

  const views = {
    choose: () => createChooser({ model, onStart: (wish) => model.send({ type: "start", ...wish }) }),
    run: () => {
      deck = createDeck({ model, onFinish: () => model.send({ type: "finish" }) });
      return createRun({ model, texts, deck });
    },
    result: () => createResult({ model, texts }),
  };
  const show = () => {
    deck?.dispose();
    deck = null;
    const view = views[model.get("stage")]();
    fillWith(root, view.element, notice, createHelp({ help: model.get("help"), texts, level: 2 }));
    if (!isFirst) focusOn(view.heading);
    isFirst = false;
  };
  const onNotice = () => {
    notice.textContent = model.get("stage") === "run" ? "" : model.get("notice");
  };

  model.on("change:stage", show);
  model.on("change:notice", onNotice);
  show();
  return () => {
    deck?.dispose();
    model.off("change:stage", show);
    model.off("change:notice", onNotice);
  };
}

function createRun({ model, texts, deck }) {
  const heading = h("h1", { tabindex: -1 }, model.get("title"));
  const stop = createButton(texts.stop, "lc-quiet", () => model.send({ type: "finish" }));
  const element = h(
    "div",
    { class: "lc-run" },
    h("div", { class: "lc-run-head" }, heading, stop),
    deck.element,
  );
  return { element, heading };
}

export default { render };
