// One provision, or one document, told in full: what, since when, who acts, where it was read.

/**
 * @import { ForceJson, LawDocumentJson, LawEntryJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Wish } from "./address.js"
 * @import { Lookup } from "./lookup.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { writeAddress } from "./address.js";
import { tellForce, tellStale } from "./force.js";
import { createDocumentRow, findLinks, nameDocument } from "./results.js";
import { findBand, nameEntry } from "./told.js";

/**
 * @typedef {{ lookup: Lookup, wish: Wish, entry: LawEntryJson }} Shown
 */

/** @param {Shown} shown */
export function createEntry({ lookup, wish, entry }) {
  const { texts, level } = lookup;
  const document = lookup.getDocument(entry.document);
  const heading = h(`h${level}`, { tabindex: -1 }, nameEntry(entry, document));
  const stale = tellStale(entry, texts);
  const element = h(
    "article",
    { class: "lc-lookup-entry" },
    heading,
    h(
      "p",
      {},
      h("a", { href: writeAddress({ ...wish, opened: document.id }) }, document.title),
      ` (${nameDocument(document)})`,
    ),
    createForce(entry, texts),
    createNext({ lookup, wish, entry }),
    stale && h("p", { class: "lc-notice" }, stale),
    createPlain({ lookup, wish, entry }),
    createPart(lookup, texts.lookup_says, [
      h("p", {}, entry.summary),
      h("p", { class: "lc-small" }, texts.lookup_own_words),
    ]),
    createWho({ lookup, wish, entry }),
    createPart(lookup, texts.lookup_source, createSource(lookup, entry)),
    createPart(lookup, texts.lookup_lessons, createLessons(lookup, entry)),
  );
  return { element, heading };
}

/** @param {{ lookup: Lookup, wish: Wish, document: LawDocumentJson }} shown */
export function createDocument({ lookup, wish, document }) {
  const { texts, level } = lookup;
  const heading = h(`h${level}`, { tabindex: -1 }, document.title);
  const amended = document.amended_by.join(", ");
  const rows = lookup
    .entriesOf(document.id, wish.band)
    .map((entry) => createEntryRow({ lookup, wish, entry, name: entry.place || texts.lookup_whole }));
  const element = h(
    "article",
    { class: "lc-lookup-entry" },
    heading,
    h("p", {}, `${nameDocument(document)} \u00b7 ${document.issuer}`),
    createForce(document, texts),
    document.issued && h("p", {}, fillIn(texts.lookup_issued, { day: document.issued })),
    amended && h("p", {}, fillIn(texts.lookup_amended, { numbers: amended })),
    document.replaced_by && h("p", {}, `${texts.lookup_replaced} ${document.replaced_by}`),
    createPart(lookup, texts.lookup_entries, [
      h("p", { class: "lc-small" }, texts.lookup_entries_note),
      h("ul", { class: "lc-lookup-results" }, rows),
    ]),
  );
  return { element, heading };
}

// All documents, for those who have typed nothing yet.
/** @param {{ lookup: Lookup, wish: Wish }} shown */
export function createShelf({ lookup, wish }) {
  const { texts, level } = lookup;
  const rows = [...lookup.documents.values()]
    .filter(({ id }) => lookup.entriesOf(id, wish.band).length > 0)
    .map((document) => createDocumentRow({ lookup, wish, document }));
  const links = () => findLinks(element);
  const element = h(
    "div",
    {},
    h(`h${level}`, {}, texts.lookup_documents),
    h("ul", { class: "lc-lookup-results" }, rows),
  );
  return { element, links };
}

/**
 * @param {Lookup} lookup
 * @param {string} name
 * @param {Child} content
 */
function createPart({ level }, name, content) {
  return content && h("section", {}, h(`h${level + 1}`, {}, name), content);
}

/**
 * @param {ForceJson} binding
 * @param {Record<string, string>} texts
 */
function createForce(binding, texts) {
  const { state, words } = tellForce(binding, texts);
  return h("p", { class: `lc-lookup-force lc-lookup-${state}` }, words);
}

// What took its place, where that is told.
/** @param {Shown} shown */
function createNext({ lookup, wish, entry }) {
  if (!entry.replaced_by) return null;
  const next = lookup.find(entry.replaced_by);
  const name = next ? createReferral({ lookup, wish, entry: next }) : entry.replaced_by;
  return h("p", {}, `${lookup.texts.lookup_replaced} `, name);
}

/** @param {Shown} shown */
function createReferral({ lookup, wish, entry }) {
  const name = nameEntry(entry, lookup.getDocument(entry.document));
  return h("a", { href: writeAddress({ ...wish, opened: entry.id }) }, name);
}

// The words for the reader, and below them those for others.
/** @param {Shown} shown */
function createPlain({ lookup, wish, entry }) {
  const { texts, bands } = lookup;
  const shown = findBand(entry, wish.band, lookup.plainest);
  if (!shown) return null;
  const others = bands.filter(({ value }) => value !== shown && entry.plain[value]);
  const rows = others.map(({ value, label }) => [h("dt", {}, label), h("dd", {}, entry.plain[value])]);
  const label = bands.find(({ value }) => value === shown)?.label;
  return createPart(lookup, texts.lookup_plain, [
    h("p", { class: "lc-lead lc-lookup-plain" }, entry.plain[shown]),
    h("p", { class: "lc-small" }, fillIn(texts.lookup_plain_for, { band: label })),
    rows.length > 0 && h("details", {}, h("summary", {}, texts.lookup_plain_others), h("dl", {}, rows)),
  ]);
}

// Who acts for it, each with its own dates; or for what it says who acts.
/** @param {Shown} shown */
function createWho({ lookup, wish, entry }) {
  const { texts } = lookup;
  const acting = lookup.entries.filter((each) => each.acts_for === entry.id).sort(byForce(texts));
  const served = entry.acts_for && lookup.find(entry.acts_for);
  if (acting.length === 0 && !entry.who) return null;
  /** @param {LawEntryJson} each */
  const link = (each) => createReferral({ lookup, wish, entry: each });
  return createPart(lookup, texts.lookup_who, [
    entry.who && h("p", {}, entry.who),
    served && h("p", {}, `${texts.lookup_acts_for} `, link(served)),
    acting.map((each) =>
      h(
        "div",
        { class: "lc-lookup-acting" },
        h("p", { class: "lc-lookup-label" }, each.who),
        createForce(each, texts),
        h("p", { class: "lc-small" }, link(each), ` \u00b7 ${fillIn(texts.lookup_status, each)}`),
      ),
    ),
  ]);
}

// Who acts today before who did.
/**
 * @param {Record<string, string>} texts
 * @returns {(one: LawEntryJson, other: LawEntryJson) => number}
 */
function byForce(texts) {
  /** @param {LawEntryJson} each */
  const isNow = (each) => Number(tellForce(each, texts).state === "now");
  return (one, other) => isNow(other) - isNow(one);
}

/**
 * @param {Lookup} lookup
 * @param {LawEntryJson} entry
 */
function createSource({ texts, sources }, entry) {
  const rows = entry.sources.map((id) => {
    const { note, site } = sources[id] ?? { note: "", site: "" };
    return h("li", {}, [note, site].filter(Boolean).join(" \u2013 ") || id);
  });
  return [
    h("p", {}, fillIn(texts.lookup_status, entry)),
    h("p", {}, fillIn(texts.lookup_checked, { day: entry.checked })),
    h("details", {}, h("summary", {}, texts.lookup_where), h("ul", {}, rows)),
  ];
}

/**
 * @param {Lookup} lookup
 * @param {LawEntryJson} entry
 */
function createLessons({ texts, links, lessons }, { lessons: taught }) {
  if (taught.length === 0) return null;
  const rows = taught.map(({ id, practised }) => {
    const lesson = lessons.get(id);
    if (!lesson) return null;
    const words = fillIn(texts.lookup_practise, { count: practised });
    return h(
      "li",
      {},
      linkOr(links.lesson, lesson, lesson.title),
      h("span", { class: "lc-small" }, ` ${lesson.who}`),
      practised > 0 && [h("br", {}), linkOr(links.practice, lesson, words)],
    );
  });
  return h("ul", {}, rows);
}

// A link where there is a place to go to, and words where there is none.
/**
 * @param {string} pattern
 * @param {{ slug: string, band: string }} lesson
 * @param {string} words
 */
function linkOr(pattern, { slug, band }, words) {
  return pattern ? h("a", { href: fillIn(pattern, { slug, band }) }, words) : words;
}

/** @param {Shown & { name: string }} shown */
function createEntryRow({ lookup, wish, entry, name }) {
  const { texts, level } = lookup;
  const band = findBand(entry, wish.band, lookup.plainest);
  const { state, short } = tellForce(entry, texts);
  return h(
    "li",
    {},
    h(
      `h${level + 2}`,
      { class: "lc-lookup-name" },
      h("a", { class: "lc-lookup-link", href: writeAddress({ ...wish, opened: entry.id }) }, name),
    ),
    state !== "now" && h("p", { class: `lc-lookup-force lc-lookup-${state}` }, short),
    h("p", {}, band ? entry.plain[band] : entry.summary),
  );
}
