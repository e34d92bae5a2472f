// One question at a time on any model with feedback, notice and texts: the form, what is sent,
// and what is said when no answer comes back. Decks and practice decide which question it is.

/**
 * @import { AnsweringState, FeedbackJson, ItemJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 * @import { Given } from "./item.js"
 */
import { fillIn, fillWith, focusOn, h, levelBelow } from "../shared/dom.js";
import { createReview } from "./feedback.js";
import { createQuestion } from "./item.js";

const patience_ms = 10000;

export class Asking {
  /** @param {Model<AnsweringState>} model */
  constructor(model) {
    this.model = model;
    this.texts = model.get("texts");
    this.body = h("div", { class: "lc-deck-body" });
    this.status = h("p", { class: "lc-unseen", role: "status" });
    /** @type {ReturnType<typeof createQuestion> | null} */
    this.question = null;
    /** @type {string | null} */
    this.pending = null;
    this.onNotice = () => this.complain(model.get("notice"));
    model.on("change:notice", this.onNotice);
  }

  dispose() {
    clearTimeout(this.timer);
    this.model.off("change:notice", this.onNotice);
  }

  /**
   * @param {ItemJson} item
   * @param {boolean} takeFocus
   */
  showQuestion(item, takeFocus) {
    this.clear();
    this.question = createQuestion({
      ...this.context(item),
      onAnswer: (response) => this.send(item, response),
    });
    fillWith(this.body, this.question.element);
    if (takeFocus) this.question.focus();
  }

  // `below` stands under the review: what comes next.
  /**
   * @param {ItemJson} item
   * @param {FeedbackJson} feedback
   * @param {Child} below
   * @param {boolean} takeFocus
   */
  showReview(item, feedback, below, takeFocus) {
    this.clear();
    const review = createReview({
      ...this.context(item),
      feedback,
      level: levelBelow(/** @type {Element} */ (this.body.parentElement)),
    });
    fillWith(this.body, review.element, below);
    if (takeFocus) focusOn(review.heading);
  }

  clear() {
    clearTimeout(this.timer);
    this.question = null;
    this.pending = null;
    this.status.textContent = "";
  }

  /** @param {ItemJson} item */
  context(item) {
    return { item, texts: this.texts, media: this.model.get("media") };
  }

  /**
   * @param {ItemJson} item
   * @param {Given} response
   */
  send(item, response) {
    this.pending = item.id;
    this.question?.say("", true);
    this.timer = setTimeout(() => this.complain(this.texts.no_reply), patience_ms);
    this.model.send({ type: "answer", item: item.id, response });
  }

  /** @param {FeedbackJson} feedback */
  announce({ correct, right, total }) {
    const result = correct ? this.texts.right : this.texts.wrong;
    const group = total > 1 ? fillIn(this.texts.group_right, { right, total }) : "";
    this.status.textContent = `${result}. ${group}`;
  }

  /** @param {string} text */
  complain(text) {
    if (!text || !this.question || this.pending === null) return;
    clearTimeout(this.timer);
    this.question.say(text);
    this.pending = null;
  }
}
