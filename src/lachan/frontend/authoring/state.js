// The question as it is typed: kept by the tab, so that a reload loses nothing. Fields are named by
// their path in the entry, as notes name them: "stem", "choices.0.text".

/** @import { AuthoringForm } from "../wire" */
/** @import { Path, Steps } from "../shared/typed-path.js" */
import { keep, readKept } from "../shared/kept.js";
import { readAt, writeAt } from "../shared/typed-path.js";

/**
 * @typedef {ReturnType<typeof createState>} State
 */

const key = "lachan-soan-cau";

// `onWrite` is called after each change of a field.
export function createState() {
  let form = readForm();
  /** @type {(() => void)[]} */
  const listeners = [];
  const write = (/** @type {Path} */ path, /** @type {unknown} */ value) => {
    writeAt(form?.entry, path, value);
    keep("sessionStorage", key, form);
    for (const listener of listeners) listener();
  };
  return {
    isThere: () => form !== null,
    // Nothing is asked of a form before there is one.
    get: () => /** @type {AuthoringForm} */ (form),
    /** @param {Path} path */
    read: (path) => readAt(form?.entry, path),
    /** @param {Path} path */
    readText(path) {
      const value = readAt(form?.entry, path);
      return typeof value === "string" ? value : "";
    },
    /**
     * @param {Path} path
     * @returns {Steps[]}
     */
    readRows(path) {
      const rows = readAt(form?.entry, path);
      return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
    },
    /**
     * @param {Path} path
     * @returns {string[]}
     */
    readList(path) {
      const list = readAt(form?.entry, path);
      return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
    },
    write,
    /** @param {AuthoringForm | null} next */
    replace(next) {
      form = next && structuredClone(next);
      keep("sessionStorage", key, form);
    },
    /** @param {() => void} listener */
    onWrite(listener) {
      listeners.push(listener);
    },
  };
}

/** @returns {AuthoringForm | null} */
function readForm() {
  const kept = /** @type {Partial<AuthoringForm> | null | undefined} */ (readKept("sessionStorage", key));
  const isForm = typeof kept?.band === "string" && typeof kept.entry === "object" && kept.entry !== null;
  return isForm ? /** @type {AuthoringForm} */ (kept) : null;
}
