// Fields of the office's forms: a label, a hint, and what is wrong right beside the field.

import { focusOn, h, uid } from "../shared/dom.js";
import { createRadios } from "../shared/radios.js";

export function createFields() {
  const fields = new Map();

  const add = (name, control, { label, hint } = {}) => {
    const id = uid();
    const hintId = `${id}-hint`;
    const faultId = `${id}-fault`;
    const fault = h("p", { id: faultId, class: "lc-fault", role: "alert" });
    control.id = id;
    control.setAttribute("aria-describedby", hint ? `${faultId} ${hintId}` : faultId);
    fields.set(name, { control, fault });
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
  const addRadios = (name, legend, options, current, onpick = () => {}) => {
    const fault = h("p", { id: uid(), class: "lc-fault", role: "alert" });
    const control = createRadios({ legend, options, current, onpick, kind: "" });
    control.setAttribute("aria-describedby", fault.id);
    control.append(fault);
    fields.set(name, { control, fault, inputs: [...control.querySelectorAll("input")] });
    return control;
  };

  // Something with controls of its own; `read` gives its value.
  const addGroup = (name, control, read) => {
    const fault = h("p", { class: "lc-fault", role: "alert" });
    control.append(fault);
    fields.set(name, { control, fault, read });
    return control;
  };

  const values = () => Object.fromEntries([...fields].map(([name, field]) => [name, readField(field)]));

  const showFaults = (faults = {}) => {
    let first = null;
    for (const [name, field] of fields) {
      const words = faults[name] ?? "";
      field.fault.textContent = words;
      const target = field.inputs?.[0] ?? field.control;
      if (words) field.control.setAttribute("aria-invalid", "true");
      else field.control.removeAttribute("aria-invalid");
      if (words && !first)
        first = target.matches("input, select, textarea")
          ? target
          : field.control.querySelector("input, select, button");
    }
    if (first) focusOn(first);
    return first !== null;
  };
  const get = (name) => fields.get(name)?.control;
  return { add, addRadios, addGroup, values, showFaults, get };
}

function readField({ control, inputs, read }) {
  if (read) return read();
  if (inputs) return inputs.find((input) => input.checked)?.value ?? "";
  if (control.type === "checkbox") return control.checked;
  if (control.type === "file") return "";
  return control.value;
}

export function createInput(type, attributes = {}) {
  return h("input", {
    type,
    class: type === "checkbox" ? "lc-box" : "lc-input",
    autocomplete: "off",
    ...attributes,
  });
}

export function createSelect(options, current, attributes = {}) {
  const rows = options.map(({ value, label }) => h("option", { value, selected: value === current }, label));
  return h("select", { class: "lc-select", ...attributes }, rows);
}

export function createTextArea(rows, attributes = {}, text = "") {
  return h("textarea", { class: "lc-input", rows, ...attributes }, text);
}
