// What is said of the question, each note at the field that it is about.

/** @import { NoteJson } from "../wire" */
import { fillWith, h } from "../shared/dom.js";

/**
 * Where notes on a field are shown: the control that is marked, if it has one, and a place for words.
 * @typedef {{ input: HTMLElement | null, place: HTMLElement }} Shown
 *
 * @typedef {ReturnType<typeof createNotes>} Notes
 */

// What is only not filled in yet; nobody is told so of a field that they have not come to.
const unfilled = ["SC001", "QB003", "SC005"];

/** @param {Record<string, string>} words */
export function createNotes(words) {
  /** @type {Map<string, Shown>} */
  const fields = new Map();
  /** @type {Set<string>} */
  const touched = new Set();
  let isAsked = false;
  /** @param {NoteJson} note */
  const isDue = ({ field, code }) => isAsked || touched.has(field) || !unfilled.includes(code);
  /** @param {string} field */
  const find = (field) => {
    const steps = field.split(".");
    for (let length = steps.length; length > 0; length -= 1) {
      const shown = fields.get(steps.slice(0, length).join("."));
      if (shown) return shown;
    }
    return null;
  };
  return {
    // A form that is drawn anew takes the place of the one before.
    clear() {
      fields.clear();
    },
    // Another question: nobody has come to any of its fields.
    forget() {
      touched.clear();
      isAsked = false;
    },
    /**
     * @param {string} name
     * @param {Shown} shown
     */
    add: (name, shown) => fields.set(name, shown),
    /** @param {string} name */
    touch: (name) => touched.add(name),
    askForAll() {
      isAsked = true;
    },
    /** @param {string} field */
    findInput(field) {
      const shown = find(field);
      return shown?.input ?? shown?.place.parentElement?.querySelector("input, textarea, select") ?? null;
    },
    // Returns those that have no field, and how many errors there are.
    /** @param {readonly NoteJson[]} notes */
    show(notes) {
      /** @type {Map<Shown, NoteJson[]>} */
      const placed = new Map();
      for (const note of notes.filter(isDue)) {
        const shown = find(note.field);
        if (shown) placed.set(shown, [...(placed.get(shown) ?? []), note]);
      }
      for (const shown of fields.values()) {
        const own = placed.get(shown) ?? [];
        fillWith(
          shown.place,
          own.map((note) => createNote(note, words)),
        );
        const isWrong = own.some(({ kind }) => kind === "error");
        if (isWrong) shown.input?.setAttribute("aria-invalid", "true");
        else shown.input?.removeAttribute("aria-invalid");
      }
      return notes.filter((note) => isDue(note) && !find(note.field));
    },
  };
}

/**
 * @param {NoteJson} note
 * @param {Record<string, string>} words
 */
export function createNote({ kind, message, hint, code }, words) {
  const end = hint ? `${message}; ${hint}.` : `${message}.`;
  return h(
    "p",
    { class: `lc-write-note lc-write-${kind}` },
    h("strong", {}, words[`note_${kind}`]),
    ` ${end} `,
    h("span", { class: "lc-write-code" }, code),
  );
}
