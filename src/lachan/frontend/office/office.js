// The office of a contest's staff: the front end of lachan.widgets.ContestOfficePage.

/**
 * @import { ContestJson, ContestOfficePageState, OfficeJson } from "../wire"
 * @import { Model, Place } from "../shared/send.js"
 */
import { createButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createContestView } from "./contest.js";
import { createContestForm } from "./form.js";
import { createOfficeLink } from "./link.js";
import { createNotice, describeFault, sayState } from "./parts.js";

/**
 * @typedef {{ element: HTMLElement, heading: HTMLElement, dispose?: () => void }} View
 */

/** @param {Place<ContestOfficePageState>} place */
function render({ model, el }) {
  const office = new Office(model);
  el.replaceChildren(office.root);
  office.start();
  return () => office.dispose();
}

export class Office {
  /** @param {Model<ContestOfficePageState>} model */
  constructor(model) {
    this.words = model.get("words");
    this.school = model.get("school");
    this.link = createOfficeLink(model, this.words);
    this.root = h("div", { class: "lc lc-office", lang: "vi", "data-lm-suppress-shortcuts": "true" });
    this.notice = createNotice();
    /** @type {Partial<OfficeJson["rights"]>} */
    this.rights = {};
    this.role = "";
    /** @type {ContestJson[]} */
    this.contests = [];
    /** @type {View | null} */
    this.view = null;
  }

  async start() {
    const reply = await this.link.ask("start", { host: window.location.hostname });
    this.notice.textContent = reply.error ? describeFault(reply) : "";
    this.rights = reply.rights ?? {};
    this.role = reply.role ?? "";
    this.contests = reply.contests ?? [];
    const [slug, tab] = decodeURIComponent(window.location.hash.slice(1)).split("/");
    const contest = this.contests.find((each) => each.slug === slug);
    if (contest) this.openContest(contest, tab, false);
    else this.show(this.createList(), "", false);
    this.root.dataset.ready = "true";
  }

  dispose() {
    this.view?.dispose?.();
    this.link.dispose();
  }

  /**
   * @param {View} view
   * @param {string | null} place
   */
  show(view, place, takesFocus = true) {
    this.view?.dispose?.();
    this.view = view;
    // A contest names its own place, by the part that is open.
    if (place !== null) window.history.replaceState(null, "", new URL(`#${place}`, window.location.href));
    fillWith(this.root, this.notice, view.element);
    if (takesFocus) focusOn(view.heading);
  }

  async openList() {
    const reply = await this.link.ask("list");
    this.notice.textContent = reply.error ? describeFault(reply) : "";
    if (reply.error) return;
    this.contests = reply.contests;
    this.show(this.createList(), "");
  }

  /**
   * @param {ContestJson} contest
   * @param {string} [tab]
   */
  openContest(contest, tab, takesFocus = true) {
    this.show(createContestView(this, contest, tab), null, takesFocus);
  }

  async openForm() {
    const options = await this.link.ask("options");
    this.notice.textContent = options.error ? describeFault(options) : "";
    if (!options.error) this.show(createContestForm(this, options), "");
  }

  createList() {
    const { words } = this;
    const heading = h("h1", { tabindex: -1 }, words.heading);
    const role = this.role && fillIn(words.role_line, { role: words[`role_${this.role}`] });
    const element = h(
      "div",
      { class: "lc-office-list" },
      heading,
      h("p", { class: "lc-lead" }, words.intro),
      h("p", { class: "lc-small" }, role),
      this.rights.direct &&
        h(
          "div",
          { class: "lc-buttons" },
          createButton(words.new, "lc-primary", () => this.openForm()),
        ),
      h("h2", {}, words.contests),
      this.contests.length === 0
        ? h("p", {}, words.no_contests)
        : h(
            "ul",
            { class: "lc-cards" },
            this.contests.map((contest) => this.createEntry(contest)),
          ),
    );
    return { element, heading };
  }

  /** @param {ContestJson} contest */
  createEntry(contest) {
    const { words } = this;
    const open = createButton(words.open, "", () => this.openContest(contest));
    open.setAttribute("aria-label", `${words.open}: ${contest.title}`);
    return h(
      "li",
      { class: "lc-card" },
      h("h3", {}, contest.title),
      h("p", {}, sayState(words, contest.state)),
      h("p", { class: "lc-small" }, contest.window),
      h("div", { class: "lc-buttons" }, open),
    );
  }
}

export default { render };
