// Where a question comes from: a new one, one of the school's, or one of the kit's to change.

/**
 * @import { Band, QuestionJson } from "../wire"
 * @import { Context } from "./writer.js"
 */
import { createButton, createSlowButton, fillIn, fillWith, h, uid } from "../shared/dom.js";

// `open(message)` asks the kernel for a question and shows it.
/** @param {Pick<Context, "model" | "menu" | "words" | "link"> & { open: (message: object) => unknown }} start */
export function createStart({ model, menu, words, link, open }) {
  const own = h("div", {});
  const draw = () => {
    const questions = model.get("questions");
    const unread = model.get("unread");
    fillWith(
      own,
      h("h3", {}, words.own),
      unread.map((fault) => h("p", { class: "lc-write-note lc-write-error" }, fault)),
      questions.length === 0 && h("p", {}, menu.folder ? words.own_none : words.no_folder),
      questions.length > 0 && createList(questions, words, open),
    );
  };
  draw();
  const element = h(
    "div",
    { class: "lc-write-start" },
    createNew({ menu, words, open }),
    own,
    createSearch({ model, words, link, open }),
  );
  return { element, draw };
}

/** @param {Pick<Context, "menu" | "words"> & { open: (message: object) => unknown }} start */
function createNew({ menu, words, open }) {
  const bands = createChoice(
    words.band,
    menu.bands.map(({ band, label }) => [band, label]),
  );
  const topics = createChoice(words.topic, []);
  const kinds = createChoice(
    words.type,
    menu.types.map(({ value, label }) => [value, label]),
  );
  const drawTopics = () => {
    const known = menu.bands.find(({ band }) => band === bands.select.value)?.topics ?? [];
    fillWith(
      topics.select,
      known.map(({ topic, title }) => h("option", { value: topic }, title)),
    );
  };
  bands.select.addEventListener("change", drawTopics);
  drawTopics();
  const begin = () =>
    open({
      type: "begin",
      band: /** @type {Band} */ (bands.select.value),
      topic: topics.select.value,
      kind: kinds.select.value,
    });
  return h(
    "div",
    {},
    h("h3", {}, words.begin),
    bands.element,
    topics.element,
    kinds.element,
    h("div", { class: "lc-buttons" }, createSlowButton(words.begin_button, "lc-primary", begin)),
  );
}

/** @param {Pick<Context, "model" | "words" | "link"> & { open: (message: object) => unknown }} start */
function createSearch({ model, words, link, open }) {
  const results = h("div", {});
  const status = h("p", { role: "status" });
  const box = h("input", { type: "search", id: uid(), class: "lc-write-input", autocomplete: "off" });
  /** @param {SubmitEvent} event */
  const search = async (event) => {
    event.preventDefault();
    const problem = await link.ask({ type: "find", query: box.value });
    const found = model.get("found");
    status.textContent = problem || fillIn(words.kit_found, { count: found.length });
    fillWith(results, !problem && found.length > 0 && createList(found, words, open));
  };
  return h(
    "form",
    { onsubmit: search },
    h("h3", {}, words.kit),
    h("p", { class: "lc-small" }, words.kit_note),
    h("div", { class: "lc-write-field" }, h("label", { for: box.id }, words.kit_search), box),
    h("div", { class: "lc-buttons" }, h("button", { type: "submit", class: "lc-button" }, words.kit_button)),
    status,
    results,
  );
}

/**
 * @param {QuestionJson[]} questions
 * @param {Context["words"]} words
 * @param {(message: object) => unknown} open
 */
function createList(questions, words, open) {
  return h(
    "ul",
    { class: "lc-write-list" },
    questions.map(({ id, shelf, band, type, stem }) =>
      h(
        "li",
        {},
        h(
          "p",
          { class: "lc-small" },
          h("strong", {}, words[`shelf_${shelf || "kit"}`]),
          ` ${[band, type].filter(Boolean).join(", ")}`,
        ),
        h("p", {}, stem || words.no_stem),
        createButton([words.open, h("span", { class: "lc-unseen" }, ` ${id}`)], "lc-quiet", () =>
          open({ type: "open", id, shelf }),
        ),
      ),
    ),
  );
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 */
function createChoice(label, options) {
  const select = h(
    "select",
    { class: "lc-select lc-write-input", id: uid() },
    options.map(([value, text]) => h("option", { value }, text)),
  );
  const element = h("div", { class: "lc-write-field" }, h("label", { for: select.id }, label), select);
  return { element, select };
}
