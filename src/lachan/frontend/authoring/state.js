// The question as it is typed: kept by the tab, so that a reload loses nothing. Fields are named by
// their path in the entry, as notes name them: "stem", "choices.0.text".

/** @import { AuthoringForm } from "../wire" */
import { keep, readKept } from "../shared/kept.js";

/**
 * The keys and indexes that lead to a field of the entry.
 * @typedef {readonly (string | number)[]} Path
 *
 * @typedef {{ [step: string]: unknown }} Steps
 *
 * @typedef {ReturnType<typeof createState>} State
 */

const key = "lachan-soan-cau";

// `onWrite` is called after each change of a field.
export function createState() {
  let form = readForm();
  /** @type {(() => void)[]} */
  const listeners = [];
  const write = (/** @type {Path} */ path, /** @type {unknown} */ value) => {
    const holder = path.slice(0, -1).reduce(open, /** @type {unknown} */ (form?.entry));
    /** @type {Steps} */ (holder)[path[path.length - 1]] = value;
    keep("sessionStorage", key, form);
    for (const listener of listeners) listener();
  };
  return {
    isThere: () => form !== null,
    // Nothing is asked of a form before there is one.
    get: () => /** @type {AuthoringForm} */ (form),
    /** @param {Path} path */
    read: (path) => path.reduce(enter, /** @type {unknown} */ (form?.entry)),
    /** @param {Path} path */
    readText(path) {
      const value = path.reduce(enter, /** @type {unknown} */ (form?.entry));
      return typeof value === "string" ? value : "";
    },
    /**
     * @param {Path} path
     * @returns {Steps[]}
     */
    readRows(path) {
      const rows = path.reduce(enter, /** @type {unknown} */ (form?.entry));
      return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
    },
    /**
     * @param {Path} path
     * @returns {string[]}
     */
    readList(path) {
      const list = path.reduce(enter, /** @type {unknown} */ (form?.entry));
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

/**
 * @param {unknown} holder
 * @param {string | number} step
 */
function enter(holder, step) {
  return /** @type {Steps | null | undefined} */ (holder)?.[step];
}

/**
 * @param {unknown} holder
 * @param {string | number} step
 */
function open(holder, step) {
  const steps = /** @type {Steps} */ (holder);
  steps[step] ??= {};
  return steps[step];
}

/** @returns {AuthoringForm | null} */
function readForm() {
  const kept = /** @type {Partial<AuthoringForm> | null | undefined} */ (readKept("sessionStorage", key));
  const isForm = typeof kept?.band === "string" && typeof kept.entry === "object" && kept.entry !== null;
  return isForm ? /** @type {AuthoringForm} */ (kept) : null;
}
