// The paper maker: the front end of lachan.widgets.papers.maker.PaperMaker.

import { fillWith, focusOn, h } from "../shared/dom.js";
import { createEditor } from "./editor.js";
import { createFaults } from "./fields.js";
import { createForm } from "./form.js";
import { createLink } from "./link.js";
import { createPress, tellNotice } from "./press.js";
import { createPreview } from "./preview.js";
import { createStart } from "./start.js";
import { createVerdict } from "./verdict.js";

const pause_ms = 350;

function render({ model, el }) {
  const texts = model.get("texts");
  const context = {
    model,
    texts,
    menu: model.get("menu"),
    form: createForm(),
    faults: createFaults(),
    link: createLink(model, texts.paper_lost),
    titles: new Map(),
  };
  const notice = h("div", { role: "alert" });
  const start = h("div", {});
  const work = h("div", {});
  let view = null;

  const open = async (message) => {
    tellNotice(notice, await context.link.ask(message));
    if (notice.textContent) return focusOn(notice);
    await view?.close();
    context.form.replace({ ...context.form.get(), ...model.get("form") });
    show();
    return focusOn(work.querySelector("h2"));
  };
  const show = () => {
    view = createView(context);
    fillWith(start, createStartSection({ context, open, isFirst: false }));
    fillWith(work, view.element);
    view.look();
  };
  notice.tabIndex = -1;
  context.form.onWrite(() => view?.changed());
  el.replaceChildren(
    h(
      "div",
      { class: "lc lc-paper", lang: "vi", "data-lm-suppress-shortcuts": "true" },
      h("h1", {}, texts.paper_heading),
      h("p", { class: "lc-lead" }, texts.paper_intro),
      start,
      notice,
      work,
    ),
  );
  if (context.form.get() === null) fillWith(start, createStartSection({ context, open, isFirst: true }));
  else show();
  return () => {
    view?.close();
    context.link.dispose();
  };
}

function createStartSection({ context, open, isFirst }) {
  const { model, texts } = context;
  const body = createStart({ model, texts, open });
  if (isFirst) return h("section", {}, h("h2", {}, texts.paper_start), body);
  return h("details", { class: "lc-paper-details" }, h("summary", {}, texts.paper_start_again), body);
}

// One form on the screen. Sums follow every key; the bank is asked after a short pause.
function createView(context) {
  const editor = createEditor(context);
  const verdict = createVerdict(context);
  const preview = createPreview(context);
  const press = createPress(context);
  let timer = null;
  let looking = false;
  let again = false;
  let closed = false;
  let last = {};
  const look = async () => {
    again = looking;
    if (looking || closed) return;
    looking = true;
    verdict.wait();
    const problem = await context.link.ask({ type: "look", form: context.form.get() });
    looking = false;
    // What was asked of this form says nothing of the one that is on the screen now.
    if (closed) return;
    if (again) {
      await look();
      return;
    }
    last = problem
      ? { supply: last.supply, state: "unknown", faults: [], lines: [problem] }
      : context.model.get("look");
    editor.update(last);
    verdict.update(last);
  };
  verdict.update({});
  return {
    element: [editor.element, verdict.element, preview.element, press.element, verdict.bar],
    look,
    changed() {
      // What was told of single cells holds no more; what the bank has still does.
      editor.update({ supply: last.supply });
      verdict.update({});
      preview.update();
      press.update();
      clearTimeout(timer);
      timer = setTimeout(look, pause_ms);
    },
    // Resolves once nothing of this form is being made any more.
    close() {
      closed = true;
      clearTimeout(timer);
      return press.close();
    },
  };
}

export default { render };
