// Words as searching compares them. lachan.text.search_words does the same in Python; both are
// held to tests/support/search_vectors.json.

/**
 * @typedef {{ letters: string, tone: string, plain: string }} Word
 */
const notWord = /[^\p{L}\p{N}]+/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const marks = /\p{M}/gu;
// A vowel that is written y or i by whoever writes.
const yForI = /^([hklmstv])y$/;
// Texts say the same few words again and again.
/** @type {Map<string, Word>} */
const known = new Map();

// [{ letters, tone, plain }]: letters with their marks but without the tone, the tone's mark, and
// the letters without any mark.
/**
 * @param {string} text
 * @returns {Word[]}
 */
export function toWords(text) {
  return text.normalize("NFC").toLowerCase().split(notWord).filter(Boolean).map(recall);
}

/**
 * @param {string} text
 * @returns {Word}
 */
function recall(text) {
  const word = known.get(text) ?? toWord(text);
  known.set(text, word);
  return word;
}

/**
 * @param {string} word
 * @returns {Word}
 */
function toWord(word) {
  const parts = word.normalize("NFD");
  const tone = (parts.match(tones) ?? []).join("");
  const letters = parts.replace(tones, "").normalize("NFC").replace(yForI, "$1i");
  const plain = letters.replaceAll("\u0111", "d").normalize("NFD").replace(marks, "");
  return { letters, tone, plain };
}

// Whether a typed word is a word of a text, or with `isOpen` the beginning of one. What is typed
// without marks finds every spelling; what is typed with marks means them.
/**
 * @param {Word} typed
 * @param {Word} word
 */
export function isMet(typed, word, isOpen = false) {
  const isPlain = typed.tone === "" && typed.letters === typed.plain;
  const [sought, met] = isPlain ? [typed.plain, word.plain] : [typed.letters, word.letters];
  if (!isPlain && typed.tone && typed.tone !== word.tone) return false;
  return isOpen ? met.startsWith(sought) : met === sought;
}
