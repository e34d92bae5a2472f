// Lists of the entry: choices, statements, pairs, steps; a row can be added, taken away and moved.

/**
 * @import { Child } from "../shared/dom.js"
 * @import { Context } from "./writer.js"
 * @import { Path, Steps } from "../shared/typed-path.js"
 */
import { createButton, fillIn, focusOn, h } from "../shared/dom.js";
import { createGroup } from "./fields.js";

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * `legend` has a gap for the row's letter or number; `blank` is a row that nothing is written of;
 * `taken` are ids that stand elsewhere.
 * @typedef {{
 *   context: Context,
 *   path: Path,
 *   legend: string,
 *   least: number,
 *   most: number,
 *   add: string,
 *   blank: Steps,
 *   draw: (path: Path, row: Steps, index: number) => Child,
 *   numbered?: boolean,
 *   moves?: boolean,
 *   taken?: string[],
 *   isNamed?: boolean,
 * }} Rows
 */

/** @param {Rows} rows */
export function createRows({ context, path, legend, least, most, add, blank, draw, ...wish }) {
  const { numbered = false, moves = false, taken = [], isNamed = true } = wish;
  const { state, words } = context;
  const all = state.readRows(path);
  /**
   * @param {Steps[]} next
   * @param {number} index
   */
  const change = (next, index) => {
    state.write(path, next);
    context.redraw([...path, Math.max(0, Math.min(index, next.length - 1))].join("."));
  };
  const grow = () => {
    const used = [...all.map(({ id }) => id), ...taken];
    const id = [...letters].find((letter) => !used.includes(letter)) ?? "";
    change([...all, { ...(isNamed ? { id } : {}), ...structuredClone(blank) }], all.length);
  };
  /**
   * @param {number} index
   * @param {number} to
   */
  const move = (index, to) => {
    const next = all.filter((_, each) => each !== index);
    next.splice(to, 0, all[index]);
    change(next, to);
  };
  /**
   * @param {number} index
   * @param {string} name
   */
  const createRow = (index, name) => {
    const act = (/** @type {string} */ word, /** @type {() => void} */ work) =>
      createButton([words[word], h("span", { class: "lc-unseen" }, ` ${name}`)], "lc-quiet", work);
    const row = all[index];
    return createGroup(
      { context, path: [...path, index], legend: name, kind: "lc-write-row" },
      draw([...path, index], row, index),
      h(
        "div",
        { class: "lc-buttons" },
        moves && index > 0 && act("row_up", () => move(index, index - 1)),
        moves && index < all.length - 1 && act("row_down", () => move(index, index + 1)),
        all.length > least &&
          act("row_drop", () =>
            change(
              all.filter((_, each) => each !== index),
              index,
            ),
          ),
      ),
    );
  };
  const title = (/** @type {number} */ index) =>
    fillIn(legend, { at: numbered ? index + 1 : letters[index].toUpperCase() });
  return h(
    "div",
    { class: "lc-write-rows" },
    all.map((_, index) => createRow(index, title(index))),
    all.length < most && h("div", { class: "lc-buttons" }, createButton(add, "", grow)),
  );
}

// The place for what is said of a list as a whole.
/**
 * @param {Context} context
 * @param {string} name
 */
export function createListNotes(context, name) {
  const place = h("div", { class: "lc-write-notes" });
  context.notes.add(name, { input: null, place });
  return place;
}

/** @param {HTMLElement | null | undefined} element */
export function focusWithin(element) {
  const control = /** @type {HTMLElement | null | undefined} */ (
    element?.querySelector("textarea, input, select")
  );
  if (control) focusOn(control);
}
