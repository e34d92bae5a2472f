// Small parts that several views of the contest room are made of.

/**
 * @import { AttemptView, ContestView } from "../wire"
 * @import { Child } from "../shared/dom.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { formatDay } from "../shared/time.js";

// Who sits here, as the class list has them; the pseudonym is what public lists show.
/**
 * @param {AttemptView} attempt
 * @param {Record<string, string>} texts
 * @returns {([string, Child] | false)[]}
 */
export function whoFacts({ entrant_name: name, entrant_number: number, pseudonym }, texts) {
  return [
    name !== "" && [texts.room_fact_person, name],
    number !== "" && [texts.room_fact_number, number],
    [texts.room_fact_name, pseudonym],
  ];
}

// The same in one line, for the head of the paper.
/** @param {AttemptView} attempt */
export function nameWho({ entrant_name: name, entrant_number: number, pseudonym }) {
  return [name, number].filter(Boolean).join(" \u00b7 ") || pseudonym;
}

// Rows of "what: how much".
/** @param {([string, Child] | false)[]} rows */
export function createFacts(rows) {
  return h(
    "dl",
    { class: "lc-facts" },
    rows.map((row) => row && h("div", {}, h("dt", {}, row[0]), h("dd", {}, row[1]))),
  );
}

// Why names are kept, until when, and how to withdraw: everyone may know it before they come in.
/**
 * @param {ContestView} contest
 * @param {Record<string, string>} texts
 */
export function createPrivacy({ names, erase_at: eraseAt, erased_at: erasedAt }, texts) {
  const end = erasedAt
    ? fillIn(texts.room_erased, { day: formatDay(erasedAt) })
    : eraseAt && fillIn(texts.room_erases, { day: formatDay(eraseAt) });
  const why =
    names &&
    fillIn(texts.room_names, {
      purposes: names.purposes.join("; "),
      seen_by: names.seen_by,
      withdraw: names.withdraw,
    });
  return [texts.room_privacy, why, end].map((words) => words && h("p", { class: "lc-small" }, words));
}
