// Practice: choose, answer one by one, see what to read again. The front end of
// lachan.widgets.Practice.

/**
 * @import { PracticeState, SessionJson } from "../wire"
 * @import { Model, Place } from "../shared/send.js"
 */
import { createAloud } from "../shared/aloud.js";
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createHelp } from "../shared/help.js";
import { createChooser } from "./chooser.js";
import { createResult } from "./result.js";
import { createRun } from "./run.js";
import { keepSession, readSession } from "./store.js";
import { findWish } from "../shared/wish.js";

/**
 * @typedef {{ element: HTMLElement, heading: HTMLElement, dispose?: () => void }} View
 */

const patience_ms = 10000;

/** @param {Place<PracticeState>} place */
function render({ model, el }) {
  const page = new PracticePage(model);
  const aloud = createAloud({
    root: page.root,
    texts: model.get("texts"),
    find: () => page.root.querySelector(".lc-deck-body"),
    rate: () => 0.9,
  });
  el.replaceChildren(aloud.element, page.root);
  page.open();
  return () => {
    aloud.dispose();
    page.dispose();
  };
}

class PracticePage {
  /** @param {Model<PracticeState>} model */
  constructor(model) {
    this.model = model;
    this.root = h("div", { class: "lc lc-practice", lang: "vi", "data-lm-suppress-shortcuts": "true" });
    this.notice = h("p", { class: "lc-notice", role: "status" });
    /** @type {View | null} */
    this.view = null;
    this.listeners = {
      "change:stage": () => this.show(true),
      "change:notice": () => this.tell(model.get("notice")),
      "change:session": () => keepSession(model.get("session")),
    };
    for (const [event, listener] of Object.entries(this.listeners)) model.on(event, listener);
  }

  dispose() {
    clearTimeout(this.timer);
    this.view?.dispose?.();
    for (const [event, listener] of Object.entries(this.listeners)) this.model.off(event, listener);
  }

  // After a reload the kernel is a new one: it is sent what this tab kept.
  open() {
    const kept = this.model.get("stage") === "choose" ? readSession() : null;
    if (kept && this.isWanted(kept)) this.resume(kept);
    else this.show(false);
    if (kept === undefined) this.refuse();
  }

  /** @param {SessionJson} session */
  isWanted({ start }) {
    const { topic } = findWish(this.model.get("menu"));
    return topic === undefined || topic === start.topic;
  }

  /** @param {SessionJson} session */
  resume(session) {
    const { texts, help } = this.context();
    fillWith(this.root, h("p", { class: "lc-lead", role: "status" }, texts.practice_resuming), help);
    this.timer = setTimeout(() => this.show(false), patience_ms);
    this.model.send({ type: "resume", session });
  }

  refuse() {
    keepSession({});
    this.notice.textContent = this.model.get("texts").practice_not_resumed;
  }

  context() {
    const texts = this.model.get("texts");
    return { model: this.model, texts, help: createHelp({ help: this.model.get("help"), texts, level: 2 }) };
  }

  /** @param {boolean} takeFocus */
  show(takeFocus) {
    clearTimeout(this.timer);
    this.view?.dispose?.();
    const { model, texts, help } = this.context();
    /** @type {Record<PracticeState["stage"], () => View>} */
    const views = {
      choose: () => createChooser({ model, onStart: (wish) => model.send({ type: "start", ...wish }) }),
      run: () => createRun({ model }),
      result: () => createResult({ model, texts }),
    };
    this.view = views[model.get("stage")]();
    this.notice.textContent = "";
    fillWith(this.root, this.notice, this.view.element, help);
    if (takeFocus) focusOn(this.view.heading);
  }

  // While a question is on show it tells itself what is wrong with its answer.
  /** @param {string} text */
  tell(text) {
    if (this.view === null && text) {
      this.show(false);
      this.refuse();
    } else if (this.model.get("stage") !== "run") {
      this.notice.textContent = text;
    }
  }
}

export default { render };
