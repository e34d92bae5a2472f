// The paper maker: the front end of lachan.widgets.papers.maker.PaperMaker.

/**
 * @import { PaperMakerState } from "../wire"
 * @import { Place } from "../shared/send.js"
 * @import { Faults } from "./fields.js"
 * @import { Form } from "./form.js"
 * @import { Link } from "../shared/work-link.js"
 * @import { Look } from "./verdict.js"
 */
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createEditor } from "./editor.js";
import { createFaults } from "./fields.js";
import { createForm } from "./form.js";
import { createLink } from "../shared/work-link.js";
import { createPress, tellNotice } from "./press.js";
import { createPreview } from "./preview.js";
import { createStart } from "./start.js";
import { createVerdict } from "./verdict.js";

/**
 * What all parts of the screen share; `titles` are those of the topics that the band has.
 * @typedef {object} Context
 * @property {Place<PaperMakerState>["model"]} model
 * @property {PaperMakerState["texts"]} texts
 * @property {PaperMakerState["menu"]} menu
 * @property {Form} form
 * @property {Faults} faults
 * @property {Link} link
 * @property {Map<string, string>} titles
 */

const pause_ms = 350;

/** @param {Place<PaperMakerState>} place */
function render({ model, el }) {
  const texts = model.get("texts");
  /** @type {Context} */
  const context = {
    model,
    texts,
    menu: model.get("menu"),
    form: createForm(),
    faults: createFaults(),
    link: createLink(model, texts.paper_lost),
    titles: new Map(),
  };
  const { menu, form, link } = context;
  const notice = h("div", { role: "alert", tabindex: -1 });
  const start = h("div", {});
  const work = h("div", {});
  /** @type {ReturnType<typeof createView> | null} */
  let view = null;

  /** @param {object} message */
  const open = async (message) => {
    tellNotice(notice, await link.ask(message));
    if (notice.textContent) {
      focusOn(notice);
      return;
    }
    await view?.close();
    form.replace({ ...form.get(), ...model.get("form") });
    focusOn(show());
  };
  // Returns the heading of what is on the screen then.
  const show = () => {
    view = createView(context);
    const again = createStart({ menu, texts, open });
    fillWith(
      start,
      h("details", { class: "lc-paper-details" }, h("summary", {}, texts.paper_start_again), again),
    );
    fillWith(work, view.element);
    view.look();
    return view.heading;
  };
  form.onWrite(() => view?.changed());
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
  if (form.isThere()) show();
  else {
    const first = createStart({ menu, texts, open });
    fillWith(start, h("section", {}, h("h2", {}, texts.paper_start), first));
  }
  return () => {
    view?.close();
    link.dispose();
  };
}

// One form on the screen. Sums follow every key; the bank is asked after a short pause.
/** @param {Context} context */
function createView(context) {
  const editor = createEditor(context);
  const verdict = createVerdict(context);
  const preview = createPreview(context);
  const press = createPress(context);
  /** @type {number | undefined} */
  let timer;
  let looking = false;
  let again = false;
  let closed = false;
  /** @type {Look} */
  let last = {};
  /** @returns {Promise<void>} */
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
    last = problem ? { state: "unknown", supply: last.supply, lines: [problem] } : context.model.get("look");
    editor.update(last);
    verdict.update(last);
  };
  verdict.update({});
  return {
    element: [editor.element, verdict.element, preview.element, press.element, verdict.bar],
    heading: editor.heading,
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
