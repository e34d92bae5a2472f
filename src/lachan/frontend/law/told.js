// How a provision is named and told: for whom, and with what was sought marked in it.

/**
 * @import { LawDocumentJson, LawEntryJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Query } from "./query.js"
 * @import { Word } from "../shared/words.js"
 */
import { h } from "../shared/dom.js";
import { isMet, toWords } from "../shared/words.js";

const word = /[\p{L}\p{N}]+/gu;

// The band whose words to show, "" where none were written; `plainest` stand for those who did not
// say who they are.
/**
 * @param {LawEntryJson} entry
 * @param {string} wanted
 * @param {string[]} plainest
 */
export function findBand({ plain }, wanted, plainest) {
  return [wanted, ...plainest].find((band) => plain[band]) ?? "";
}

/**
 * @param {LawEntryJson} entry
 * @param {LawDocumentJson} document
 */
export function nameEntry(entry, document) {
  return [entry.place, document.short].filter(Boolean).join(" \u00b7 ");
}

// The text as nodes; the words that were typed stand in <mark>.
/**
 * @param {string} text
 * @param {Query} query
 */
export function markWords(text, { words, isOpen }) {
  /** @type {Child[]} */
  const nodes = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!isSought(found, words, isOpen)) continue;
    nodes.push(text.slice(end, index), h("mark", {}, found));
    end = index + found.length;
  }
  return [...nodes, text.slice(end)];
}

/**
 * @param {string} found
 * @param {Word[]} words
 * @param {boolean} isOpen
 */
function isSought(found, words, isOpen) {
  const [compared] = toWords(found);
  return words.some(
    (sought, index) => compared && isMet(sought, compared, isOpen && index === words.length - 1),
  );
}
