// What was typed: a document's number, an article with its clause and point, and other words.

/** @import { Word } from "../shared/words.js" */
import { toWords } from "../shared/words.js";

/**
 * @typedef {"article" | "clause" | "point"} Part
 *
 * @typedef {{
 *   documents: string[],
 *   place: Partial<Record<Part, string>>,
 *   numbers: Word[],
 *   terms: Word[],
 *   words: Word[],
 *   isOpen: boolean,
 * }} Query
 */

const documentNumber = /\d+\/\d{4}[\p{L}\p{N}/-]*/gu;
const digits = /^\d+[a-z]?$/;
// "d150", "k2": as notes on law are written.
/** @type {Record<string, Part>} */
const short = { d: "article", k: "clause" };
/** @type {Record<string, Part | undefined>} */
const long = { dieu: "article", khoan: "clause", diem: "point" };

// { documents, place: { article, clause, point }, numbers, terms, isOpen, words }: `numbers` stand
// alone and may be an article; the last of `words` may still be being typed where `isOpen`.
/**
 * @param {string} text
 * @returns {Query}
 */
export function parseQuery(text) {
  const documents = (text.match(documentNumber) ?? []).map((number) => number.toLowerCase());
  const words = toWords(text.replace(documentNumber, " "));
  /** @type {Query} */
  const query = { documents, place: {}, numbers: [], terms: [], words: [], isOpen: false };
  for (let index = 0; index < words.length; index += 1) {
    index += takeWord(query, words[index], words[index + 1]);
  }
  query.isOpen = query.words.length > 0 && !/\s$/.test(text) && query.words.at(-1) === words.at(-1);
  return query;
}

// Returns how many words after this one belong to it.
/**
 * @param {Query} query
 * @param {Word} word
 * @param {Word | undefined} next
 */
function takeWord(query, word, next) {
  const { place } = query;
  const joined = /^([dk])(\d+[a-z]?)$/.exec(word.plain);
  const part = long[word.plain];
  if (joined) place[short[joined[1]]] = joined[2];
  else if (part && next && isPlace(part, next)) {
    // A point may be \u0111, which is not d.
    place[part] = next.letters;
    return 1;
  } else {
    query.words.push(word);
    (digits.test(word.plain) ? query.numbers : query.terms).push(word);
  }
  return 0;
}

/**
 * @param {Part} part
 * @param {Word} word
 */
function isPlace(part, { plain, tone }) {
  return part === "point" ? /^[a-z]$/.test(plain) && tone === "" : digits.test(plain);
}

/** @param {Query} query */
export function isEmpty({ documents, place, words }) {
  return documents.length === 0 && words.length === 0 && Object.keys(place).length === 0;
}
