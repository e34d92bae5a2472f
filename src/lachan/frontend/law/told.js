// How a provision is named and told: for whom, and with what was sought marked in it.

import { h } from "../shared/dom.js";
import { isMet, toWords } from "./words.js";

const word = /[\p{L}\p{N}]+/gu;

// The band whose words to show, "" where none were written; `plainest` stand for those who did not
// say who they are.
export function findBand({ plain }, wanted, plainest) {
  return [wanted, ...plainest].find((band) => plain[band]) ?? "";
}

export function nameEntry(entry, document) {
  return [entry.place, document.short].filter(Boolean).join(" \u00b7 ");
}

// The text as nodes; the words that were typed stand in <mark>.
export function markWords(text, { words, isOpen }) {
  const nodes = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!isSought(found, words, isOpen)) continue;
    nodes.push(text.slice(end, index), h("mark", {}, found));
    end = index + found.length;
  }
  return [...nodes, text.slice(end)];
}

function isSought(found, words, isOpen) {
  const [compared] = toWords(found);
  return words.some(
    (sought, index) => compared && isMet(sought, compared, isOpen && index === words.length - 1),
  );
}
