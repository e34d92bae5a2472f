// The page on which everyone looks the law up: no kernel, no account, and nothing of what is typed
// leaves the page. It works from a file too.

/**
 * @import { LawJson, LawDocumentJson } from "../wire"
 * @import { Wish } from "./address.js"
 * @import { Found } from "./search.js"
 */
import { fillIn, fillWith, h, uid } from "../shared/dom.js";
import { createHelp } from "../shared/help.js";
import { readAddress, writeAddress } from "./address.js";
import { createDocument, createEntry, createShelf } from "./entry.js";
import { createNothing, createResults, createSuggestions } from "./results.js";
import { createSearch } from "./search.js";

/**
 * What is listed; `links` are what the arrow keys walk through.
 * @typedef {{ element: HTMLElement, links: () => HTMLAnchorElement[] }} Listed
 */

// `data` as lachan.wire.law.law_json gives it.
/**
 * @param {HTMLElement} el
 * @param {LawJson} data
 */
function mount(el, data) {
  const lookup = new Lookup(el, data);
  lookup.start();
  return () => lookup.dispose();
}

export class Lookup {
  /**
   * @param {HTMLElement} el
   * @param {LawJson} data
   */
  constructor(el, data) {
    this.texts = data.texts;
    this.level = 2;
    this.documents = new Map(data.documents.map((each) => [each.id, each]));
    this.entries = data.entries;
    this.known = new Map(data.entries.map((each) => [each.id, each]));
    this.lessons = new Map(data.lessons.map((each) => [each.id, each]));
    this.bands = data.bands;
    this.plainest = data.plainest;
    this.sources = data.sources;
    this.links = data.links;
    this.suggested = data.suggested;
    this.search = createSearch(data);
    this.status = h("p", { class: "lc-lookup-status", role: "status" });
    this.body = h("div", { class: "lc-lookup-body" });
    /** @type {Wish} */
    this.wish = { query: "", band: "", document: "" };
    this.opened = "";
    /** @type {Listed | null} */
    this.shown = null;
    const onchange = () => this.choose();
    this.box = h("input", {
      type: "search",
      id: uid(),
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
      oninput: onchange,
    });
    this.band = createSelect(this.texts.lookup_all_bands, this.bands, onchange);
    const documents = data.documents.map(({ id, short }) => ({ value: id, label: short }));
    this.document = createSelect(this.texts.lookup_all_documents, documents, onchange);
    this.wishes = h(
      "div",
      { class: "lc-lookup-wishes" },
      h("label", {}, this.texts.lookup_band, this.band),
      h("label", {}, this.texts.lookup_document, this.document),
    );
    el.replaceChildren(this.createPage(data));
    this.onHash = () => this.follow();
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => this.walk(event);
    window.addEventListener("hashchange", this.onHash);
    el.addEventListener("keydown", this.onKey);
    this.el = el;
  }

  dispose() {
    window.removeEventListener("hashchange", this.onHash);
    this.el.removeEventListener("keydown", this.onKey);
  }

  /** @param {string} id */
  find(id) {
    return this.known.get(id);
  }

  /**
   * The document that an entry is of.
   * @param {string} id
   */
  getDocument(id) {
    return /** @type {LawDocumentJson} */ (this.documents.get(id));
  }

  /**
   * @param {string} document
   * @param {string} [band]
   */
  entriesOf(document, band) {
    return this.entries.filter((each) => each.document === document && (!band || each.plain[band]));
  }

  /** @param {LawJson} data */
  createPage({ help, read }) {
    const { texts, links } = this;
    return h(
      "div",
      { class: "lc lc-lookup-page", lang: "vi" },
      h("h1", {}, texts.lookup_heading),
      h("p", { class: "lc-lead" }, texts.lookup_intro),
      this.createForm(),
      this.body,
      h(
        "p",
        { class: "lc-small" },
        read && fillIn(texts.lookup_read, { day: read }),
        links.print && [" ", h("a", { href: links.print }, texts.lookup_print)],
        links.offline && [" \u00b7 ", h("a", { href: links.offline, download: true }, texts.lookup_offline)],
      ),
      createHelp({ help, texts, level: 2 }),
    );
  }

  createForm() {
    const { texts } = this;
    /** @param {SubmitEvent} event */
    const onsubmit = (event) => {
      event.preventDefault();
      this.shown?.links()[0]?.focus();
    };
    return h(
      "form",
      { class: "lc-lookup-form", role: "search", onsubmit },
      h("label", { for: this.box.id }, texts.lookup_label),
      this.box,
      h("p", { class: "lc-small" }, texts.lookup_hint),
      this.wishes,
      this.status,
    );
  }

  start() {
    this.follow(false);
    document.body.dataset.lachanReady = "true";
  }

  // What the address says is shown; an address that names nothing we have is searched for.
  follow(takeFocus = true) {
    const address = readAddress(window.location.hash);
    const { opened, ...wish } = address;
    const isKnown = this.known.has(opened) || this.documents.has(opened);
    // The way past the header leads to a part of the page.
    if (takeFocus && !isKnown && document.getElementById(opened)) return;
    if (opened && !isKnown) wish.query ||= opened.replaceAll(/[-/]/g, " ");
    if (!this.bands.some(({ value }) => value === wish.band)) wish.band = "";
    if (!this.documents.has(wish.document)) wish.document = "";
    this.wish = wish;
    const left = this.opened;
    this.opened = isKnown ? opened : "";
    if (this.box.value !== wish.query) this.box.value = wish.query;
    this.band.value = wish.band;
    this.document.value = wish.document;
    if (this.opened) this.showOne();
    else this.showFound(takeFocus ? left : "");
  }

  // What was typed or chosen. It takes the place of what was typed before, so that one step back
  // leads out of a search and not through its letters.
  choose() {
    const wish = { query: this.box.value, band: this.band.value, document: this.document.value };
    const act = this.opened ? "pushState" : "replaceState";
    window.history[act](null, "", writeAddress(wish));
    this.wish = wish;
    this.opened = "";
    this.showFound();
  }

  showOne() {
    const { wish, opened } = this;
    const entry = this.find(opened);
    const view = entry
      ? createEntry({ lookup: this, wish, entry })
      : createDocument({ lookup: this, wish, document: this.getDocument(opened) });
    const back = wish.query ? this.texts.lookup_back : this.texts.lookup_back_all;
    fillWith(
      this.body,
      h("p", {}, h("a", { class: "lc-lookup-back", href: writeAddress(wish) }, back)),
      view.element,
    );
    this.shown = null;
    this.status.textContent = "";
    this.wishes.hidden = true;
    view.heading.focus({ preventScroll: true });
    this.body.scrollIntoView({ block: "start" });
  }

  // `left` is what was open before: whoever comes back goes on from there.
  showFound(left = "") {
    const { wish, texts } = this;
    const found = this.search(wish.query, wish);
    this.wishes.hidden = false;
    if (!wish.query.trim()) this.showShelf();
    else if (found.length > 0) this.showResults(found);
    else this.showNothing();
    if (!left) return;
    const link = this.shown?.links().find(({ hash }) => readAddress(hash).opened === left);
    if (link) link.focus();
    else this.box.focus();
    if (!wish.query.trim()) this.status.textContent = texts.lookup_ready;
  }

  showShelf() {
    const { wish, texts } = this;
    this.status.textContent = "";
    this.shown = null;
    const chosen = this.documents.get(wish.document);
    if (chosen) {
      fillWith(this.body, createDocument({ lookup: this, wish, document: chosen }).element);
      return;
    }
    this.shown = createShelf({ lookup: this, wish });
    const words = createSuggestions({ lookup: this, wish, legend: texts.lookup_try });
    fillWith(this.body, words, this.shown.element);
  }

  /** @param {Found[]} found */
  showResults(found) {
    const { wish, texts } = this;
    this.shown = createResults({ lookup: this, wish, found });
    this.status.textContent = fillIn(texts.lookup_hits, { count: found.length });
    fillWith(this.body, h("h2", { class: "lc-unseen" }, texts.lookup_results), this.shown.element);
  }

  showNothing() {
    const { wish, texts } = this;
    this.shown = null;
    this.status.textContent = fillIn(texts.lookup_nothing, { query: wish.query.trim() });
    fillWith(this.body, createNothing({ lookup: this, wish }));
  }

  // From the box down to what was found, and back up.
  /** @param {KeyboardEvent} event */
  walk(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const links = this.shown?.links() ?? [];
    if (!step || links.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0 && document.activeElement !== this.box) return;
    if (at < 0 && step < 0) return;
    event.preventDefault();
    const next = at + step;
    if (next < 0) this.box.focus();
    else links[Math.min(next, links.length - 1)].focus();
  }
}

/**
 * @param {string} all
 * @param {{ value: string, label: string }[]} options
 * @param {() => void} onchange
 */
function createSelect(all, options, onchange) {
  const rows = [{ value: "", label: all }, ...options];
  return h(
    "select",
    { onchange },
    rows.map(({ value, label }) => h("option", { value }, label)),
  );
}

/** @param {Document} root */
function mountAll(root) {
  const data = root.querySelector("script#lachan-tra-cuu-data");
  const el = root.getElementById("lachan-tra-cuu");
  if (data && el) mount(el, JSON.parse(data.textContent ?? ""));
}

mountAll(document);

export default { mount };
