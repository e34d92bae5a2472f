// Working: the questions, one by one or all on one page, under a bar with time and saving.

/**
 * @import { OnChange, Sheet } from "./question.js"
 * @import { RoomSession } from "./session.js"
 */
import { createButton, fillIn, fillWith, focusOn, h, uid } from "../shared/dom.js";
import { createBar } from "./bar.js";
import { createFinish } from "./finish.js";
import { createOverview } from "./overview.js";
import { nameWho } from "./parts.js";
import { createPrediction, createSheet, roomTexts } from "./question.js";

/**
 * A question on its page, with what stands around it.
 * @typedef {Sheet & {
 *   id: string,
 *   name: string,
 *   label: string,
 *   heading: HTMLElement,
 *   flag: HTMLElement,
 *   refusal: HTMLElement,
 *   page: HTMLElement,
 * }} SheetPage
 *
 * A question at a glance.
 * @typedef {{
 *   name: string,
 *   label: string,
 *   state: "empty" | "part" | "done",
 *   isFlagged: boolean,
 *   isShown: boolean,
 * }} Entry
 */

const PREDICTION = "du-doan";

/** @param {{ session: RoomSession, texts: Record<string, string> }} options */
export function createWork({ session, texts }) {
  return new Work(session, texts);
}

export class Work {
  /**
   * @param {RoomSession} session
   * @param {Record<string, string>} texts
   */
  constructor(session, texts) {
    this.session = session;
    this.texts = texts;
    const notes = session.notes?.read() ?? {};
    this.flags = new Set(notes.flags ?? []);
    this.isAll = notes.isAll ?? false;
    this.index = Math.min(notes.index ?? 0, session.attempt.items.length - 1);
    this.sheets = this.createSheets();
    this.heading = h("h1", { tabindex: -1, class: "lc-unseen" }, session.contest.title);
    this.bar = createBar({ session, texts, onList: () => this.toggleList() });
    this.overview = createOverview({
      texts,
      entries: () => this.entries(),
      onPick: (index) => this.pick(index),
    });
    this.finish = createFinish({ session, texts, work: this });
    this.list = h(
      "section",
      { class: "lc-card lc-room-list", hidden: true, "aria-label": texts.room_list },
      this.overview.element,
    );
    this.mode = createButton("", "lc-quiet", () => this.toggleMode());
    this.steps = h("div", { class: "lc-buttons lc-turn" });
    this.main = this.createMain();
    this.body = h("div", {}, this.list, this.main, this.finish.element);
    const who = h("p", { class: "lc-room-who" }, nameWho(session.attempt));
    this.element = h("div", { class: "lc-room-work" }, this.heading, who, this.bar.element, this.body);
    this.restore();
    this.draw();
  }

  createMain() {
    const pages = h(
      "div",
      { class: "lc-room-pages" },
      this.sheets.map((sheet) => sheet.page),
    );
    return h(
      "div",
      { class: "lc-room-main" },
      pages,
      this.steps,
      h(
        "div",
        { class: "lc-buttons lc-room-end" },
        createButton(this.texts.room_finish, "", () => this.showFinish()),
        this.mode,
      ),
    );
  }

  /** @returns {SheetPage[]} */
  createSheets() {
    const { session } = this;
    const texts = roomTexts(this.texts);
    const total = session.attempt.items.length;
    const sheets = session.attempt.items.map((item, index) => {
      /** @type {OnChange} */
      const onChange = (value, isTyped) => session.change(item.id, value, isTyped);
      const sheet = createSheet({ item, texts, media: session.media, onChange });
      const name = fillIn(texts.room_question, { number: index + 1, total });
      return this.createPage(sheet, item.id, name, String(index + 1));
    });
    if (!session.contest.prediction) return sheets;
    /** @type {OnChange} */
    const onChange = (value, isTyped) => session.change(PREDICTION, value, isTyped);
    const sheet = createPrediction({ texts, onChange });
    return [
      ...sheets,
      this.createPage(sheet, PREDICTION, texts.room_prediction, texts.room_prediction_short),
    ];
  }

  /**
   * @param {Sheet} sheet
   * @param {string} id
   * @param {string} name
   * @param {string} label
   * @returns {SheetPage}
   */
  createPage(sheet, id, name, label) {
    const headingId = uid();
    const heading = h("h2", { id: headingId, tabindex: -1 }, name);
    const flag = createButton("", "lc-quiet lc-flag", () => this.toggleFlag(id));
    const refusal = h("p", { class: "lc-notice", role: "status" });
    const page = h(
      "section",
      { class: "lc-card lc-question lc-room-page", "aria-labelledby": headingId },
      h("div", { class: "lc-room-page-head" }, heading, flag),
      sheet.element,
      refusal,
    );
    return { ...sheet, id, name, label, heading, flag, refusal, page };
  }

  // What the server has, and over it what is still on its way from here.
  restore() {
    const { answers } = this.session.attempt;
    for (const sheet of this.sheets) {
      const waiting = this.session.outbox?.pending.get(sheet.id);
      const value = waiting ? waiting.value : answers[sheet.id]?.value;
      sheet.write(value);
    }
  }

  update() {
    this.cover(this.session.attempt.paused);
    const isLocked = this.session.isReadOnly;
    for (const sheet of this.sheets) {
      sheet.lock(isLocked);
      sheet.refusal.textContent = this.session.refused.get(sheet.id) ?? "";
      const isFlagged = this.flags.has(sheet.id);
      sheet.flag.textContent = isFlagged ? this.texts.room_unflag : this.texts.room_flag;
      sheet.flag.setAttribute("aria-pressed", String(isFlagged));
    }
    this.bar.update(this.summary());
    this.overview.update();
    this.finish.update();
  }

  // In a pause nobody reads on: the bar says why there is nothing to see.
  /** @param {boolean} isPaused */
  cover(isPaused) {
    if (isPaused && this.body.contains(document.activeElement)) this.heading.focus({ preventScroll: true });
    this.body.hidden = isPaused;
  }

  tick() {
    this.bar.tick();
  }

  /** @returns {Entry[]} */
  entries() {
    return this.sheets.map((sheet, index) => ({
      name: sheet.name,
      label: sheet.label,
      state: sheet.state(),
      isFlagged: this.flags.has(sheet.id),
      isShown: !this.isAll && index === this.index,
    }));
  }

  summary() {
    const states = this.sheets.filter(({ id }) => id !== PREDICTION).map((sheet) => sheet.state());
    return { done: states.filter((state) => state !== "empty").length, total: states.length };
  }

  get prediction() {
    return this.sheets.find(({ id }) => id === PREDICTION)?.read() ?? null;
  }

  draw() {
    this.sheets.forEach((sheet, index) => {
      sheet.page.hidden = !this.isAll && index !== this.index;
    });
    this.mode.textContent = this.isAll ? this.texts.room_one : this.texts.room_all;
    const isLast = this.index === this.sheets.length - 1;
    fillWith(
      this.steps,
      !this.isAll && [
        this.index > 0 && createButton(this.texts.room_previous, "", () => this.show(this.index - 1)),
        !isLast && createButton(this.texts.room_next, "lc-primary", () => this.show(this.index + 1)),
      ],
    );
    this.session.notes?.write({ index: this.index, isAll: this.isAll });
  }

  /** @param {number} index */
  show(index) {
    this.index = index;
    this.draw();
    this.overview.update();
    const { heading, page } = this.sheets[index];
    heading.focus({ preventScroll: true });
    page.scrollIntoView({ block: "start" });
  }

  /** @param {number} index */
  pick(index) {
    this.leaveFinish();
    this.list.hidden = true;
    this.bar.setOpen(false);
    this.show(index);
  }

  toggleList() {
    this.list.hidden = !this.list.hidden;
    this.bar.setOpen(!this.list.hidden);
    if (!this.list.hidden) focusOn(this.list.querySelector("button") ?? this.list);
  }

  toggleMode() {
    this.isAll = !this.isAll;
    this.draw();
    this.update();
    focusOn(this.isAll ? this.sheets[0].heading : this.sheets[this.index].heading);
  }

  /** @param {string} id */
  toggleFlag(id) {
    if (!this.flags.delete(id)) this.flags.add(id);
    this.session.notes?.write({ flags: [...this.flags] });
    this.update();
  }

  showFinish() {
    this.main.hidden = true;
    this.list.hidden = true;
    this.bar.setOpen(false);
    this.finish.show();
  }

  leaveFinish() {
    this.main.hidden = false;
    this.finish.hide();
  }
}
