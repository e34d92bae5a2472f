// A practice under way: the kernel says whose turn it is, and when a question comes back.

/**
 * @import { PracticeState, TurnJson } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { Asking } from "../items/ask.js";
import { createButton, fillIn, fillWith, h, uid } from "../shared/dom.js";

/** @param {{ model: Model<PracticeState> }} options */
export function createRun({ model }) {
  const run = new Run(model);
  run.show(false);
  return { element: run.element, heading: run.heading, dispose: () => run.dispose() };
}

class Run {
  /** @param {Model<PracticeState>} model */
  constructor(model) {
    this.model = model;
    this.texts = model.get("texts");
    this.items = new Map(model.get("items").map((item) => [item.id, item]));
    this.asking = new Asking(model);
    this.bar = h("div", { class: "lc-run-bar" });
    this.heading = h("h1", { tabindex: -1 }, model.get("title"));
    const stop = createButton(this.texts.stop, "lc-quiet", () => model.send({ type: "finish" }));
    this.element = h(
      "div",
      { class: "lc-run" },
      h("div", { class: "lc-run-head" }, this.heading, stop),
      h("div", { class: "lc-deck" }, this.bar, this.asking.body, this.asking.status),
    );
    this.onTurn = () => this.show(true);
    model.on("change:turn", this.onTurn);
  }

  dispose() {
    this.asking.dispose();
    this.model.off("change:turn", this.onTurn);
  }

  /** @param {boolean} takeFocus */
  show(takeFocus) {
    const turn = this.model.get("turn");
    const item = this.items.get(turn.item);
    if (!item) return;
    this.fillBar(turn);
    if (!turn.answered) {
      this.asking.showQuestion(item, takeFocus);
      return;
    }
    const feedback = this.model.get("feedback")[turn.item];
    this.asking.showReview(item, feedback, this.createBelow(turn), takeFocus);
    if (takeFocus) this.asking.announce(feedback);
  }

  /** @param {TurnJson} turn */
  createBelow(turn) {
    const { model, texts } = this;
    const isLast = turn.done === turn.total;
    const type = isLast ? "finish" : "next";
    const onward = createButton(isLast ? texts.finish : texts.next, "lc-primary", () => model.send({ type }));
    return [
      turn.comes_back && h("p", { class: "lc-comes-back" }, texts.practice_comes_back),
      h("div", { class: "lc-buttons" }, onward),
    ];
  }

  /** @param {TurnJson} turn */
  fillBar(turn) {
    const { model, texts } = this;
    const id = uid();
    const waiting = turn.waiting > 0 && fillIn(texts.practice_waiting, { count: turn.waiting });
    const text = [fillIn(texts.practice_done, turn), waiting].filter(Boolean).join(" \u00b7 ");
    const canWait = !turn.answered && turn.total - turn.done > 1;
    fillWith(
      this.bar,
      h("span", { class: "lc-progress-text", id }, text),
      canWait && createButton(texts.skip, "lc-quiet", () => model.send({ type: "later" })),
      h("progress", { "aria-labelledby": id, max: turn.total, value: turn.done }),
      turn.is_return && h("p", { class: "lc-tag lc-tag-plain" }, texts.practice_return),
    );
  }
}
