// Finding texts by typed words, with or without their marks: every word must be met; where it is
// met says how well a text fits. The lists of lessons and the look-up of the law rank by it.

/** @import { Word } from "./words.js" */
import { isMet, toWords } from "./words.js";

/**
 * How well something fits: the first figure counts most, the least is the best.
 * @typedef {number[]} Order
 *
 * What was typed; the last word may still be being typed where `isOpen`.
 * @typedef {{ words: Word[], isOpen: boolean }} Typed
 *
 * Words with how much it counts to be met in them.
 * @typedef {{ rank: number, words: Word[] }} Field
 */

export const nowhere = 9;

/**
 * @param {string} text
 * @returns {Typed}
 */
export function readTyped(text) {
  return { words: toWords(text), isOpen: !/\s$/.test(text) };
}

// Null where a word is not met; words that are `taken` were met elsewhere.
/**
 * @param {Typed} typed
 * @param {Field[]} fields
 * @param {Set<Word>} [taken]
 * @returns {Order | null}
 */
export function rankFields(typed, fields, taken = new Set()) {
  const ranks = typed.words.map((word, index) =>
    taken.has(word) ? 0 : rankWord(word, fields, isLast(typed, index)),
  );
  if (ranks.includes(nowhere)) return null;
  const isPhrase = fields.some(({ words }) => holdsPhrase(words, typed.words));
  const whole = ranks.reduce((sum, rank) => sum + rank, 0);
  return [Math.ceil(Math.max(0, ...ranks)), isPhrase ? 0 : 1, whole];
}

// A whole word counts more than the beginning of one.
/**
 * @param {Word} word
 * @param {Field[]} fields
 * @param {boolean} isOpen
 */
export function rankWord(word, fields, isOpen) {
  const whole = fields.find(({ words }) => isIn(words, word, false));
  if (whole) return whole.rank;
  const begun = isOpen && fields.find(({ words }) => isIn(words, word, true));
  return begun ? begun.rank + 0.5 : nowhere;
}

/**
 * @param {Word[]} words
 * @param {Word[]} sought
 */
function holdsPhrase(words, sought) {
  if (sought.length < 2) return true;
  const last = sought.length - 1;
  return words.some((_, start) =>
    sought.every((word, index) => words[start + index] && isMet(word, words[start + index], index === last)),
  );
}

/**
 * @param {Word[]} words
 * @param {Word} sought
 * @param {boolean} isOpen
 */
export function isIn(words, sought, isOpen) {
  return words.some((word) => isMet(sought, word, isOpen));
}

// Only the last word may still be being typed, and never a number.
/**
 * @param {Typed} typed
 * @param {number} index
 */
export function isLast({ words, isOpen }, index) {
  return isOpen && index === words.length - 1 && !/\d/.test(words[index].plain);
}

/**
 * @param {Order} one
 * @param {Order} other
 */
export function compareOrders(one, other) {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index < 0 ? 0 : one[index] - other[index];
}
