// A room on the teacher's screen, stop by stop; the arrow keys lead it while it is projected.

/**
 * @import { LiveClassState } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 */
import { createButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createReview } from "../items/feedback.js";
import { createHelp } from "../shared/help.js";
import { createChart } from "./chart.js";
import { createReadOnly, createStem } from "./question.js";
import { createLiveResult } from "./result.js";
import { createProjector } from "../shared/projector.js";
import { createSureButton } from "../shared/sure-button.js";

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
    const words = { ...this.texts, projector_keys: this.texts.live_keys };
    this.projector = createProjector({
      root,
      texts: words,
      move: (by) => {
        this.send(by > 0 ? "advance" : "back");
        return true;
      },
    });
    this.body = h("div", { class: "lc-live-stop" });
    this.bar = h("div", { class: "lc-buttons lc-turn" });
    this.numbers = h("div", { class: "lc-live-numbers" });
    this.chart = h("div", {});
    this.heading = h("h1", { tabindex: -1 });
    /** @type {HTMLElement | null} */
    this.main = null;
    this.said = h("p", { class: "lc-unseen", role: "status" });
    this.element = h(
      "div",
      { class: "lc-live-room" },
      this.createHead(),
      this.body,
      this.bar,
      this.projector.hint,
      this.said,
      this.projector.black,
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
    this.projector.dispose();
    this.model.off("change:room", this.onRoom);
    this.model.off("change:invitation", this.onInvitation);
    this.model.off("change:counts", this.onNumbers);
    this.model.off("change:spread", this.onNumbers);
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
      h("div", { class: "lc-tools" }, this.projector.toggle),
    );
  }

  draw() {
    const wasOnBar = this.bar.contains(document.activeElement);
    const { room, texts } = this;
    this.numbers = h("div", { class: "lc-live-numbers" });
    this.chart = h("div", {});
    this.heading = h("h1", { tabindex: -1 }, this.nameStop());
    fillWith(this.body, this.heading, this.createStop());
    fillWith(this.bar, this.createButtons());
    this.drawNumbers();
    this.said.textContent = room.kind === "cau-hoi" ? texts[`live_state_${room.state}`] : "";
    if (wasOnBar) (this.main ?? this.bar.querySelector("button"))?.focus({ preventScroll: true });
    this.heading.scrollIntoView({ block: "nearest" });
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
    const { room, texts } = this;
    const help = createHelp({ help: this.model.get("help"), texts, level: 2 });
    const stops = {
      cho: () => this.createLobby(),
      "cau-hoi": () => this.createQuestion(),
      hoc: () => [h("p", { class: "lc-lead" }, texts.live_lesson_note), this.createLessonLink()],
      "ket-qua": () => [createLiveResult({ room, texts }), help],
    };
    return stops[room.kind]();
  }

  createLobby() {
    const { texts } = this;
    const { code, shown, qr } = this.model.get("invitation");
    if (!shown) {
      const href = "../../lachan/mang-lop";
      return [
        h("p", { class: "lc-live-note" }, texts.live_local_only),
        h("p", {}, h("a", { class: "lc-button", href, target: "_blank" }, texts.live_let_in)),
        this.numbers,
      ];
    }
    return h(
      "div",
      { class: "lc-live-lobby" },
      h("img", { class: "lc-live-qr", src: qr, alt: fillIn(texts.live_qr, { code }) }),
      h(
        "div",
        {},
        h(
          "ol",
          {},
          h("li", {}, texts.live_step_wifi),
          h("li", {}, texts.live_step_scan, h("strong", { class: "lc-live-address" }, shown)),
          h("li", {}, texts.live_step_code, h("strong", { class: "lc-live-big-code" }, code)),
        ),
        this.numbers,
      ),
    );
  }

  createLessonLink() {
    const { title, href } = this.room.lesson;
    const text = fillIn(this.texts.live_lesson_link, { title });
    return href && h("p", {}, h("a", { class: "lc-button", href, target: "_blank" }, text));
  }

  /** @returns {Child} */
  createQuestion() {
    const { room, texts } = this;
    const media = this.model.get("media");
    const { item } = room;
    if (!item) return h("p", { class: "lc-live-note" }, texts.live_withdrawn);
    const stem = createStem(item, media);
    if (room.state === "mo") return [stem, createReadOnly(item, texts, media), this.numbers, this.chart];
    if (room.round === "truoc") {
      return [
        stem,
        createReadOnly(item, texts, media),
        this.numbers,
        h("p", { class: "lc-live-note" }, texts.live_before_note),
      ];
    }
    if (room.state === "dong") return [stem, this.numbers, this.chart];
    const { feedback } = room;
    const review = feedback && createReview({ item, feedback, texts, media, level: 2 });
    return [stem, this.chart, review?.element];
  }

  drawNumbers() {
    const { texts } = this;
    const counts = this.model.get("counts");
    const spread = this.model.get("spread");
    const template = this.room.kind === "cau-hoi" ? texts.live_answered : texts.live_seats;
    fillWith(this.numbers, h("p", { class: "lc-big" }, fillIn(template, counts)));
    const shown = JSON.stringify(spread);
    if (this.chart.dataset.shown === shown) return;
    this.chart.dataset.shown = shown;
    fillWith(
      this.chart,
      "groups" in spread && createChart({ spread, texts, media: this.model.get("media") }),
    );
  }

  /** @returns {Child[]} */
  createButtons() {
    const { room, texts } = this;
    const next = this.nameNext();
    this.main = next ? createButton(next, "lc-primary", () => this.send("advance")) : null;
    const canEarly = room.state === "mo" && room.round !== "truoc" && room.item && !room.guarded;
    const early =
      canEarly && createButton(texts.live_early, "lc-quiet", () => this.send(room.early ? "late" : "early"));
    if (early) early.setAttribute("aria-pressed", String(room.early));
    if (room.ended) return [];
    return [
      room.place > 0 && createButton(texts.live_back, "", () => this.send("back")),
      room.state === "dong" && createButton(texts.live_reopen, "", () => this.send("reopen")),
      early,
      createSureButton(texts.live_end, texts.live_end_sure, () => this.send("end")),
      this.main,
    ];
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
