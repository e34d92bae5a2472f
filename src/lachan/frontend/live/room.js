// A room on the teacher's screen, stop by stop; the keys of a clicker lead it while it is projected.

/**
 * @import { LiveClassState } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 */
import { createButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createStage } from "../shared/stage.js";
import { createSureButton } from "../shared/sure-button.js";
import { createBeliefs, createChart } from "./chart.js";
import {
  createCounting,
  createLessonStop,
  createLobby,
  createQuestionStop,
  createResultStop,
} from "./stops.js";

/** @param {{ model: Model<LiveClassState>, root: HTMLElement }} options */
export function createLiveRoom({ model, root }) {
  const view = new RoomView(model, root);
  view.draw();
  return { element: view.element, heading: () => view.heading, dispose: () => view.dispose() };
}

class RoomView {
  /**
   * @param {Model<LiveClassState>} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    this.model = model;
    this.texts = model.get("texts");
    this.stage = createStage({
      root,
      texts: { ...this.texts, projector_keys: this.texts.live_keys },
      kind: "lc-live-stop",
      move: (by) => this.move(by),
      name: () => this.nameStop(),
      onplace: () => this.nameMain(),
    });
    this.body = this.stage.pager.element;
    this.bar = h("div", { class: "lc-buttons lc-turn" });
    this.numbers = h("div", { class: "lc-live-numbers" });
    this.chart = h("div", {});
    this.beliefs = h("div", {});
    this.heading = h("h1", { tabindex: -1 });
    this.isGoingBack = false;
    // Whether raised hands are being counted at the stop on show.
    this.isCounting = false;
    /** @type {ReturnType<typeof createCounting> | null} */
    this.counting = null;
    /** @type {HTMLElement | null} */
    this.main = null;
    this.said = h("p", { class: "lc-unseen", role: "status" });
    this.element = h(
      "div",
      { class: "lc-live-room lc-screen" },
      this.createHead(),
      this.body,
      this.bar,
      this.stage.bar,
      this.said,
      this.stage.projector.black,
    );
    this.onRoom = () => this.draw();
    this.onNumbers = () => this.drawNumbers();
    this.onInvitation = () => {
      if (this.room.kind === "cho") this.draw();
    };
    model.on("change:room", this.onRoom);
    model.on("change:invitation", this.onInvitation);
    model.on("change:counts", this.onNumbers);
    model.on("change:spread", this.onNumbers);
  }

  dispose() {
    this.stage.dispose();
    this.model.off("change:room", this.onRoom);
    this.model.off("change:invitation", this.onInvitation);
    this.model.off("change:counts", this.onNumbers);
    this.model.off("change:spread", this.onNumbers);
  }

  // A stop is left by its last page, and come back to by it.
  /** @param {number} by */
  move(by) {
    this.isGoingBack = by < 0;
    this.isCounting = false;
    this.send(by > 0 ? "advance" : "back");
    return true;
  }

  /** @param {string} move */
  send(move) {
    this.model.send({ type: "move", move, version: this.room.version });
  }

  get room() {
    return this.model.get("room");
  }

  createHead() {
    const { texts, room, model } = this;
    const leave = createButton(texts.live_leave, "lc-quiet lc-back lc-chrome", () =>
      model.send({ type: "leave" }),
    );
    const code = [h("span", { class: "lc-small" }, `${texts.live_code} `), h("strong", {}, room.code)];
    return h(
      "div",
      { class: "lc-live-head" },
      leave,
      h("p", { class: "lc-live-title" }, room.title),
      !room.ended && h("p", { class: "lc-live-code" }, code),
      h("div", { class: "lc-tools" }, this.stage.home),
    );
  }

  draw() {
    const wasOnBar = this.bar.contains(document.activeElement);
    const { room, texts, stage } = this;
    this.numbers = h("div", { class: "lc-live-numbers" });
    this.chart = h("div", {});
    this.beliefs = h("div", {});
    this.heading = h("h1", { tabindex: -1, class: `lc-live-at-${room.kind}` }, this.nameStop());
    fillWith(this.body, this.heading, this.createStop());
    fillWith(this.bar, this.createButtons());
    this.drawNumbers();
    this.said.textContent = room.kind === "cau-hoi" ? texts[`live_state_${room.state}`] : "";
    if (wasOnBar) (this.main ?? this.bar.querySelector("button"))?.focus({ preventScroll: true });
    stage.pager.show(this.isGoingBack ? Number.POSITIVE_INFINITY : 0);
    stage.tell();
    this.isGoingBack = false;
    if (!stage.projector.isOn()) this.heading.scrollIntoView({ block: "nearest" });
  }

  /** @returns {string} */
  nameStop() {
    const { room, texts } = this;
    const names = { cho: texts.live_lobby, hoc: texts.live_lesson, "ket-qua": texts.live_result };
    if (room.kind !== "cau-hoi") return names[room.kind];
    const progress = fillIn(texts.progress, { number: room.number, total: room.total });
    return room.round === "mot-lan" ? progress : `${progress} \u00b7 ${texts[`live_round_${room.round}`]}`;
  }

  /** @returns {Child} */
  createStop() {
    this.counting = this.createCounting();
    if (this.counting) return this.counting.element;
    const stops = {
      cho: createLobby,
      "cau-hoi": createQuestionStop,
      hoc: createLessonStop,
      "ket-qua": createResultStop,
    };
    return stops[this.room.kind](this);
  }

  createCounting() {
    const { model, room } = this;
    const { item, hands } = room;
    if (!this.isCounting || !item || !hands) return null;
    return createCounting({
      model,
      item,
      hands,
      onsend: (counted) => {
        model.send({ type: "hands", stop: room.place, ...counted });
        this.count(false);
      },
      onleave: () => this.count(false),
    });
  }

  /** @param {boolean} isCounting */
  count(isCounting) {
    this.isCounting = isCounting;
    this.draw();
    /** @type {HTMLElement | null} */
    const button = this.bar.querySelector("[data-hands]");
    if (this.counting) this.counting.focus();
    else button?.focus({ preventScroll: true });
  }

  drawNumbers() {
    const { texts, room } = this;
    const counts = this.model.get("counts");
    const spread = this.model.get("spread");
    const template = room.kind === "cau-hoi" ? texts.live_answered : texts.live_seats;
    const raised = counts.hands === null ? "" : fillIn(texts.live_hands_counted, counts);
    const told = counts.seats === 0 && raised ? "" : fillIn(template, counts);
    const numbers = [told, raised].filter(Boolean).join(" \u00b7 ");
    if (this.numbers.textContent !== numbers) fillWith(this.numbers, h("p", { class: "lc-big" }, numbers));
    const shown = JSON.stringify(spread);
    if (this.chart.dataset.shown === shown) return;
    this.chart.dataset.shown = shown;
    const isTold = "groups" in spread;
    fillWith(this.chart, isTold && createChart({ spread, texts, media: this.model.get("media") }));
    fillWith(this.beliefs, isTold && createBeliefs({ spread, texts }));
  }

  /** @returns {Child[]} */
  createButtons() {
    const { room, texts } = this;
    const next = this.nameNext();
    this.main = next ? createButton(next, "lc-primary", () => this.stage.go(1)) : null;
    const canEarly = room.state === "mo" && room.round !== "truoc" && room.item && !room.guarded;
    const early =
      canEarly && createButton(texts.live_early, "lc-quiet", () => this.send(room.early ? "late" : "early"));
    if (early) early.setAttribute("aria-pressed", String(room.early));
    if (room.ended) return [];
    return [
      room.place > 0 && createButton(texts.live_back, "", () => this.send("back")),
      room.state === "dong" && createButton(texts.live_reopen, "", () => this.send("reopen")),
      early,
      this.createHandsButton(),
      createSureButton(texts.live_end, texts.live_end_sure, () => this.send("end")),
      this.main,
    ];
  }

  createHandsButton() {
    if (!this.room.hands) return null;
    const button = createButton(this.texts.live_hands, "lc-quiet", () => this.count(!this.isCounting));
    button.dataset.hands = "";
    button.setAttribute("aria-pressed", String(this.isCounting));
    return button;
  }

  // While pages of this stop are still to be seen, the way on leads to them first.
  nameMain() {
    if (!this.main) return;
    const { page, pages } = this.stage.pager.place();
    const name = page + 1 < pages ? this.texts.live_more : this.nameNext();
    if (this.main.textContent !== name) this.main.textContent = name;
  }

  nameNext() {
    const { room, texts } = this;
    const ways = { cho: texts.live_begin, hoc: fillIn(texts.live_ask_again, room), "ket-qua": "" };
    if (room.kind !== "cau-hoi") return ways[room.kind];
    if (room.round === "truoc") {
      if (room.state === "mo") return room.last ? texts.live_close_lesson : texts.live_close_next;
      return room.last ? texts.live_to_lesson : texts.next;
    }
    if (room.state === "mo") return texts.live_close;
    if (room.state === "dong") return texts.live_reveal;
    return room.last ? texts.live_to_result : texts.next;
  }
}
