// Fields of the office's forms: a label, a hint, and what is wrong right beside the field.

/** @import { Attributes } from "../shared/dom.js" */
import { focusOn, h, uid } from "../shared/dom.js";
import { createRadios } from "../shared/radios.js";

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input
 *
 * @typedef {{ control: HTMLElement, fault: HTMLElement, read: () => unknown, target: () => HTMLElement | null }} Field
 *
 * What a form's fields hold, by name.
 * @typedef {Record<string, unknown>} Values
 *
 * @typedef {ReturnType<typeof createFields>} Fields
 *
 * @typedef {{ value: string, label: string, note?: string }} Option
 */

export function createFields() {
  /** @type {Map<string, Field>} */
  const fields = new Map();

  /**
   * @param {string} name
   * @param {Input} control
   * @param {{ label: string, hint?: string }} caption
   */
  const add = (name, control, { label, hint }) => {
    const id = uid();
    const hintId = `${id}-hint`;
    const faultId = `${id}-fault`;
    const fault = h("p", { id: faultId, class: "lc-fault", role: "alert" });
    control.id = id;
    control.setAttribute("aria-describedby", hint ? `${faultId} ${hintId}` : faultId);
    fields.set(name, { control, fault, read: () => readInput(control), target: () => control });
    const isBox = control.type === "checkbox";
    const caption = h("label", { for: id }, label);
    return h(
      "div",
      { class: isBox ? "lc-field lc-field-box" : "lc-field" },
      isBox ? [control, caption] : [caption, control],
      hint && h("p", { id: hintId, class: "lc-hint" }, hint),
      fault,
    );
  };

  // A group of radios; `options` are { value, label, note }.
  /**
   * @param {string} name
   * @param {string} legend
   * @param {Option[]} options
   * @param {string} current
   * @param {(value: string) => unknown} [onpick]
   */
  const addRadios = (name, legend, options, current, onpick = () => {}) => {
    const fault = h("p", { id: uid(), class: "lc-fault", role: "alert" });
    const control = createRadios({ legend, options, current, onpick, kind: "" });
    control.setAttribute("aria-describedby", fault.id);
    control.append(fault);
    const inputs = [...control.querySelectorAll("input")];
    const read = () => inputs.find((input) => input.checked)?.value ?? "";
    fields.set(name, { control, fault, read, target: () => inputs[0] });
    return control;
  };

  // Something with controls of its own; `read` gives its value.
  /**
   * @param {string} name
   * @param {HTMLElement} control
   * @param {() => unknown} read
   */
  const addGroup = (name, control, read) => {
    const fault = h("p", { class: "lc-fault", role: "alert" });
    control.append(fault);
    fields.set(name, { control, fault, read, target: () => control.querySelector("input, select, button") });
    return control;
  };

  /** @returns {Values} */
  const values = () => Object.fromEntries([...fields].map(([name, field]) => [name, field.read()]));

  /** @param {Record<string, string>} [faults] */
  const showFaults = (faults = {}) => {
    /** @type {HTMLElement | null} */
    let first = null;
    for (const [name, field] of fields) {
      const words = faults[name] ?? "";
      field.fault.textContent = words;
      if (words) field.control.setAttribute("aria-invalid", "true");
      else field.control.removeAttribute("aria-invalid");
      if (words) first ??= field.target();
    }
    if (first) focusOn(first);
    return first !== null;
  };
  return { add, addRadios, addGroup, values, showFaults };
}

/** @param {Input} control */
function readInput(control) {
  if ("checked" in control && control.type === "checkbox") return control.checked;
  if (control.type === "file") return "";
  return control.value;
}

/**
 * @param {string} type
 * @param {Attributes} attributes
 */
export function createInput(type, attributes = {}) {
  return h("input", {
    type,
    class: type === "checkbox" ? "lc-box" : "lc-input",
    autocomplete: "off",
    ...attributes,
  });
}

/**
 * @param {Option[]} options
 * @param {string | undefined} current
 * @param {Attributes} attributes
 */
export function createSelect(options, current, attributes = {}) {
  const rows = options.map(({ value, label }) => h("option", { value, selected: value === current }, label));
  return h("select", { class: "lc-select", ...attributes }, rows);
}

/**
 * @param {number} rows
 * @param {Attributes} attributes
 */
export function createTextArea(rows, attributes = {}, text = "") {
  return h("textarea", { class: "lc-input", rows, ...attributes }, text);
}
