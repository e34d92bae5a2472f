// Fields of the paper maker: a label, a control, a note, and what is wrong with it.

import { createChoice } from "../shared/choice.js";
import { h, uid } from "../shared/dom.js";

// Where faults are shown; a field that is drawn anew takes the place of the one before.
export function createFaults() {
  let fields = new Map();
  return {
    clear: () => (fields = new Map()),
    add: (name, field) => fields.set(name, field),
    // Returns those that have no field.
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

// One line of text. `short` is for numbers, `wide` for what is long.
export function createText({ form, faults, path, label, note, short = false, wide = false, ...attributes }) {
  const input = h("input", {
    type: "text",
    class: short ? "lc-paper-input lc-paper-short-input" : "lc-paper-input",
    autocomplete: "off",
    oninput: () => form.write(path, input.value),
    ...attributes,
  });
  input.value = form.read(path) ?? "";
  const field = frame({ faults, path, label, note, input });
  field.classList.toggle("lc-paper-wide", wide);
  return field;
}

export function createSelect({ form, faults, path, label, note, options, onchange = () => {} }) {
  const current = form.read(path) ?? "";
  const input = h(
    "select",
    {
      class: "lc-select",
      onchange() {
        form.write(path, input.value);
        onchange(input.value);
      },
    },
    options.map(([value, text]) => h("option", { value, selected: value === current }, text)),
  );
  return frame({ faults, path, label, note, input });
}

export function createCheck({ form, path, label, usual = false }) {
  const checked = form.read(path) ?? usual;
  const input = h("input", { type: "checkbox", checked, onchange: () => form.write(path, input.checked) });
  return createChoice(input, label);
}

// The browser's own button speaks the browser's language; the label is the button instead.
export function createFile({ label, note, accept, onpick }) {
  const input = h("input", {
    type: "file",
    id: uid(),
    class: "lc-paper-file lc-unseen",
    accept,
    async onchange() {
      const file = input.files[0];
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

function frame({ faults, path, label, note, input }) {
  const place = h("p", { class: "lc-paper-fault", id: uid() });
  const noteId = note && uid();
  input.id = uid();
  input.setAttribute("aria-describedby", [noteId, place.id].filter(Boolean).join(" "));
  faults?.add(path.join("."), { input, place });
  return h(
    "div",
    { class: "lc-paper-field" },
    h("label", { for: input.id }, label),
    input,
    note && h("p", { class: "lc-small", id: noteId }, note),
    place,
  );
}
