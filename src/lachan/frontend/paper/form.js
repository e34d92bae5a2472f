// The form as it is typed: kept by the tab, so that a reload loses nothing. Fields are named by
// their path, as the kernel names what is wrong with them: "minutes", "parts.0.points".

/** @import { PaperForm, PartForm, PrintForm } from "../wire" */
/** @import { Path } from "../shared/typed-path.js" */
import { keep, readKept } from "../shared/kept.js";
import { readAt, writeAt } from "../shared/typed-path.js";

/**
 * A blueprint as it is typed, with what its papers are to be.
 * @typedef {PaperForm & PrintForm} Typed
 *
 * What a field shows and changes.
 * @typedef {{ read: (path: Path) => unknown, write: (path: Path, value: unknown) => void }} Holder
 *
 * @typedef {ReturnType<typeof createForm>} Form
 *
 * What cells ask for: by topic, by level, of cells, of items, of points.
 * @typedef {{
 *   rows: Record<string, number>,
 *   columns: Record<string, number>,
 *   total: number,
 *   items: number,
 *   points: number,
 * }} Sums
 */

// The quick exit of our pages removes the same key (page/exit.js).
const key = "lachan-ra-de";

// `onWrite` is called after each change of a field. Another form is told to nobody: what is on the
// screen belongs to the one before, and whoever replaces it draws the screen anew.
export function createForm() {
  let form = readForm();
  /** @type {(() => void)[]} */
  const listeners = [];
  return {
    // Nothing else is asked of a form before there is one.
    isThere: () => form !== null,
    get: () => /** @type {Typed} */ (form),
    /**
     * @param {Path} path
     * @returns {unknown}
     */
    read: (path) => readAt(form, path),
    /**
     * @param {Path} path
     * @param {unknown} value
     */
    write(path, value) {
      writeAt(form, path, value);
      keep("sessionStorage", key, form);
      for (const listener of listeners) listener();
    },
    /** @param {Typed} next */
    replace(next) {
      form = next;
      keep("sessionStorage", key, form);
    },
    /** @param {() => void} listener */
    onWrite(listener) {
      listeners.push(listener);
    },
  };
}

/** @returns {Typed | null} */
function readForm() {
  const kept = /** @type {Partial<Typed> | null | undefined} */ (readKept("sessionStorage", key));
  const isForm = typeof kept?.band === "string" && Array.isArray(kept.parts) && Array.isArray(kept.topics);
  return isForm ? /** @type {Typed} */ (kept) : null;
}

const statementsPerGroup = 4;

// A number as it is typed: "0,25" or "0.25"; 0 for what is no number.
/** @param {unknown} text */
export function parseNumber(text) {
  const number = Number(
    String(text ?? "")
      .trim()
      .replace(",", "."),
  );
  return Number.isFinite(number) && number > 0 ? number : 0;
}

/** @param {number} number */
export function formatNumber(number) {
  return number.toLocaleString("vi-VN", { maximumFractionDigits: 4 });
}

// Sums of a part over the topics on show.
/**
 * @param {PartForm} part
 * @param {readonly string[]} topics
 * @returns {Sums}
 */
export function sumPart(part, topics) {
  /** @type {Record<string, number>} */
  const rows = {};
  /** @type {Record<string, number>} */
  const columns = {};
  let total = 0;
  for (const [name, text] of Object.entries(part.counts ?? {})) {
    const [topic, level] = name.split("/");
    const count = topics.includes(topic) ? Math.floor(parseNumber(text)) : 0;
    rows[topic] = (rows[topic] ?? 0) + count;
    columns[level] = (columns[level] ?? 0) + count;
    total += count;
  }
  const grouped = part.type === "true_false_group" && part.unit === "statements";
  const items = grouped ? total / statementsPerGroup : total;
  return { rows, columns, total, items, points: items * parseNumber(part.points) };
}
