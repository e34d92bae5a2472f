// The people of a contest, one a row. Rows are changed in place: whoever reads or stands on a
// button is not thrown off by the next news.

/**
 * @import { SeatJson } from "../wire"
 * @import { Column } from "./parts.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createTable, formatLeft } from "./parts.js";

/**
 * @typedef {{ element: HTMLElement, update: (seat: SeatJson) => void }} Row
 */

const lost_s = 60;

/**
 * @param {{
 *   words: Record<string, string>,
 *   itemCount: number,
 *   handle: ((seat: SeatJson) => void) | null,
 * }} options
 */
export function createSeats({ words, itemCount, handle }) {
  /** @type {Column[]} */
  const columns = [
    { title: words.col_number },
    { title: words.col_name, kind: "wide" },
    { title: words.col_class },
    { title: words.col_room },
    { title: words.col_state },
    { title: words.col_answered, kind: "number" },
    { title: words.col_left, kind: "number" },
    { title: words.col_seen },
    ...(handle ? [{ title: words.col_action }] : []),
  ];
  const table = createTable(words.seats_heading, columns, []);
  /** @type {Map<string, Row>} */
  const rows = new Map();

  /** @param {SeatJson[]} seats */
  const show = (seats) => {
    const wanted = new Set(seats.map(({ pseudonym }) => pseudonym));
    for (const [name, row] of rows) {
      if (!wanted.has(name)) {
        row.element.remove();
        rows.delete(name);
      }
    }
    /** @type {HTMLElement | null} */
    let before = null;
    for (const seat of seats) {
      const row = rows.get(seat.pseudonym) ?? createSeat(seat);
      row.update(seat);
      // Moving a row would take the focus away from what is in it.
      /** @type {ChildNode | null} */
      const place = before ? before.nextSibling : table.body.firstChild;
      if (row.element !== place) table.body.insertBefore(row.element, place);
      before = row.element;
    }
  };
  /** @param {SeatJson} seat */
  const createSeat = (seat) => {
    const cells = columns.map(({ kind }) => h("td", { class: kind && `lc-${kind}` }));
    let current = seat;
    const button = h(
      "button",
      { type: "button", class: "lc-button lc-quiet", onclick: () => handle?.(current) },
      words.handle,
    );
    if (handle) {
      button.setAttribute(
        "aria-label",
        fillIn(words.handle_one, { name: seat.name || seat.number || seat.pseudonym }),
      );
      cells.at(-1)?.append(button);
    }
    const element = h("tr", {}, cells);
    /** @param {SeatJson} told */
    const update = (told) => {
      current = told;
      describe(told, words, itemCount).forEach((text, index) => {
        if (cells[index].textContent !== text) cells[index].textContent = text;
      });
      button.hidden = told.state === "withdrawn";
      element.dataset.state = told.state;
      element.classList.toggle("lc-office-lost", told.state === "working" && (told.seen_s ?? 0) > lost_s);
    };
    const row = { element, update };
    rows.set(seat.pseudonym, row);
    return row;
  };
  return { element: table.element, show };
}

/**
 * @param {SeatJson} seat
 * @param {Record<string, string>} words
 * @param {number} itemCount
 * @returns {string[]}
 */
function describe(seat, words, itemCount) {
  const { number, name, pseudonym, class: className, room, state, answered, left_s, submitted } = seat;
  const isBegun = seat.attempt > 0;
  return [
    number,
    name || pseudonym,
    className,
    room,
    submitted
      ? `${words[`seat_${state}`]} ${fillIn(words.submitted_at, { time: submitted })}`
      : words[`seat_${state}`],
    isBegun ? `${answered}/${itemCount}` : "",
    left_s === null ? "" : formatLeft(left_s, words),
    describeSeen(seat, words),
  ];
}

/**
 * @param {SeatJson} seat
 * @param {Record<string, string>} words
 */
function describeSeen({ seen_s }, words) {
  if (seen_s === null) return "";
  if (seen_s > lost_s) return fillIn(words.seen_lost, { minutes: Math.floor(seen_s / 60) });
  return seen_s < 20 ? words.seen_now : fillIn(words.seen_ago, { seconds: seen_s });
}
