// One open lesson: its head, the list of steps, the step on show, and where to get help.

/**
 * @import { LessonJson, LessonPlayerState } from "../wire"
 * @import { Model } from "../shared/send.js"
 * @import { Part } from "./step.js"
 */
import { createButton, fillIn, fillWith, h, uid } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { describe } from "./index.js";
import { createBeside } from "./beside.js";
import { createPage } from "./step.js";
import { createStage } from "../shared/stage.js";

/**
 * @typedef {{
 *   model: Model<LessonPlayerState>,
 *   root: HTMLElement,
 *   lesson: LessonJson,
 *   onLeave: () => void,
 * }} Context
 */

const hashPrefix = "#buoc-";

/** @param {Context} context */
export function createLessonView(context) {
  const view = new LessonView(context);
  return {
    element: view.element,
    heading: view.heading,
    start: () => view.start(),
    dispose: () => view.dispose(),
  };
}

// Page 0 is the opening; page n is step n.
class LessonView {
  /** @param {Context} context */
  constructor({ model, root, lesson, onLeave }) {
    this.model = model;
    this.lesson = lesson;
    this.texts = model.get("texts");
    /** @type {Part[]} */
    this.parts = [];
    // None is shown yet.
    this.page = -1;
    this.stage = createStage({
      root,
      texts: this.texts,
      kind: "lc-page",
      move: (by) => this.move(by),
      name: () => this.namePage(),
      acts: { p: () => this.beside?.open() },
      onplace: () => this.beside?.tell(),
    });
    this.beside = this.createBeside();
    this.main = h("div", { class: "lc-step" });
    this.foot = h("div", { class: "lc-step-foot" });
    this.stage.pager.element.append(this.main, this.foot);
    this.list = h("ol", { class: "lc-step-list", id: uid(), start: 0 });
    this.heading = h("h1", { tabindex: -1 }, lesson.title);
    this.toggle = this.createToggle();
    this.element = this.createElement(onLeave);
    this.onHash = () => this.follow();
    window.addEventListener("hashchange", this.onHash);
  }

  /** @param {() => void} onLeave */
  createElement(onLeave) {
    const { lesson, texts } = this;
    return h(
      "article",
      { class: "lc-screen" },
      h(
        "header",
        { class: "lc-lesson-head lc-chrome" },
        createButton([createIcon("back"), texts.all_lessons], "lc-quiet lc-back", onLeave),
        h("p", { class: "lc-band" }, lesson.band_label),
        this.heading,
        h("p", { class: "lc-small" }, describe(lesson, texts)),
      ),
      h("div", { class: "lc-tools" }, this.stage.home, this.beside?.button, this.createLinks()),
      this.beside?.notice,
      h(
        "div",
        { class: "lc-lesson-body" },
        h("nav", { class: "lc-steps lc-chrome", "aria-label": texts.steps }, this.toggle, this.list),
        this.stage.pager.element,
      ),
      this.stage.bar,
      this.stage.projector.black,
    );
  }

  // A presenter's window, where there is a page for it: for staff only.
  createBeside() {
    const href = this.model.get("presenter");
    if (!href || !window.BroadcastChannel) return null;
    return createBeside({ href, texts: this.texts, stage: this.stage, step: () => Math.max(0, this.page) });
  }

  createLinks() {
    return this.model
      .get("links")
      .map(({ label, href }) =>
        h("a", { class: "lc-button lc-quiet lc-chrome", href }, createIcon("file"), label),
      );
  }

  /** @returns {HTMLButtonElement} */
  createToggle() {
    const onclick = () => this.setListOpen(this.toggle.getAttribute("aria-expanded") !== "true");
    return h("button", {
      type: "button",
      class: "lc-button lc-quiet lc-steps-toggle",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      onclick,
    });
  }

  /** @param {boolean} open */
  setListOpen(open) {
    this.toggle.setAttribute("aria-expanded", String(open));
    this.list.classList.toggle("lc-is-open", open);
  }

  start() {
    this.show(this.readHash(), false);
  }

  dispose() {
    this.disposeParts();
    this.beside?.dispose();
    this.stage.dispose();
    window.removeEventListener("hashchange", this.onHash);
  }

  disposeParts() {
    for (const part of this.parts) part.dispose();
    this.parts = [];
  }

  // What the address remembers; an unknown step is the opening.
  readHash() {
    const id = window.location.hash.slice(hashPrefix.length);
    return this.lesson.steps.findIndex((step) => step.id === id) + 1;
  }

  // Back leads to the step before. What is shown first takes the place of what the address says.
  /** @param {boolean} isFirst */
  writeHash(isFirst) {
    const hash = this.page > 0 ? hashPrefix + this.lesson.steps[this.page - 1].id : "";
    const url = new URL(window.location.href);
    if (!hash && !url.hash.startsWith(hashPrefix)) return;
    url.hash = hash;
    if (url.href === window.location.href) return;
    if (isFirst) history.replaceState(null, "", url.href);
    else history.pushState(null, "", url.href);
  }

  // A step that this lesson does not have is another lesson's, which is about to be opened.
  follow() {
    const page = this.readHash();
    if (page > 0 || !window.location.hash.startsWith(hashPrefix)) this.show(page);
  }

  // The step before is left at its end, as it would be turned back to on paper.
  /** @param {number} by */
  move(by) {
    const page = this.page + by;
    if (page < 0 || page > this.lesson.steps.length) return false;
    this.show(page);
    if (by < 0) this.stage.pager.show(Number.POSITIVE_INFINITY);
    return true;
  }

  namePage() {
    return this.page > 0 ? `${this.page}/${this.lesson.steps.length}` : this.texts.opening;
  }

  /** @param {number} page */
  show(page, takeFocus = true) {
    if (page === this.page) return;
    this.disposeParts();
    const isFirst = this.page < 0;
    this.page = page;
    const context = { model: this.model, lesson: this.lesson, texts: this.texts, page };
    const shown = createPage(context);
    this.parts = shown.parts;
    fillWith(this.main, shown.element);
    this.fillFoot(shown.help);
    this.fillList();
    this.setListOpen(false);
    this.writeHash(isFirst);
    this.stage.pager.show(0);
    this.stage.tell();
    if (!takeFocus) return;
    shown.heading.focus({ preventScroll: true });
    if (!this.stage.projector.isOn() && !isNearTop(shown.heading))
      this.main.scrollIntoView({ block: "start" });
  }

  /** @param {HTMLElement | null} help */
  fillFoot(help) {
    const { texts, page } = this;
    const last = this.lesson.steps.length;
    fillWith(
      this.foot,
      h(
        "div",
        { class: "lc-buttons lc-turn lc-chrome" },
        page > 0 && createButton(texts.previous_step, "", () => this.move(-1)),
        page < last &&
          createButton(page === 0 ? texts.begin : texts.next_step, "lc-primary", () => this.move(1)),
      ),
      help,
    );
  }

  fillList() {
    const { texts, page } = this;
    const titles = [texts.opening, ...this.lesson.steps.map((step) => step.title)];
    const rows = titles.map((title, index) => {
      const current = index === page ? "step" : null;
      const onclick = () => (index === page ? this.setListOpen(false) : this.show(index));
      const number = index > 0 && h("span", { class: "lc-step-number" }, `${index}.`);
      const attributes = { type: "button", class: "lc-step-link", "aria-current": current, onclick };
      return h("li", {}, h("button", attributes, number, title));
    });
    fillWith(this.list, rows);
    const total = this.lesson.steps.length;
    const place =
      page === 0 ? fillIn(texts.steps_count, { total }) : fillIn(texts.step_of, { number: page, total });
    fillWith(this.toggle, place, createIcon("unfold"));
  }
}

// Whether a reader sees it at once: in the upper half, and not under a page's own header.
/** @param {Element} element */
function isNearTop(element) {
  const { top } = element.getBoundingClientRect();
  return top > window.innerHeight * 0.1 && top < window.innerHeight / 2;
}
