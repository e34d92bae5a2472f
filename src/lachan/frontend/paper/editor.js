// The form of a paper: its head, its matrix, its codes and rules.

/**
 * @import { Band, FormMode, PaperMenuJson, PartForm } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Form } from "./form.js"
 * @import { Context } from "./maker.js"
 * @import { Look } from "./verdict.js"
 */
import { createChoice, createChoices } from "../shared/choice.js";
import { createButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createSelect, createText } from "./fields.js";
import { createPart } from "./grid.js";
import { createRules } from "./rules.js";
import { createRadios } from "../shared/radios.js";

const head = ["title", "authority", "organiser", "exam", "school_year", "subject"];
const long = ["title", "exam"];

// Returns { element, heading, update(look) }; the parts are drawn anew when their number or the
// topics change.
/** @param {Context} context */
export function createEditor(context) {
  const { form, faults, texts, menu } = context;
  const parts = h("div", { class: "lc-paper-parts" });
  const topicCount = h("summary", {});
  const topics = h("details", { class: "lc-paper-details" });
  /** @type {ReturnType<typeof createPart>[]} */
  let drawn = [];
  /** @type {Look} */
  let last = {};
  faults.clear();

  const update = (look = last) => {
    last = look;
    for (const part of drawn) part.update(look);
  };
  const drawParts = () => {
    context.titles = findTitles(form, menu);
    const all = form.get().parts;
    drawn = all.map((_, index) =>
      createPart({
        context,
        index,
        redraw: () => redrawAt(index),
        remove: all.length > 1 ? () => removePart(index) : null,
        spread: (count) => spreadPart(index, count),
      }),
    );
    fillWith(
      parts,
      drawn.map((part) => part.element),
    );
    update();
  };
  /** @param {number} index */
  const redrawAt = (index) => {
    drawParts();
    drawn[index].element.querySelector("select")?.focus();
  };
  /** @param {number} index */
  const removePart = (index) => {
    // What is on the screen no longer matches the form until it is drawn anew.
    drawn = [];
    form.write(
      ["parts"],
      form.get().parts.filter((_, each) => each !== index),
    );
    last = {};
    drawParts();
    focusOn(drawn[Math.max(0, index - 1)].heading);
  };
  const addPart = () => {
    const all = form.get().parts;
    const used = all.map((part) => part.type);
    const { type, points } = menu.types.find((each) => !used.includes(each.type)) ?? menu.types[0];
    /** @type {PartForm} */
    const part = { type, points, unit: "items", use: "", steps: "", counts: {} };
    form.write(["parts"], [...all, part]);
    drawParts();
    focusOn(drawn[all.length].heading);
  };
  /**
   * @param {number} index
   * @param {number} count
   */
  const spreadPart = async (index, count) => {
    const part = form.get().parts[index];
    const notice = await context.link.ask({ type: "spread", part: index, count, form: form.get() });
    if (notice) return notice;
    // Parts may have gone meanwhile, this one among them.
    const place = form.get().parts.indexOf(part);
    if (place < 0) return "";
    form.write(["parts", place, "counts"], context.model.get("spread").counts);
    drawParts();
    focusOn(drawn[place].heading);
    return "";
  };
  const drawTopics = () => {
    drawTopicCount();
    fillWith(topics, topicCount, createTopics({ context, redraw: drawParts, count: drawTopicCount }));
  };
  const drawTopicCount = () => {
    topicCount.textContent = tellTopics(context);
  };
  /** @param {Band} band */
  const changeBand = (band) => {
    form.write(
      ["topics"],
      topicsOf(menu, band).map(({ topic }) => topic),
    );
    drawTopics();
    drawParts();
  };

  /** @param {string} name */
  const at = (name) => ({ form, faults, path: [name], label: texts[`paper_field_${name}`] });
  const heading = h("h2", { tabindex: -1 }, texts.paper_exam);
  const element = h(
    "div",
    { class: "lc-paper-editor" },
    heading,
    h(
      "div",
      { class: "lc-paper-fields" },
      head.map((name) => createText({ ...at(name), wide: long.includes(name) })),
      createText({ ...at("date"), note: texts.paper_note_date, type: "date" }),
      createText({ ...at("minutes"), short: true, inputmode: "numeric" }),
      createOfficial(context),
    ),
    h("h2", {}, texts.paper_matrix),
    h(
      "div",
      { class: "lc-paper-fields" },
      createSelect({
        ...at("band"),
        options: menu.bands.map(({ band, label }) => /** @type {const} */ ([band, label])),
        onchange: changeBand,
      }),
    ),
    topics,
    parts,
    h("div", { class: "lc-buttons" }, createButton(texts.paper_add_part, "", addPart)),
    h("h2", {}, texts.paper_forms),
    createModes(context),
    h(
      "div",
      { class: "lc-paper-fields" },
      createText({ ...at("forms"), short: true, inputmode: "numeric" }),
      createText({ ...at("seed"), note: texts.paper_note_seed }),
    ),
    createRules(context),
  );
  drawTopics();
  drawParts();
  return { element, heading, update };
}

/** @param {Context} context */
function createOfficial({ form, faults, texts }) {
  // A select holds words; the form holds yes or no.
  const holder = {
    read: () => String(form.get().official === true),
    /**
     * @param {readonly (string | number)[]} path
     * @param {unknown} value
     */
    write: (path, value) => form.write(path, value === "true"),
  };
  return createSelect({
    form: holder,
    faults,
    path: ["official"],
    label: texts.paper_field_official,
    options: [
      ["false", texts.paper_official_no],
      ["true", texts.paper_official_yes],
    ],
  });
}

/** @param {Context} context */
function createModes({ form, texts }) {
  /** @type {{ value: FormMode, label: string, note: string }[]} */
  const options = [
    { value: "same", label: texts.paper_mode_same, note: texts.paper_mode_same_note },
    { value: "different", label: texts.paper_mode_different, note: texts.paper_mode_different_note },
  ];
  return createRadios({
    legend: texts.paper_field_mode,
    current: form.get().mode,
    onpick: (mode) => form.write(["mode"], mode),
    options,
  });
}

/**
 * @param {{ context: Context, redraw: () => void, count: () => void }} topics
 * @returns {Child}
 */
function createTopics({ context, redraw, count }) {
  const { form, texts, menu } = context;
  const known = topicsOf(menu, form.get().band);
  const others = form.get().topics.filter((topic) => !known.some((each) => each.topic === topic));
  const all = [...known, ...others.map((topic) => ({ topic, title: topic }))];
  const notice = h("p", { class: "lc-notice", role: "status" });
  const pick = () => {
    const picked = inputs.filter((input) => input.checked).map((input) => input.value);
    notice.textContent = picked.length === 0 ? texts.paper_no_topics : "";
    form.write(["topics"], picked);
    count();
    redraw();
  };
  const inputs = all.map(({ topic }) =>
    h("input", {
      type: "checkbox",
      value: topic,
      checked: form.get().topics.includes(topic),
      onchange: pick,
    }),
  );
  return [
    h(
      "fieldset",
      {},
      h("legend", { class: "lc-unseen" }, texts.paper_column_topic),
      createChoices(
        all.map(({ title }, index) => createChoice(inputs[index], title)),
        "lc-row",
      ),
    ),
    notice,
  ];
}

/** @param {Context} context */
function tellTopics({ form, texts, menu }) {
  const { topics, band } = form.get();
  const total = new Set([...topics, ...topicsOf(menu, band).map(({ topic }) => topic)]).size;
  return fillIn(texts.paper_topics, { count: topics.length, total });
}

/**
 * @param {PaperMenuJson} menu
 * @param {Band} band
 */
function topicsOf(menu, band) {
  return menu.bands.find((each) => each.band === band)?.topics ?? [];
}

/**
 * @param {Form} form
 * @param {PaperMenuJson} menu
 */
function findTitles(form, menu) {
  return new Map(topicsOf(menu, form.get().band).map(({ topic, title }) => [topic, title]));
}
