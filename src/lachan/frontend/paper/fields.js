// Fields of the paper maker: a label, a control, a note, and what is wrong with it.

/**
 * @import { FaultJson } from "../wire"
 * @import { Holder } from "./form.js"
 * @import { Path } from "../shared/typed-path.js"
 */
import { createChoice } from "../shared/choice.js";
import { h, uid } from "../shared/dom.js";

/**
 * Where the fault of a field is shown: what is marked, and the place for words.
 * @typedef {{ input: HTMLElement, place: HTMLElement }} Shown
 *
 * @typedef {ReturnType<typeof createFaults>} Faults
 *
 * A field of a form. `note` says what may be typed.
 * @typedef {{ form: Holder, faults: Faults, path: Path, label: string, note?: string }} Field
 *
 * One line of text. `short` is for numbers, `wide` for what is long.
 * @typedef {Field & {
 *   short?: boolean,
 *   wide?: boolean,
 *   type?: string,
 *   inputmode?: string,
 *   placeholder?: string,
 * }} TextField
 */

// Where faults are shown; a field that is drawn anew takes the place of the one before.
export function createFaults() {
  /** @type {Map<string, Shown>} */
  const fields = new Map();
  return {
    clear: () => fields.clear(),
    /**
     * @param {string} name
     * @param {Shown} field
     */
    add(name, field) {
      fields.set(name, field);
    },
    // The control of a field, for whoever changes the form elsewhere on the screen.
    /** @param {string} name */
    find: (name) => fields.get(name)?.input,
    // Returns those that have no field.
    /** @param {readonly FaultJson[]} faults */
    show(faults) {
      const messages = new Map(faults.map(({ field, message }) => [field, message]));
      for (const [name, { input, place }] of fields) {
        const message = messages.get(name) ?? "";
        place.textContent = message;
        if (message) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
        messages.delete(name);
      }
      return [...messages.values()];
    },
  };
}

/** @param {TextField} field */
export function createText(field) {
  return createTextField(field).element;
}

// The same with its control, for whoever writes into it.
/** @param {TextField} field */
export function createTextField({
  short = false,
  wide = false,
  type = "text",
  inputmode,
  placeholder,
  ...field
}) {
  const { form, path } = field;
  const input = h("input", {
    type,
    class: short ? "lc-paper-input lc-paper-short-input" : "lc-paper-input",
    autocomplete: "off",
    inputmode,
    placeholder,
    oninput() {
      form.write(path, input.value);
    },
  });
  input.value = String(form.read(path) ?? "");
  const element = frame(field, input);
  element.classList.toggle("lc-paper-wide", wide);
  return { element, input };
}

// `onchange` is called with the value that was picked.
/**
 * @template {string} Value
 * @param {Field & { options: readonly (readonly [Value, string])[], onchange?: (value: Value) => void }} field
 */
export function createSelect({ options, onchange = () => {}, ...field }) {
  const { form, path } = field;
  const current = form.read(path) ?? "";
  const input = h(
    "select",
    {
      class: "lc-select",
      onchange() {
        form.write(path, input.value);
        onchange(/** @type {Value} */ (input.value));
      },
    },
    options.map(([value, text]) => h("option", { value, selected: value === current }, text)),
  );
  return frame(field, input);
}

/** @param {{ form: Holder, path: Path, label: string, usual?: boolean }} field */
export function createCheck({ form, path, label, usual = false }) {
  const input = h("input", {
    type: "checkbox",
    checked: Boolean(form.read(path) ?? usual),
    onchange() {
      form.write(path, input.checked);
    },
  });
  return createChoice(input, label);
}

// The browser's own button speaks the browser's language; the label is the button instead.
/** @param {{ label: string, note?: string, accept: string, onpick: (file: File) => unknown }} field */
export function createFile({ label, note, accept, onpick }) {
  const input = h("input", {
    type: "file",
    id: uid(),
    class: "lc-paper-file lc-unseen",
    accept,
    async onchange() {
      const file = input.files?.[0];
      // The same file may be picked again after it was put right.
      if (file) await onpick(file);
      input.value = "";
    },
  });
  const noteId = note && uid();
  if (noteId) input.setAttribute("aria-describedby", noteId);
  return h(
    "div",
    { class: "lc-paper-field" },
    input,
    h("label", { for: input.id, class: "lc-button" }, label),
    note && h("p", { class: "lc-small", id: noteId }, note),
  );
}

/**
 * @param {Field} field
 * @param {HTMLInputElement | HTMLSelectElement} input
 */
function frame({ faults, path, label, note }, input) {
  const place = h("p", { class: "lc-paper-fault", id: uid() });
  const noteId = note && uid();
  input.id = uid();
  input.setAttribute("aria-describedby", [noteId, place.id].filter(Boolean).join(" "));
  faults.add(path.join("."), { input, place });
  return h(
    "div",
    { class: "lc-paper-field" },
    h("label", { for: input.id }, label),
    input,
    note && h("p", { class: "lc-small", id: noteId }, note),
    place,
  );
}
