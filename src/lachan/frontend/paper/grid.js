// One part of the matrix: topics by levels, how many of each, and what the bank has.

/**
 * @import { ItemType, LevelChoiceJson } from "../wire"
 * @import { Sums } from "./form.js"
 * @import { Context } from "./maker.js"
 * @import { Look } from "./verdict.js"
 */
import { createButton, fillIn, h, uid } from "../shared/dom.js";
import { createSelect, createText } from "./fields.js";
import { formatNumber, parseNumber, sumPart } from "./form.js";
import { createSureButton } from "../shared/sure-button.js";

/**
 * Which part of the form; `redraw` is called when its own shape changes, `remove` is null where it
 * has to stay, `spread(count)` asks the kernel to fill the cells and resolves with what is wrong.
 * @typedef {object} Place
 * @property {Context} context
 * @property {number} index
 * @property {() => void} redraw
 * @property {(() => void) | null} remove
 * @property {(count: number) => Promise<string>} spread
 */

// Returns { element, heading, update(look) }.
/** @param {Place} place */
export function createPart({ context, index, remove, redraw, spread }) {
  const { form, texts, menu } = context;
  const number = String(index + 1);
  const { type } = form.get().parts[index];
  const label = menu.types.find((each) => each.type === type)?.label ?? type;
  const heading = h("h3", { tabindex: -1 }, fillIn(texts.paper_part_type, { number, type: label }));
  const sum = h("p", { class: "lc-paper-part-sum" });
  const grid = createGrid({ context, index });
  const fault = h("p", { class: "lc-paper-fault", id: uid() });
  const element = h(
    "section",
    { class: "lc-paper-part" },
    heading,
    h("div", { class: "lc-paper-fields" }, createPartFields({ context, index, redraw })),
    createSpread({ texts, spread }),
    grid.element,
    sum,
    fault,
    h(
      "div",
      { class: "lc-buttons" },
      remove && createSureButton(texts.paper_remove_part, texts.paper_remove_sure, remove),
    ),
  );
  context.faults.add(`parts.${index}`, { input: grid.element, place: fault });
  /** @param {Look} look */
  const update = (look) => {
    const sums = sumPart(form.get().parts[index], form.get().topics);
    sum.textContent = fillIn(texts.paper_part_sum, {
      count: formatNumber(sums.items),
      points: formatNumber(sums.points),
    });
    grid.update(sums, look);
  };
  return { element, heading, update };
}

/** @param {Pick<Place, "context" | "index" | "redraw">} place */
function createPartFields({ context, index, redraw }) {
  const { form, faults, texts, menu } = context;
  /** @param {string} name */
  const at = (name) => ({ form, faults, path: ["parts", index, name] });
  const grouped = form.get().parts[index].type === "true_false_group";
  /** @param {ItemType} type */
  const changeType = (type) => {
    form.write(["parts", index, "points"], menu.types.find((each) => each.type === type)?.points);
    redraw();
  };
  return [
    createSelect({
      ...at("type"),
      label: texts.paper_field_type,
      options: menu.types.map(({ type, label }) => /** @type {const} */ ([type, label])),
      onchange: changeType,
    }),
    createText({ ...at("points"), label: texts.paper_field_points, short: true, inputmode: "decimal" }),
    createSelect({
      ...at("use"),
      label: texts.paper_field_use,
      options: [
        ["", texts.paper_use_any],
        ["practice", texts.paper_use_practice],
        ["contest", texts.paper_use_contest],
      ],
    }),
    grouped &&
      createSelect({
        ...at("unit"),
        label: texts.paper_field_unit,
        options: [
          ["items", texts.paper_unit_items],
          ["statements", texts.paper_unit_statements],
        ],
      }),
    grouped && createText({ ...at("steps"), label: texts.paper_field_steps, note: texts.paper_note_steps }),
  ];
}

/** @param {Pick<Place, "spread"> & Pick<Context, "texts">} place */
function createSpread({ texts, spread }) {
  const input = h("input", {
    type: "text",
    id: uid(),
    class: "lc-paper-input lc-paper-short-input",
    inputmode: "numeric",
    autocomplete: "off",
  });
  const notice = h("p", { class: "lc-notice", role: "status" });
  const button = createButton(texts.paper_spread, "", async () => {
    notice.textContent = await spread(Math.floor(parseNumber(input.value)));
  });
  return h(
    "div",
    { class: "lc-paper-spread" },
    h("label", { for: input.id }, texts.paper_spread_count),
    input,
    button,
    notice,
  );
}

// Roles stand beside the tags, since a narrow screen lays the rows out as blocks.
/** @param {Pick<Place, "context" | "index">} place */
function createGrid({ context, index }) {
  const { texts, menu } = context;
  const { topics } = context.form.get();
  const caption = h("caption", { class: "lc-unseen" }, fillIn(texts.paper_table, { number: index + 1 }));
  const rows = topics.map((topic) => createRow({ context, index, topic }));
  const columns = menu.levels.map(({ level, label }) => ({ level, sum: createSumCell(label) }));
  const total = createSumCell(texts.paper_column_sum);
  const head = [texts.paper_column_topic, ...menu.levels.map(({ label }) => label), texts.paper_column_sum];
  const element = h(
    "table",
    { class: "lc-paper-grid", role: "table" },
    caption,
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        head.map((label) => h("th", { scope: "col", role: "columnheader" }, label)),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((row) => row.element),
    ),
    h(
      "tfoot",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        h("th", { scope: "row", role: "rowheader" }, texts.paper_column_sum),
        columns.map(({ sum }) => sum.element),
        total.element,
      ),
    ),
  );
  /**
   * @param {Sums} sums
   * @param {Look} look
   */
  const update = (sums, look) => {
    for (const row of rows) row.update(sums, look);
    for (const { level, sum } of columns) sum.tell(sums.columns[level] ?? 0);
    total.tell(sums.total);
  };
  return { element, update };
}

/** @param {Pick<Place, "context" | "index"> & { topic: string }} place */
function createRow({ context, index, topic }) {
  const { texts, menu, titles } = context;
  const cells = menu.levels.map((level) => createCell({ context, index, topic, level }));
  const sum = createSumCell(texts.paper_column_sum);
  return {
    element: h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, titles.get(topic) ?? topic),
      cells.map((cell) => cell.element),
      sum.element,
    ),
    /**
     * @param {Sums} sums
     * @param {Look} look
     */
    update(sums, look) {
      for (const cell of cells) cell.update(look);
      sum.tell(sums.rows[topic] ?? 0);
    },
  };
}

/** @param {Pick<Place, "context" | "index"> & { topic: string, level: LevelChoiceJson }} place */
function createCell({ context, index, topic, level: { level, label } }) {
  const { form, faults, texts, titles } = context;
  const name = `${topic}/${level}`;
  const path = ["parts", index, "counts", name];
  const supply = h("span", { class: "lc-paper-supply", id: uid() });
  const fault = h("span", { class: "lc-paper-fault", id: uid() });
  const input = h("input", {
    type: "text",
    class: "lc-paper-count",
    inputmode: "numeric",
    autocomplete: "off",
    "aria-label": fillIn(texts.paper_cell, { topic: titles.get(topic) ?? topic, level: label }),
    "aria-describedby": `${supply.id} ${fault.id}`,
    oninput() {
      form.write(path, input.value);
    },
    onfocus() {
      input.select();
    },
  });
  input.value = String(form.read(path) ?? "");
  faults.add(path.join("."), { input, place: fault });
  const element = h(
    "td",
    { role: "cell" },
    h("span", { class: "lc-paper-level", "aria-hidden": "true" }, label),
    input,
    supply,
    fault,
  );
  // What the bank says of the cell comes before what can be told from its numbers alone.
  /** @param {Look} look */
  const update = (look) => {
    const available = look.supply?.[index]?.[name];
    const wanted = Math.floor(parseNumber(input.value));
    const isKnown = available !== undefined;
    const told = wanted > 0 && look.state === "short" ? look.cells[`${index}/${name}`] : "";
    const isShort = Boolean(told) || (isKnown && wanted > available);
    const template = isShort ? texts.paper_cell_more : texts.paper_cell_has;
    supply.textContent =
      told || (isKnown ? fillIn(template, { available, missing: wanted - available }) : "");
    element.classList.toggle("lc-paper-lacks", isShort);
    element.classList.toggle("lc-paper-asked", wanted > 0);
  };
  return { element, update };
}

/** @param {string} label */
function createSumCell(label) {
  const number = h("span", { class: "lc-paper-number" });
  return {
    element: h(
      "td",
      { role: "cell", class: "lc-paper-sum-cell" },
      h("span", { class: "lc-paper-level", "aria-hidden": "true" }, label),
      number,
    ),
    /** @param {number} count */
    tell(count) {
      number.textContent = String(count);
    },
  };
}
