// Finding provisions, documents and lessons: every word must be met; what is asked for by its place comes
// first, then what is met in the title, in plain words, in the text.

/**
 * @import { LawDocumentJson, LawEntryJson, LawJson, LawLessonJson } from "../wire"
 * @import { Part, Query } from "./query.js"
 * @import { Field, Order } from "../shared/search.js"
 * @import { Word } from "../shared/words.js"
 */
import { compareOrders, isIn, isLast, nowhere, rankFields, rankWord } from "../shared/search.js";
import { toWords } from "../shared/words.js";
import { isEmpty, parseQuery } from "./query.js";

/**
 * @typedef {(
 *   | { kind: "document", value: LawDocumentJson, order: Order }
 *   | { kind: "entry", value: LawEntryJson, order: Order }
 *   | { kind: "lesson", value: LawLessonJson, order: Order }
 * )} Found
 *
 * @typedef {{ value: LawDocumentJson, title: Word[] }} DocumentWords
 *
 * @typedef {{
 *   value: LawEntryJson,
 *   document: DocumentWords,
 *   plain: Map<string, Word[]>,
 *   text: Word[],
 * }} EntryWords
 */

const title = 1;
const plain = 2;
const text = 3;
const noPlace = 2;

// `data` as lachan.wire.law.law_json gives it. search(typed, { band, document }) returns what was
// found, the best first: [{ kind: "document" | "entry" | "lesson", value, order }]. Lessons are found
// where there is a way to them.
/** @param {Pick<LawJson, "documents" | "entries" | "bands" | "lessons" | "links">} data */
export function createSearch({ documents, entries, bands, lessons, links }) {
  const kept = new Map(documents.map((each) => [each.id, { value: each, title: titleWords(each) }]));
  /** @type {EntryWords[]} */
  const rows = entries.map((each) => ({
    value: each,
    document: /** @type {DocumentWords} */ (kept.get(each.document)),
    plain: new Map(bands.map(({ value }) => [value, toWords(each.plain[value] ?? "")])),
    text: toWords([each.place, each.summary, each.who, ...each.names, ...each.words].join(" ")),
  }));
  const taught = links.lesson ? lessons.map((value) => ({ value, fields: lessonFields(value) })) : [];
  /**
   * @param {string} typed
   * @param {{ band?: string, document?: string }} [wish]
   * @returns {Found[]}
   */
  const search = (typed, { band = "", document = "" } = {}) => {
    const query = parseQuery(typed);
    if (isEmpty(query)) return [];
    const shown = rows.filter(
      ({ value }) => (!band || value.plain[band]) && (!document || value.document === document),
    );
    const sources = new Set(shown.map((row) => row.document));
    /** @type {Found[]} */
    const found = [];
    for (const each of sources) {
      const order = rankDocument(each, query);
      if (order) found.push({ kind: "document", value: each.value, order });
    }
    for (const row of shown) {
      const order = rankEntry(row, query, band);
      if (order) found.push({ kind: "entry", value: row.value, order });
    }
    for (const { value, fields } of document ? [] : taught) {
      const order = band && value.band !== band ? null : rankLesson(fields, query);
      if (order) found.push({ kind: "lesson", value, order });
    }
    return found.sort((one, other) => compareOrders(one.order, other.order));
  };
  return search;
}

// "B\u1ed9 lu\u1eadt H\u00ecnh s\u1ef1 2015" is also called BLHS.
/** @param {LawDocumentJson} document */
function titleWords({ number, title: name, short, kind, issuer }) {
  const words = toWords([kind, number, name, short, issuer].join(" "));
  const called = toWords(short).filter(({ plain: letters }) => !/\d/.test(letters));
  const initials = called.map(({ letters }) => letters[0]).join("");
  return [...words, ...toWords(`${initials} ${initials.replace(/^bl|^l/, "")}`)];
}

/**
 * @param {DocumentWords} document
 * @param {Query} query
 * @returns {Order | null}
 */
function rankDocument({ value, title: words }, query) {
  if (Object.keys(query.place).length > 0) return null;
  if (!query.documents.every((number) => isNumber(value, number))) return null;
  const isAll = query.words.every((word, index) => isIn(words, word, isLast(query, index)));
  return isAll ? [query.documents.length > 0 ? 0 : noPlace, 0, 0, 0] : null;
}

/** @param {LawLessonJson} lesson */
function lessonFields(lesson) {
  return [
    { rank: title, words: toWords(lesson.title) },
    { rank: text, words: toWords(lesson.summary) },
  ];
}

// What is asked for by its place or its number is law.
/**
 * @param {Field[]} fields
 * @param {Query} query
 * @returns {Order | null}
 */
function rankLesson(fields, query) {
  if (query.documents.length > 0 || Object.keys(query.place).length > 0) return null;
  const rank = rankFields(query, fields);
  return rank && [noPlace, ...rank];
}

/**
 * @param {EntryWords} row
 * @param {Query} query
 * @param {string} band
 * @returns {Order | null}
 */
function rankEntry(row, query, band) {
  const asked = rankPlace(row.value, query.place);
  if (asked === null) return null;
  if (!query.documents.every((number) => isNumber(row.document.value, number))) return null;
  const fields = fieldsOf(row, band);
  const bare = rankNumbers(row.value, query, fields);
  if (bare === null) return null;
  const rank = rankFields(query, fields, bare.taken);
  return rank && [Math.min(asked, bare.place), ...rank];
}

// 0 where the very place is asked for, 1 where it lies in or around it, null where elsewhere.
/**
 * @param {LawEntryJson} entry
 * @param {Query["place"]} asked
 */
function rankPlace({ article, clause, point }, asked) {
  if (Object.keys(asked).length === 0) return noPlace;
  /** @type {[string | undefined, string][]} */
  const parts = [
    [asked.article, article],
    [asked.clause, clause],
    [asked.point, point],
  ];
  const isElsewhere = parts.some(([want, have], index) => {
    if (want === undefined) return false;
    const isAround = have === "" && index > 0 && parts.slice(0, index).some(([above]) => above);
    return want !== have && !isAround;
  });
  if (isElsewhere) return null;
  return parts.every(([want, have]) => (want ?? "") === have) ? 0 : 1;
}

// A number that stands alone may be an article, and the one after it a clause of that.
/**
 * @param {LawEntryJson} entry
 * @param {Query} query
 * @param {Field[]} fields
 */
function rankNumbers({ article, clause }, { numbers, place }, fields) {
  /** @type {Set<Word>} */
  const taken = new Set();
  let rank = noPlace;
  const [first, second] = place.article ? [undefined, numbers[0]] : numbers;
  const isArticle = place.article === article || (first && first.plain === article);
  if (first && isArticle) {
    taken.add(first);
    rank = clause === "" || second ? 0 : 1;
  }
  if (second && isArticle && !place.clause && second.plain === clause) {
    taken.add(second);
    rank = 0;
  }
  const isLost = numbers.some((word) => !taken.has(word) && rankWord(word, fields, false) === nowhere);
  return isLost ? null : { place: rank, taken };
}

/**
 * @param {EntryWords} row
 * @param {string} band
 * @returns {Field[]}
 */
function fieldsOf(row, band) {
  const plains = band ? [row.plain.get(band) ?? []] : [...row.plain.values()];
  return [
    { rank: title, words: row.document.title },
    ...plains.map((words) => ({ rank: plain, words })),
    { rank: text, words: row.text },
  ];
}

/**
 * @param {LawDocumentJson} document
 * @param {string} asked
 */
function isNumber({ number }, asked) {
  return number.toLowerCase().startsWith(asked);
}
