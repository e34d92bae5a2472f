// The form for questions: the front end of lachan.widgets.authoring.writer.ItemWriter.

/**
 * @import { ItemWriterState } from "../wire"
 * @import { Place } from "../shared/send.js"
 * @import { Link } from "../shared/work-link.js"
 * @import { Notes } from "./notes.js"
 * @import { State } from "./state.js"
 */
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createLink } from "../shared/work-link.js";
import { createEditor } from "./editor.js";
import { createNotes } from "./notes.js";
import { createStart } from "./start.js";
import { createState } from "./state.js";

/**
 * What all parts of the screen share. `redraw` draws the form anew and moves the focus to a field;
 * `update` asks what is wrong at once; `touch` says that somebody has been at a field.
 * @typedef {object} Context
 * @property {Place<ItemWriterState>["model"]} model
 * @property {ItemWriterState["texts"]} texts
 * @property {ItemWriterState["words"]} words
 * @property {ItemWriterState["menu"]} menu
 * @property {State} state
 * @property {Notes} notes
 * @property {Link} link
 * @property {(field?: string) => void} redraw
 * @property {() => void} update
 * @property {(field: string) => void} touch
 */

/** @param {Place<ItemWriterState>} place */
function render({ model, el }) {
  const texts = model.get("texts");
  const words = model.get("words");
  const menu = model.get("menu");
  const state = createState();
  const link = createLink(model, texts.paper_lost);
  const notice = h("div", { class: "lc-write-said", role: "alert", tabindex: -1 });
  const start = h("div", {});
  const work = h("div", {});
  /** @type {ReturnType<typeof createEditor> | null} */
  let editor = null;

  /** @param {string} text */
  const tell = (text, kind = "error") => {
    fillWith(notice, text && h("p", { class: `lc-write-note lc-write-${kind}` }, text));
    if (text) focusOn(notice);
  };
  // Sends a message; shows the question that comes back, unless something is wrong.
  /**
   * @param {object} message
   * @param {string} [done]
   */
  const act = async (message, done = "") => {
    const problem = await link.ask(message);
    if (problem) {
      tell(problem);
      return false;
    }
    const form = model.get("form");
    state.replace("entry" in form ? form : null);
    show(done);
    return true;
  };
  /** @param {object} message */
  const open = async (message) => {
    const problem = await link.ask(message);
    if (problem) {
      tell(problem);
      return;
    }
    const form = model.get("form");
    state.replace("entry" in form ? form : null);
    editor?.close();
    editor = null;
    show("");
  };
  // Puts the question that is being written away, and shows where others come from.
  const leave = async (/** @type {string} */ done) => {
    editor?.close();
    editor = null;
    state.replace(null);
    fillWith(work);
    showStart();
    tell(done, "done");
  };
  const showStart = () => {
    const first = createStart({ model, menu, words, link, open });
    if (state.isThere()) {
      fillWith(
        start,
        h("details", { class: "lc-write-details" }, h("summary", {}, words.start_again), first.element),
      );
    } else {
      fillWith(start, h("section", {}, h("h2", { tabindex: -1 }, words.start), first.element));
    }
  };
  /** @param {string} done */
  const show = (done) => {
    const isNew = editor === null;
    showStart();
    editor ??= createEditor({
      model,
      texts,
      words,
      menu,
      state,
      link,
      notes: createNotes(words),
      act,
      leave,
      tell,
    });
    editor.draw();
    fillWith(work, editor.element);
    tell(done, "done");
    if (!done && isNew) focusOn(editor.heading);
  };
  state.onWrite(() => editor?.changed());
  el.replaceChildren(
    h(
      "div",
      { class: "lc lc-write", lang: "vi", "data-lm-suppress-shortcuts": "true" },
      h("h1", {}, words.heading),
      h("p", { class: "lc-lead" }, words.intro),
      !menu.folder && h("p", { class: "lc-write-note lc-write-warning" }, words.no_folder),
      start,
      notice,
      work,
    ),
  );
  if (state.isThere()) show("");
  else showStart();
  return () => {
    editor?.close();
    link.dispose();
  };
}

export default { render };
