// One part of the matrix: topics by levels, how many of each, and what the bank has.

import { createButton, fillIn, h, uid } from "../shared/dom.js";
import { createSelect, createText } from "./fields.js";
import { formatNumber, parseNumber, sumPart } from "./form.js";
import { createSureButton } from "../shared/sure-button.js";

// Returns { element, heading, update(look) }; `redraw` is called when the part's own shape
// changes, `spread(count)` asks the kernel to fill the cells.
export function createPart({ context, index, remove, redraw, spread }) {
  const { form, texts, menu } = context;
  const number = String(index + 1);
  const type = form.read(["parts", index, "type"]);
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
  const update = (look) => {
    const sums = sumPart(form.read(["parts", index]), form.get().topics);
    sum.textContent = fillIn(texts.paper_part_sum, {
      count: formatNumber(sums.items),
      points: formatNumber(sums.points),
    });
    grid.update(sums, look);
  };
  return { element, heading, update };
}

function createPartFields({ context, index, redraw }) {
  const { form, faults, texts, menu } = context;
  const at = (name) => ({ form, faults, path: ["parts", index, name] });
  const grouped = form.read(["parts", index, "type"]) === "true_false_group";
  const changeType = (type) => {
    form.write(["parts", index, "points"], menu.types.find((each) => each.type === type).points);
    redraw();
  };
  return [
    createSelect({
      ...at("type"),
      label: texts.paper_field_type,
      options: menu.types.map(({ type, label }) => [type, label]),
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
function createGrid({ context, index }) {
  const { form, faults, texts, menu, titles } = context;
  const { topics } = form.get();
  const caption = h("caption", { class: "lc-unseen" }, fillIn(texts.paper_table, { number: index + 1 }));
  const rows = topics.map(createRow);
  const columns = menu.levels.map(({ level, label }) => ({ level, label, cell: createSumCell(label) }));
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
        columns.map(({ cell }) => cell),
        total,
      ),
    ),
  );
  const update = (sums, look) => {
    for (const row of rows) row.update(sums, look);
    for (const { level, cell } of columns) tell(cell, sums.columns[level] ?? 0);
    tell(total, sums.total);
  };
  return { element, update };

  function createRow(topic) {
    const cells = menu.levels.map((level) => createCell(topic, level));
    const sum = createSumCell(texts.paper_column_sum);
    return {
      element: h(
        "tr",
        { role: "row" },
        h("th", { scope: "row", role: "rowheader" }, titles.get(topic) ?? topic),
        cells.map((cell) => cell.element),
        sum,
      ),
      update(sums, look) {
        for (const cell of cells) cell.update(look);
        tell(sum, sums.rows[topic] ?? 0);
      },
    };
  }

  function createCell(topic, { level, label }) {
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
      oninput: () => form.write(path, input.value),
      onfocus: () => input.select(),
    });
    input.value = form.read(path) ?? "";
    faults.add(path.join("."), { input, place: fault });
    const element = h(
      "td",
      { role: "cell" },
      h("span", { class: "lc-paper-level", "aria-hidden": "true" }, label),
      input,
      supply,
      fault,
    );
    const update = ({ supply: counts, cells }) => {
      const available = counts?.[index]?.[name];
      const wanted = Math.floor(parseNumber(input.value));
      const told = wanted > 0 && cells?.[`${index}/${name}`];
      const short = told || (available !== undefined && wanted > available);
      const template = short ? texts.paper_cell_more : texts.paper_cell_has;
      const words = fillIn(template, { available, missing: wanted - available });
      supply.textContent = told || (available === undefined ? "" : words);
      element.classList.toggle("lc-paper-lacks", Boolean(short));
      element.classList.toggle("lc-paper-asked", wanted > 0);
    };
    return { element, update };
  }
}

function createSumCell(label) {
  return h(
    "td",
    { role: "cell", class: "lc-paper-sum-cell" },
    h("span", { class: "lc-paper-level", "aria-hidden": "true" }, label),
    h("span", { class: "lc-paper-number" }),
  );
}

function tell(cell, number) {
  cell.querySelector(".lc-paper-number").textContent = String(number);
}
