// Small parts that several views of the contest room are made of.

/**
 * @import { AttemptView } from "../wire"
 * @import { Child } from "../shared/dom.js"
 */
import { h } from "../shared/dom.js";

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
