// Fields of the form: a label, a control, a note, and what is said of it.

/**
 * @import { AimJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Context } from "./writer.js"
 * @import { Path } from "../shared/typed-path.js"
 */
import { createChoice } from "../shared/choice.js";
import { h, uid } from "../shared/dom.js";

/**
 * A field of the entry. `note` says what may be typed.
 * @typedef {{ context: Context, path: Path, label: string, note?: string }} Field
 */

/** @param {Field & { rows?: number }} field */
export function createArea({ rows = 2, ...field }) {
  const { state } = field.context;
  const area = h("textarea", {
    class: "lc-write-input",
    rows,
    oninput() {
      state.write(field.path, area.value);
    },
  });
  area.value = state.readText(field.path);
  return frame(field, area);
}

/** @param {Field & { inputmode?: string, maxlength?: number, readonly?: boolean, short?: boolean }} field */
export function createLine({ inputmode, maxlength, readonly, short, ...field }) {
  const { state } = field.context;
  const input = h("input", {
    type: "text",
    class: short ? "lc-write-input lc-write-short" : "lc-write-input",
    autocomplete: "off",
    inputmode,
    maxlength,
    readonly,
    oninput() {
      state.write(field.path, input.value);
    },
  });
  input.value = state.readText(field.path);
  return frame(field, input);
}

// Several words set apart by commas, or by lines where each may hold a comma.
/** @param {Field & { lines?: boolean }} field */
export function createWords({ lines = false, ...field }) {
  const { state } = field.context;
  const split = lines ? /\n+/ : /[\s,;]+/;
  const oninput = () => {
    const typed = input.value.split(split).map((each) => each.trim());
    state.write(field.path, typed.filter(Boolean));
  };
  const wish = { class: "lc-write-input", autocomplete: "off", oninput };
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  const input = lines ? h("textarea", { ...wish, rows: 2 }) : h("input", { ...wish, type: "text" });
  input.value = state.readList(field.path).join(lines ? "\n" : ", ");
  return frame(field, input);
}

// `onpick` is called with what was picked, in the place of writing it.
/** @param {Field & { options: readonly AimJson[], onpick?: (value: string) => unknown }} field */
export function createSelect({ options, onpick, ...field }) {
  const { state } = field.context;
  const current = state.readText(field.path);
  const isKnown = current === "" || options.some(({ value }) => value === current);
  const all = isKnown ? options : [...options, { value: current, label: current }];
  const select = h(
    "select",
    {
      class: "lc-select lc-write-input",
      onchange() {
        if (onpick) onpick(select.value);
        else state.write(field.path, select.value);
      },
    },
    all.map(({ value, label }) => h("option", { value, selected: value === current }, label)),
  );
  return frame(field, select);
}

// A flag of the format: "yes", or not there.
/** @param {Field} field */
export function createFlag({ context, path, label }) {
  const { state } = context;
  const input = h("input", {
    type: "checkbox",
    checked: state.readText(path) === "yes",
    onchange() {
      state.write(path, input.checked ? "yes" : "");
    },
  });
  return createChoice(input, label);
}

/**
 * @param {Field} field
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 */
function frame({ context, path, label, note }, input) {
  const name = path.join(".");
  const place = h("div", { class: "lc-write-notes", id: uid() });
  const noteId = note && uid();
  input.id = uid();
  input.setAttribute("aria-describedby", [noteId, place.id].filter(Boolean).join(" "));
  input.addEventListener("blur", () => context.touch(name));
  context.notes.add(name, { input, place });
  return h(
    "div",
    { class: "lc-write-field" },
    h("label", { for: input.id }, label),
    note && h("p", { class: "lc-small", id: noteId }, note),
    input,
    place,
  );
}

// A group of fields, with a place for what is said of all of them together.
/**
 * @param {{ context: Context, path: Path, legend: Child, kind?: string }} group
 * @param {...Child} children
 */
export function createGroup({ context, path, legend, kind = "" }, ...children) {
  const place = h("div", { class: "lc-write-notes" });
  context.notes.add(path.join("."), { input: null, place });
  return h(
    "fieldset",
    { class: `lc-write-group ${kind}`, tabindex: -1 },
    h("legend", {}, legend),
    children,
    place,
  );
}
