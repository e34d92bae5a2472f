// A row of questions, one at a time, on any model with items, feedback, notice and texts.

import { fillIn, fillWith, focusOn, h, levelBelow, uid } from "./dom.js";
import { createReview } from "./feedback.js";
import { createQuestion } from "./item.js";

const patience_ms = 10000;

// `ids` picks the model's items in order (all of them when it is missing). `onFinish`
// replaces the short summary after the last question. Call `dispose` when the deck goes.
export function createDeck({ model, ids = null, onFinish = null }) {
  const deck = new Deck(model, ids, onFinish);
  if (deck.items.length > 0) deck.show(0, false);
  else fillWith(deck.body, h("p", {}, deck.texts.no_items));
  return { element: deck.element, dispose: () => deck.dispose() };
}

class Deck {
  constructor(model, ids, onFinish) {
    this.model = model;
    this.onFinish = onFinish;
    this.texts = model.get("texts");
    const items = new Map(model.get("items").map((item) => [item.id, item]));
    this.items = (ids ?? [...items.keys()]).map((id) => items.get(id)).filter(Boolean);
    this.body = h("div", { class: "lc-deck-body" });
    this.bar = h("div", { class: "lc-deck-bar" });
    this.status = h("p", { class: "lc-unseen", role: "status" });
    this.element = h("div", { class: "lc-deck" }, this.bar, this.body, this.status);
    this.pending = null;
    this.onFeedback = () => this.receive();
    this.onNotice = () => this.complain(model.get("notice"));
    model.on("change:feedback", this.onFeedback);
    model.on("change:notice", this.onNotice);
  }

  dispose() {
    clearTimeout(this.timer);
    this.model.off("change:feedback", this.onFeedback);
    this.model.off("change:notice", this.onNotice);
  }

  get item() {
    return this.items[this.index];
  }

  show(index, takeFocus = true) {
    clearTimeout(this.timer);
    this.index = index;
    this.pending = null;
    this.status.textContent = "";
    const feedback = this.model.get("feedback")[this.item.id];
    this.shown = feedback;
    if (this.items.length > 1) this.fillBar();
    if (feedback) this.showReview(feedback, takeFocus);
    else this.showQuestion(takeFocus);
  }

  showQuestion(takeFocus) {
    this.question = createQuestion({ ...this.context(), onAnswer: (response) => this.send(response) });
    fillWith(this.body, this.question.element);
    if (takeFocus) this.question.focus();
  }

  showReview(feedback, takeFocus) {
    this.question = null;
    const review = createReview({ ...this.context(), feedback, level: levelBelow(this.element) });
    fillWith(this.body, review.element, h("div", { class: "lc-buttons" }, this.buttons()));
    if (takeFocus) focusOn(review.heading);
  }

  context() {
    return { item: this.item, texts: this.texts, media: this.model.get("media") };
  }

  send(response) {
    this.pending = this.item.id;
    this.question.say("", true);
    this.timer = setTimeout(() => this.complain(this.texts.no_reply), patience_ms);
    this.model.send({ type: "answer", item: this.item.id, response });
  }

  receive() {
    if (!this.item) return;
    const feedback = this.model.get("feedback")[this.item.id];
    if (feedback === this.shown) return;
    const asked = this.pending === this.item.id;
    this.show(this.index, asked);
    if (asked && feedback) this.announce(feedback);
  }

  announce({ correct, right, total }) {
    const result = correct ? this.texts.right : this.texts.wrong;
    const group = total > 1 ? fillIn(this.texts.group_right, { right, total }) : "";
    this.status.textContent = `${result}. ${group}`;
  }

  complain(text) {
    if (!text || !this.question || this.pending === null) return;
    clearTimeout(this.timer);
    this.question.say(text);
    this.pending = null;
  }

  retry() {
    this.pending = this.item.id;
    this.model.send({ type: "retry", item: this.item.id });
  }

  buttons() {
    const isLast = this.index === this.items.length - 1;
    const retry = createButton(this.texts.retry, "", () => this.retry());
    if (isLast && this.items.length === 1 && !this.onFinish) return [retry];
    const next = isLast
      ? createButton(this.texts.finish, "lc-primary", () => this.finish())
      : createButton(this.texts.next, "lc-primary", () => this.show(this.index + 1));
    return [next, retry];
  }

  fillBar() {
    const isLast = this.index === this.items.length - 1;
    const total = this.items.length;
    const id = uid();
    const text = fillIn(this.texts.progress, { number: this.index + 1, total });
    fillWith(
      this.bar,
      this.step(-1, this.texts.previous, this.index === 0),
      h("span", { class: "lc-progress-text", id }, text),
      this.step(1, this.texts.skip, isLast || this.shown !== undefined),
      h("progress", { "aria-labelledby": id, max: total, value: this.index + 1 }),
    );
  }

  step(by, text, hidden) {
    const button = createButton(text, "lc-quiet", () => this.show(this.index + by));
    if (hidden) button.style.visibility = "hidden";
    return button;
  }

  finish() {
    if (this.onFinish) this.onFinish();
    else this.showSummary();
  }

  showSummary() {
    const feedback = this.model.get("feedback");
    const right = this.items.filter((item) => feedback[item.id]?.correct).length;
    const text = fillIn(this.texts.deck_summary, { right, total: this.items.length });
    const level = levelBelow(this.element);
    const heading = h(`h${level}`, { tabindex: -1, class: "lc-done" }, this.texts.deck_done);
    this.question = null;
    this.index = -1;
    fillWith(this.bar);
    fillWith(
      this.body,
      heading,
      h("p", {}, text),
      h("div", { class: "lc-buttons" }, createButton(this.texts.look_again, "", () => this.show(0))),
    );
    focusOn(heading);
  }
}

export function createButton(text, kind, onclick) {
  return h("button", { type: "button", class: `lc-button ${kind}`, onclick }, text);
}
