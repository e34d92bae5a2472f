// The presenter's window: what the class sees and what comes next, notes, and the clock of each step.
// It leads the class's window, and is of use without it.

/**
 * @import { LessonJson, LessonPlayerState } from "../wire"
 * @import { Model } from "../shared/send.js"
 * @import { Said, Shown } from "./pair.js"
 */
import { createButton, fillWith, h } from "../shared/dom.js";
import { createLine, pairParameter } from "./pair.js";
import { createReplica } from "./replica.js";
import { createNotes } from "./step.js";
import { createStepClock } from "./step-clock.js";
import { findTurn } from "../shared/projector.js";
import { sayPlace } from "../shared/stage.js";

// How long the class's window may take to answer before this one goes on alone.
const patience_ms = 2000;

/** @type {Shown} */
const alone = {
  step: 0,
  page: 0,
  pages: 1,
  width: 1280,
  height: 720,
  distance: 6,
  isBlack: false,
  isProjected: true,
};

/** @param {{ model: Model<LessonPlayerState>, lesson: LessonJson, pair: string }} options */
export function createPresenter(options) {
  const view = new Presenter(options);
  return {
    element: view.element,
    heading: view.heading,
    start: () => view.start(),
    dispose: () => view.dispose(),
  };
}

class Presenter {
  /** @param {{ model: Model<LessonPlayerState>, lesson: LessonJson, pair: string }} options */
  constructor({ model, lesson, pair }) {
    this.model = model;
    this.lesson = lesson;
    this.pair = pair;
    this.texts = model.get("texts");
    this.shown = alone;
    this.isTogether = false;
    this.notesOf = -1;
    const context = { model, lesson, texts: this.texts };
    this.now = createReplica(context);
    this.next = createReplica(context);
    this.clock = createStepClock({ name: lesson.slug, steps: lesson.steps, texts: this.texts });
    this.line = createLine(pair, (said) => this.hear(said));
    this.heading = h("h1", { tabindex: -1 }, lesson.title);
    this.where = h("p", { class: "lc-presenter-place", role: "status" });
    this.apart = h("div", { class: "lc-presenter-apart", role: "status" });
    this.end = h("p", { class: "lc-presenter-end", hidden: true }, this.texts.presenter_end);
    this.notes = h("section", {
      class: "lc-presenter-notes",
      tabindex: 0,
      "aria-label": this.texts.presenter_notes,
    });
    this.dark = createButton("", "", () => this.line.say({ black: !this.shown.isBlack }));
    this.element = this.createElement();
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => {
      const by = findTurn(event);
      if (!by) return;
      event.preventDefault();
      this.go(by);
    };
  }

  createElement() {
    const { texts } = this;
    /**
     * @param {string} name
     * @param {...HTMLElement} children
     */
    const part = (name, ...children) => h("section", {}, h("h2", {}, name), children);
    return h(
      "article",
      { class: "lc-presenter" },
      h("header", { class: "lc-presenter-head" }, this.heading, this.where),
      this.apart,
      h(
        "div",
        { class: "lc-presenter-screens" },
        part(texts.presenter_now, this.now.element),
        part(texts.presenter_next, this.next.element, this.end),
      ),
      h(
        "div",
        { class: "lc-buttons lc-presenter-turn" },
        createButton(texts.projector_back, "", () => this.go(-1)),
        createButton(texts.projector_on, "lc-primary", () => this.go(1)),
        this.dark,
      ),
      h("div", { class: "lc-presenter-desk" }, this.notes, this.clock.element),
    );
  }

  start() {
    document.addEventListener("keydown", this.onKey);
    this.draw();
    this.line.say({ ask: true });
  }

  dispose() {
    document.removeEventListener("keydown", this.onKey);
    clearTimeout(this.waiting);
    this.line.close();
    this.clock.dispose();
    this.now.dispose();
    this.next.dispose();
  }

  /** @param {Said} said */
  hear({ shown, gone }) {
    if (gone) this.part();
    if (!shown) return;
    clearTimeout(this.waiting);
    this.isTogether = true;
    this.shown = shown;
    this.draw();
  }

  // The class's window is gone: what it showed last stays, and this one turns by itself.
  part() {
    clearTimeout(this.waiting);
    this.isTogether = false;
    this.draw();
  }

  /** @param {number} by */
  go(by) {
    if (!this.isTogether) return this.goAlone(by);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.part();
      this.goAlone(by);
    }, patience_ms);
    return this.line.say({ go: by });
  }

  /** @param {number} by */
  goAlone(by) {
    const { step, page } = this.shown;
    const { pages } = this.now.pager.place();
    const [from, to] = [page + by, step + by];
    if (from >= 0 && from < pages) this.shown = { ...this.shown, page: from };
    else if (to >= 0 && to <= this.lesson.steps.length) {
      this.shown = { ...this.shown, step: to, page: by > 0 ? 0 : Number.MAX_SAFE_INTEGER };
    }
    this.draw();
  }

  draw() {
    const { shown, texts, lesson } = this;
    this.now.draw(shown);
    const own = this.now.pager.place();
    // The class may have answered a question, which makes its step longer than this picture of it.
    const pages = this.isTogether ? shown.pages : own.pages;
    if (!this.isTogether) this.shown = { ...shown, page: own.page, pages };
    const { step, page } = this.shown;
    const isLast = page + 1 >= pages;
    this.end.hidden = !isLast || step < lesson.steps.length;
    this.next.element.hidden = !this.end.hidden;
    this.next.draw({
      ...shown,
      step: isLast ? Math.min(step + 1, lesson.steps.length) : step,
      page: isLast ? 0 : page + 1,
    });
    const name = step > 0 ? `${step}/${lesson.steps.length}` : texts.opening;
    this.tell(this.where, sayPlace(name, { page, pages }, texts));
    this.clock.go(step);
    this.drawNotes(step);
    this.drawDark();
    this.drawApart();
  }

  // Said once, not at every news.
  /**
   * @param {HTMLElement} element
   * @param {string} text
   */
  tell(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** @param {number} step */
  drawNotes(step) {
    if (this.notesOf === step) return;
    this.notesOf = step;
    const { model, lesson, texts } = this;
    const source = step > 0 ? lesson.steps[step - 1] : { plan: null, blocks: lesson.opening };
    const notes = createNotes(model, source);
    fillWith(
      this.notes,
      h("h2", {}, step > 0 ? lesson.steps[step - 1].title : texts.opening),
      notes.length > 0 ? notes : h("p", {}, texts.presenter_no_notes),
    );
    this.notes.scrollTop = 0;
  }

  drawDark() {
    const { isBlack, isProjected } = this.shown;
    this.dark.hidden = !this.isTogether || !isProjected;
    this.tell(this.dark, isBlack ? this.texts.presenter_light : this.texts.presenter_black);
  }

  drawApart() {
    const { texts } = this;
    const isTold = this.apart.childElementCount > 0;
    if (isTold === !this.isTogether) return;
    if (this.isTogether) return this.apart.replaceChildren();
    fillWith(
      this.apart,
      h("p", {}, texts.presenter_apart),
      createButton(texts.presenter_reopen, "", () => this.reopen()),
    );
  }

  // A new window for the class, at the step that is on show here.
  reopen() {
    const address = new URL(window.location.href);
    address.searchParams.delete(pairParameter);
    const { step } = this.shown;
    address.hash = step > 0 ? `#buoc-${this.lesson.steps[step - 1].id}` : "";
    const opened = window.open(address.href, `lachan-lop-${this.pair}`);
    if (!opened)
      this.tell(/** @type {HTMLElement} */ (this.apart.firstElementChild), this.texts.presenter_blocked);
  }
}
