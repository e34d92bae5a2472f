// A row of questions, one at a time, on any model with items, feedback, notice and texts.

/**
 * @import { AnsweringState } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { Asking } from "./ask.js";
import { createButton, fillIn, fillWith, focusOn, h, levelBelow, uid } from "../shared/dom.js";

// `ids` picks the model's items in order (all of them when it is missing). Call `dispose` when
// the deck goes.
/** @param {{ model: Model<AnsweringState>, ids?: string[] | null }} options */
export function createDeck({ model, ids = null }) {
  const deck = new Deck(model, ids);
  if (deck.items.length > 0) deck.show(0, false);
  else fillWith(deck.asking.body, h("p", {}, deck.texts.no_items));
  return { element: deck.element, dispose: () => deck.dispose() };
}

class Deck {
  /**
   * @param {Model<AnsweringState>} model
   * @param {string[] | null} ids
   */
  constructor(model, ids) {
    this.model = model;
    this.texts = model.get("texts");
    const items = new Map(model.get("items").map((item) => [item.id, item]));
    this.items = (ids ?? [...items.keys()]).flatMap((id) => items.get(id) ?? []);
    this.index = 0;
    this.asking = new Asking(model);
    this.bar = h("div", { class: "lc-deck-bar" });
    this.element = h("div", { class: "lc-deck" }, this.bar, this.asking.body, this.asking.status);
    this.onFeedback = () => this.receive();
    model.on("change:feedback", this.onFeedback);
  }

  dispose() {
    this.asking.dispose();
    this.model.off("change:feedback", this.onFeedback);
  }

  get item() {
    return this.items[this.index];
  }

  /**
   * @param {number} index
   * @returns {void}
   */
  show(index, takeFocus = true) {
    this.index = index;
    const feedback = this.model.get("feedback")[this.item.id];
    this.shown = feedback;
    if (this.items.length > 1) this.fillBar();
    if (!feedback) return this.asking.showQuestion(this.item, takeFocus);
    const below = h("div", { class: "lc-buttons" }, this.buttons());
    return this.asking.showReview(this.item, feedback, below, takeFocus);
  }

  receive() {
    if (!this.item) return;
    const feedback = this.model.get("feedback")[this.item.id];
    if (feedback === this.shown) return;
    const asked = this.asking.pending === this.item.id;
    this.show(this.index, asked);
    if (asked && feedback) this.asking.announce(feedback);
  }

  retry() {
    this.asking.pending = this.item.id;
    this.model.send({ type: "retry", item: this.item.id });
  }

  buttons() {
    const isLast = this.index === this.items.length - 1;
    const retry = createButton(this.texts.retry, "", () => this.retry());
    if (this.items.length === 1) return [retry];
    const next = isLast
      ? createButton(this.texts.finish, "lc-primary", () => this.showSummary())
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

  /**
   * @param {number} by
   * @param {string} text
   * @param {boolean} hidden
   */
  step(by, text, hidden) {
    const button = createButton(text, "lc-quiet", () => this.show(this.index + by));
    if (hidden) button.style.visibility = "hidden";
    return button;
  }

  showSummary() {
    const feedback = this.model.get("feedback");
    const right = this.items.filter((item) => feedback[item.id]?.correct).length;
    const text = fillIn(this.texts.deck_summary, { right, total: this.items.length });
    const level = levelBelow(this.element);
    const heading = h(`h${level}`, { tabindex: -1, class: "lc-done" }, this.texts.deck_done);
    this.asking.clear();
    this.index = -1;
    fillWith(this.bar);
    fillWith(
      this.asking.body,
      heading,
      h("p", {}, text),
      h(
        "div",
        { class: "lc-buttons" },
        createButton(this.texts.look_again, "", () => this.show(0)),
      ),
    );
    focusOn(heading);
  }
}
