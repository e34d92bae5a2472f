// All questions at a glance: each cell says in words whether it is answered, begun or empty,
// and whether it is marked to look at again; its border says the same by shape.

/** @import { Entry } from "./work.js" */
import { fillIn, fillWith, h } from "../shared/dom.js";

// `entries` gives { name, label, state, isFlagged, isShown } for each question; `onPick(index)`.
/**
 * @param {{
 *   texts: Record<string, string>,
 *   entries: () => Entry[],
 *   onPick: (index: number) => void,
 * }} options
 */
export function createOverview({ texts, entries, onPick }) {
  const list = h("ol", { class: "lc-overview" });
  const cells = entries().map((_, index) =>
    h("button", { type: "button", class: "lc-cell", onclick: () => onPick(index) }),
  );
  fillWith(
    list,
    cells.map((cell) => h("li", {}, cell)),
  );
  const update = () =>
    entries().forEach((entry, index) => {
      drawCell(cells[index], entry, texts);
    });
  return { element: list, update };
}

/**
 * @param {HTMLElement} cell
 * @param {Entry} entry
 * @param {Record<string, string>} texts
 */
function drawCell(cell, { name, label, state, isFlagged, isShown }, texts) {
  const words = [texts[`room_mark_${state}`], isFlagged && texts.room_mark_flagged].filter(Boolean);
  const told = fillIn(texts.room_cell, { name, state: texts[`room_cell_${state}`] });
  cell.className = `lc-cell lc-cell-${state}${isFlagged ? " lc-cell-flagged" : ""}`;
  cell.setAttribute("aria-label", isFlagged ? `${told}, ${texts.room_cell_flagged}` : told);
  if (isShown) cell.setAttribute("aria-current", "true");
  else cell.removeAttribute("aria-current");
  fillWith(
    cell,
    h("span", { class: "lc-cell-name" }, label),
    words.map((word) => h("span", { class: "lc-cell-mark" }, word)),
  );
}
