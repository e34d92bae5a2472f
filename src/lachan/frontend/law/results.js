// What was found, and what to do where nothing was.

/**
 * @import { ForceJson, LawDocumentJson, LawEntryJson, LawLessonJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Wish } from "./address.js"
 * @import { Listed, Lookup } from "./lookup.js"
 * @import { Query } from "./query.js"
 * @import { Found } from "./search.js"
 */
import { createButton, fillIn, h } from "../shared/dom.js";
import { writeAddress } from "./address.js";
import { tellForce } from "./force.js";
import { parseQuery } from "./query.js";
import { findBand, markWords, nameEntry } from "./told.js";

const page_rows = 20;

// `wish` is { query, band, document } as the address has it. Returns { element, links }: what the
// arrow keys walk through.
/**
 * @param {{ lookup: Lookup, wish: Wish, found: Found[] }} options
 * @returns {Listed}
 */
export function createResults({ lookup, wish, found }) {
  const list = h("ul", { class: "lc-lookup-results" });
  const more = createButton("", "", () => show(true));
  const query = parseQuery(wish.query);
  let shown = 0;
  /** @param {boolean} takeFocus */
  const show = (takeFocus) => {
    const rows = found
      .slice(shown, shown + page_rows)
      .map((each) => createRow({ lookup, wish, query, each }));
    list.append(...rows);
    shown += rows.length;
    more.textContent = fillIn(lookup.texts.lookup_more, { count: Math.min(page_rows, found.length - shown) });
    more.hidden = shown >= found.length;
    if (takeFocus) rows[0].querySelector("a")?.focus();
  };
  show(false);
  const element = h("div", {}, list, h("div", { class: "lc-buttons" }, more));
  return { element, links: () => findLinks(list) };
}

/**
 * @param {Element} element
 * @returns {HTMLAnchorElement[]}
 */
export function findLinks(element) {
  return [...element.querySelectorAll("a")].filter((link) => link.matches(".lc-lookup-link"));
}

/** @param {{ lookup: Lookup, wish: Wish, query: Query, each: Found }} options */
function createRow({ lookup, wish, query, each }) {
  switch (each.kind) {
    case "document":
      return createDocumentRow({ lookup, wish, document: each.value });
    case "lesson":
      return createLessonRow({ lookup, query, lesson: each.value });
    default:
      return createEntryRow({ lookup, wish, query, entry: each.value });
  }
}

/** @param {{ lookup: Lookup, query: Query, lesson: LawLessonJson }} options */
function createLessonRow({ lookup: { level, links, texts }, query, lesson }) {
  const { title, summary, who } = lesson;
  return h(
    "li",
    {},
    h(
      `h${level + 1}`,
      { class: "lc-lookup-name" },
      h("a", { class: "lc-lookup-link", href: fillIn(links.lesson, { ...lesson }) }, title),
    ),
    h("p", { class: "lc-small" }, fillIn(texts.lookup_lesson, { who })),
    h("p", {}, markWords(summary, query)),
  );
}

/** @param {{ lookup: Lookup, wish: Wish, query: Query, entry: LawEntryJson }} options */
function createEntryRow({ lookup, wish, query, entry }) {
  const { texts } = lookup;
  const document = lookup.getDocument(entry.document);
  const band = findBand(entry, wish.band, lookup.plainest);
  return h(
    "li",
    {},
    createLink(lookup, wish, entry.id, nameEntry(entry, document)),
    createForce(entry, texts),
    h("p", {}, markWords(band ? entry.plain[band] : entry.summary, query)),
  );
}

// A document with how many of its provisions there are for the reader.
/** @param {{ lookup: Lookup, wish: Wish, document: LawDocumentJson }} options */
export function createDocumentRow({ lookup, wish, document }) {
  const { texts } = lookup;
  const count = lookup.entriesOf(document.id, wish.band).length;
  return h(
    "li",
    {},
    createLink(lookup, wish, document.id, document.title),
    createForce(document, texts),
    h(
      "p",
      { class: "lc-small" },
      `${nameDocument(document)} \u00b7 ${fillIn(texts.lookup_count, { count })}`,
    ),
  );
}

// Its kind with its number, or the kind alone where it has a name instead.
/** @param {LawDocumentJson} document */
export function nameDocument({ kind, number }) {
  return `${kind} ${number}`;
}

// Only what is not in force is told here: all else is.
/**
 * @param {ForceJson} binding
 * @param {Record<string, string>} texts
 */
function createForce(binding, texts) {
  const { state, short } = tellForce(binding, texts);
  return state !== "now" && h("p", { class: `lc-lookup-force lc-lookup-${state}` }, short);
}

/**
 * @param {Lookup} lookup
 * @param {Wish} wish
 * @param {string} id
 * @param {string} name
 */
function createLink({ level }, wish, id, name) {
  return h(
    `h${level + 1}`,
    { class: "lc-lookup-name" },
    h("a", { class: "lc-lookup-link", href: writeAddress({ ...wish, opened: id }) }, name),
  );
}

// Nothing was found: what would be with a word less, for everyone, or by another word.
/** @param {{ lookup: Lookup, wish: Wish }} options */
export function createNothing({ lookup, wish }) {
  const { texts, search } = lookup;
  const others = [
    ...dropOne(wish.query).map((query) => ({ ...wish, query })),
    ...(wish.band ? [{ ...wish, band: "" }] : []),
    ...(wish.document ? [{ ...wish, document: "" }] : []),
  ]
    .map((other) => ({ other, count: search(other.query, other).length }))
    .filter(({ count }) => count > 0);
  const rows = others.map(({ other, count }) =>
    h(
      "li",
      {},
      h("a", { href: writeAddress(other) }, tellWish(other, wish, texts)),
      ` \u2013 ${fillIn(texts.lookup_hits, { count })}`,
    ),
  );
  return h(
    "div",
    { class: "lc-lookup-nothing" },
    h("p", {}, texts.lookup_nothing_why),
    rows.length > 0 && [h("p", {}, texts.lookup_nothing_try), h("ul", {}, rows)],
    createSuggestions({ lookup, wish, legend: texts.lookup_nothing_words }),
    h("p", {}, texts.lookup_nothing_help),
  );
}

/**
 * @param {Wish} other
 * @param {Wish} wish
 * @param {Record<string, string>} texts
 */
function tellWish(other, wish, texts) {
  if (other.band !== wish.band) return texts.lookup_all_bands;
  if (other.document !== wish.document) return texts.lookup_all_documents;
  return fillIn(texts.lookup_quoted, { query: other.query });
}

/** @param {string} query */
function dropOne(query) {
  const words = query.trim().split(/\s+/);
  if (words.length < 2) return [];
  return words.map((_, index) => words.filter((_word, other) => other !== index).join(" "));
}

// Words to try, as links.
/**
 * @param {{ lookup: Lookup, wish: Wish, legend: string }} options
 * @returns {Child}
 */
export function createSuggestions({ lookup, wish, legend }) {
  const rows = lookup.suggested.map((query) =>
    h("li", {}, h("a", { class: "lc-lookup-word", href: writeAddress({ ...wish, query }) }, query)),
  );
  return rows.length > 0 && [h("p", {}, legend), h("ul", { class: "lc-lookup-words" }, rows)];
}
