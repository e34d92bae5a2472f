// What of the form belongs to the question's type alone.

/**
 * @import { Child } from "../shared/dom.js"
 * @import { Context } from "./writer.js"
 * @import { Path, Steps } from "../shared/typed-path.js"
 */
import { createChoice } from "../shared/choice.js";
import { h, uid } from "../shared/dom.js";
import { createArea, createFlag, createGroup, createLine, createSelect, createWords } from "./fields.js";
import { createListNotes, createRows } from "./rows.js";
import { createScenes } from "./scenes.js";

/**
 * @param {Context} context
 * @returns {Child}
 */
export function createBody(context) {
  switch (context.state.readText(["type"])) {
    case "single_choice":
      return createChoices(context, "radio");
    case "multiple_choice":
      return createChoices(context, "checkbox");
    case "true_false_group":
      return createStatements(context);
    case "short_answer":
      return createTyped(context, true);
    case "short_text":
      return createTyped(context, false);
    case "matching":
      return createPairs(context);
    case "ordering":
      return createSteps(context);
    case "scenario":
      return createScenes(context);
    default:
      return createRubric(context);
  }
}

/**
 * @param {Context} context
 * @param {"radio" | "checkbox"} type
 */
function createChoices(context, type) {
  const { state, words } = context;
  const isOne = type === "radio";
  const name = uid();
  const keys = () => (isOne ? [state.readText(["key"])] : state.readList(["key"]));
  /** @param {Steps} row */
  const createKey = ({ id }) => {
    const input = h("input", {
      type,
      name,
      checked: keys().includes(String(id)),
      onchange() {
        const others = keys().filter((key) => key !== id && key !== "");
        const all = input.checked ? [...others, String(id)].sort() : others;
        state.write(["key"], isOne ? String(id) : all);
        context.touch("key");
        context.update();
      },
    });
    return createChoice(input, words.choice_right);
  };
  return [
    createRows({
      context,
      path: ["choices"],
      legend: words.choice_title,
      least: isOne ? 3 : 4,
      most: isOne ? 5 : 6,
      add: words.choice_add,
      blank: { text: "", reason: "" },
      draw: (path, row) => [
        createKey(row),
        createArea({ context, path: [...path, "text"], label: words.choice_text }),
        createArea({ context, path: [...path, "reason"], label: words.reason, note: words.reason_note }),
        createMore(context, path, [
          createBelief(context, path),
          createFlag({ context, path: [...path, "pinned"], label: words.choice_pinned }),
        ]),
      ],
    }),
    createListNotes(context, "key"),
    createListNotes(context, "choices"),
  ];
}

/** @param {Context} context */
function createStatements(context) {
  const { words } = context;
  const verdicts = [
    { value: "", label: words.choose },
    { value: "dung", label: words.statement_right },
    { value: "sai", label: words.statement_wrong },
  ];
  return [
    createRows({
      context,
      path: ["statements"],
      legend: words.statement_title,
      least: 4,
      most: 4,
      add: "",
      blank: {},
      draw: (path) => [
        createArea({ context, path: [...path, "text"], label: words.statement_text }),
        createSelect({ context, path: [...path, "key"], label: words.statement_key, options: verdicts }),
        createArea({ context, path: [...path, "reason"], label: words.reason, note: words.reason_note }),
        createMore(context, path, [createBelief(context, path)]),
      ],
    }),
    createListNotes(context, "statements"),
  ];
}

/**
 * @param {Context} context
 * @param {boolean} isNumber
 */
function createTyped(context, isNumber) {
  const { words } = context;
  const key = isNumber
    ? { note: words.key_number_note, maxlength: 4, short: true }
    : { note: words.key_words_note, maxlength: 40 };
  return [
    createLine({ context, path: ["key"], label: words.key, ...key }),
    createWords({
      context,
      path: ["accepted"],
      label: words.accepted,
      note: words.accepted_note,
      lines: true,
    }),
    isNumber &&
      createLine({ context, path: ["unit"], label: words.unit, note: words.unit_note, short: true }),
    createArea({ context, path: ["reason"], label: words.reason, note: words.reason_note }),
  ];
}

/** @param {Context} context */
function createPairs(context) {
  const { state, words } = context;
  /** @param {string} name */
  const ids = (name) => state.readRows([name]).map(({ id }) => String(id));
  return [
    createRows({
      context,
      path: ["pairs"],
      legend: words.pair_title,
      least: 3,
      most: 6,
      add: words.pair_add,
      blank: { left: "", right: "", reason: "" },
      taken: ids("extra"),
      numbered: true,
      draw: (path) => [
        createArea({ context, path: [...path, "left"], label: words.pair_left }),
        createArea({ context, path: [...path, "right"], label: words.pair_right }),
        createArea({ context, path: [...path, "reason"], label: words.reason, note: words.reason_note }),
      ],
    }),
    createListNotes(context, "pairs"),
    createRows({
      context,
      path: ["extra"],
      legend: words.extra_title,
      least: 0,
      most: 3,
      add: words.extra_add,
      blank: { text: "", reason: "" },
      taken: ids("pairs"),
      numbered: true,
      draw: (path) => [
        createArea({ context, path: [...path, "text"], label: words.extra_text }),
        createArea({ context, path: [...path, "reason"], label: words.reason, note: words.reason_note }),
      ],
    }),
    createListNotes(context, "extra"),
  ];
}

/** @param {Context} context */
function createSteps(context) {
  const { words } = context;
  return [
    h("p", { class: "lc-small" }, words.steps_note),
    createRows({
      context,
      path: ["steps"],
      legend: words.step_title,
      least: 3,
      most: 6,
      add: words.step_add,
      blank: { text: "", reason: "" },
      numbered: true,
      moves: true,
      draw: (path) => [
        createArea({ context, path: [...path, "text"], label: words.step_text }),
        createArea({ context, path: [...path, "reason"], label: words.reason, note: words.reason_note }),
      ],
    }),
    createListNotes(context, "steps"),
  ];
}

/** @param {Context} context */
function createRubric(context) {
  const { state, words } = context;
  /** @param {number} index */
  const createBound = (index) => {
    const input = h("input", {
      type: "text",
      id: uid(),
      class: "lc-write-input lc-write-short",
      inputmode: "numeric",
      autocomplete: "off",
      value: state.readList(["words"])[index] ?? "",
      oninput() {
        const bounds = inputs.map((each) => each.value.trim());
        state.write(["words"], bounds.some(Boolean) ? bounds : []);
      },
    });
    return input;
  };
  const inputs = [createBound(0), createBound(1)];
  const labels = [words.essay_least, words.essay_most];
  return [
    createRows({
      context,
      path: ["rubric"],
      legend: words.criterion_title,
      least: 2,
      most: 5,
      add: words.criterion_add,
      blank: { text: "", points: "1" },
      numbered: true,
      draw: (path) => [
        createArea({ context, path: [...path, "text"], label: words.criterion_text }),
        createLine({
          context,
          path: [...path, "points"],
          label: words.criterion_points,
          note: words.criterion_points_note,
          inputmode: "decimal",
          short: true,
        }),
      ],
    }),
    createListNotes(context, "rubric"),
    createArea({ context, path: ["guide"], label: words.guide, note: words.guide_note, rows: 4 }),
    createGroup(
      { context, path: ["words"], legend: words.essay_words },
      inputs.map((input, index) =>
        h("div", { class: "lc-write-field" }, h("label", { for: input.id }, labels[index]), input),
      ),
    ),
  ];
}

// What few choices need stands apart, and open where something is said in it.
/**
 * @param {Context} context
 * @param {Path} path
 * @param {Child} content
 */
function createMore({ state, words }, path, content) {
  const isUsed = Boolean(state.read([...path, "misconception"]) || state.read([...path, "pinned"]));
  return h("details", { class: "lc-write-details", open: isUsed }, h("summary", {}, words.row_more), content);
}

// What whoever takes a wrong choice tends to believe.
/**
 * @param {Context} context
 * @param {Path} path
 */
function createBelief(context, path) {
  const { menu, words } = context;
  if (menu.beliefs.length === 0) return null;
  return createSelect({
    context,
    path: [...path, "misconception"],
    label: words.belief,
    options: [{ value: "", label: words.belief_none }, ...menu.beliefs],
  });
}
