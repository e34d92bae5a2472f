// A pupil's page in a live class: no kernel, no account. It asks the server every second or two
// what is on, and keeps an answer until the server has it.

/**
 * @import { ItemJson, PhoneJson } from "../wire"
 * @import { Given } from "../items/item.js"
 * @import { Seat, Unsent } from "./link.js"
 * @import { View } from "./pupil-views.js"
 */
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createLink } from "./link.js";
import {
  createAsked,
  createClosed,
  createDone,
  createJoin,
  createMessage,
  createTold,
} from "./pupil-views.js";
import { keepSeat, readSeat } from "./seat.js";

/**
 * @typedef {{ base: string, code: string, texts: Record<string, string> }} Data
 *
 * @typedef {Awaited<ReturnType<ReturnType<typeof createLink>["look"]>>} Reply
 */

const pause_ms = 1500;
const longest_pause_ms = 6000;

// `data` holds base (the page's address), code (from the address, may be empty) and texts.
/**
 * @param {Element} el
 * @param {Data} data
 */
function mount(el, data) {
  const pupil = new Pupil(el, data);
  pupil.start();
  return () => pupil.dispose();
}

class Pupil {
  /**
   * @param {Element} el
   * @param {Data} data
   */
  constructor(el, { base, code, texts }) {
    this.base = base;
    this.link = createLink(base);
    this.code = code;
    this.texts = callSending(texts);
    this.body = h("div", { class: "lc-live-body" });
    this.net = h("p", { class: "lc-live-net", role: "status" });
    el.replaceChildren(h("div", { class: "lc lc-live-pupil", lang: "vi" }, this.net, this.body));
    this.failures = 0;
    this.etag = "";
    /** @type {(() => void) | null} */
    this.next = null;
    /**
     * Undefined until the page knows whether it has one.
     * @type {Seat | null | undefined}
     */
    this.seat = undefined;
    /** @type {string | null} */
    this.shown = null;
    /** @type {string | null} */
    this.crowd = null;
    /** @type {View | undefined} */
    this.view = undefined;
    this.polling = false;
    this.sending = false;
    this.onOnline = () => this.hurry();
    window.addEventListener("online", this.onOnline);
    document.addEventListener("visibilitychange", this.onOnline);
  }

  dispose() {
    clearTimeout(this.timer);
    window.removeEventListener("online", this.onOnline);
    document.removeEventListener("visibilitychange", this.onOnline);
  }

  start() {
    const kept = readSeat();
    if (kept || this.code) this.show(createMessage(this.texts.live_joining));
    if (kept && (!this.code || this.code === kept.code)) this.follow(kept);
    else if (this.code) this.join(this.code);
    else this.showJoin("");
  }

  /** @param {View} view */
  show(view, isFirst = false) {
    const takeFocus = !isFirst && this.view !== undefined;
    this.view = view;
    fillWith(this.body, view.element);
    if (!takeFocus) return;
    focusOn(view.heading);
    window.scrollTo(0, 0);
  }

  /** @param {string} code */
  showJoin(code, problem = "") {
    clearTimeout(this.timer);
    this.next = null;
    this.seat = null;
    this.shown = null;
    keepSeat(null);
    const view = createJoin({ texts: this.texts, code, onJoin: (typed) => this.join(typed) });
    this.show(view);
    if (problem) view.say(problem);
  }

  /**
   * @param {string} typed
   * @returns {Promise<void>}
   */
  async join(typed) {
    const { status, body } = await this.link.join(typed);
    if (status === 200) return this.follow({ code: body.code, seat: body.seat, unsent: null });
    if (status === 0 && this.seat === undefined) return this.again(() => this.join(typed));
    if (body?.retry_s) return this.joinLater(typed, body);
    const problem = status === 0 ? this.texts.live_offline : (body.error ?? this.texts.no_reply);
    return this.showJoin(typed, problem);
  }

  // A hall that comes at once comes in one after the other, each phone at a moment of its own.
  /**
   * @param {string} typed
   * @param {{ error: string, retry_s: number }} body
   */
  joinLater(typed, { error, retry_s }) {
    if (this.crowd !== typed) this.show(createMessage(this.texts.live_joining, error));
    this.crowd = typed;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.join(typed), retry_s * 1000 * (0.6 + 0.8 * Math.random()));
  }

  /** @param {Seat} seat */
  follow(seat) {
    this.crowd = null;
    this.seat = seat;
    this.etag = "";
    this.shown = null;
    keepSeat(seat);
    if (!window.location.pathname.endsWith(`/${seat.code}`)) {
      window.history.replaceState(null, "", `${this.base}/${seat.code}`);
    }
    this.poll();
  }

  // One question to the server at a time, however often the page wants to hurry.
  async poll() {
    clearTimeout(this.timer);
    if (this.polling) return;
    const { seat } = this;
    if (!seat) return;
    this.polling = true;
    if (seat.unsent) await this.send();
    const reply = await this.link.look(seat, this.etag);
    this.polling = false;
    if (this.seat === seat) this.take(seat, reply);
    else if (this.seat) this.poll();
  }

  /**
   * @param {Seat} seat
   * @param {Reply} reply
   */
  take(seat, reply) {
    if (reply.status === 404) return this.showJoin("", reply.body.error);
    // The seat is unknown, as after a database was restored: take another one.
    if (reply.status === 403) return this.join(seat.code);
    const reached = reply.status === 200 || reply.status === 304;
    if (reply.status === 200) {
      this.etag = reply.etag;
      this.draw(reply.body);
    }
    this.again(() => this.poll(), reached);
  }

  // After a failure the page waits longer and longer, never long.
  /** @param {() => void} act */
  again(act, reached = false) {
    this.failures = reached ? 0 : this.failures + 1;
    this.net.textContent = this.failures > 1 ? this.texts.live_offline : "";
    const pause = Math.min(pause_ms * Math.max(1, this.failures), longest_pause_ms);
    // Spread a little, so that a class does not ask all at once.
    clearTimeout(this.timer);
    this.next = act;
    this.timer = setTimeout(act, pause * (0.8 + 0.4 * Math.random()));
  }

  hurry() {
    if (document.hidden || !this.seat || !this.next) return;
    clearTimeout(this.timer);
    this.next();
  }

  /** @param {PhoneJson} view */
  draw(view) {
    const mark = `${view.place} ${view.state} ${view.ended}`;
    if (this.shown === mark) return;
    const isFirst = this.shown === null;
    this.shown = mark;
    // Only the server knows whose class it is, and so how the page speaks to them.
    if (view.texts) this.texts = callSending(view.texts);
    const { texts } = this;
    const unsent = this.seat?.unsent;
    if (unsent && unsent.place !== view.place) this.keep(null);
    const shown = this.createView(view, texts);
    this.show(shown, isFirst);
    if (view.state !== "mo") return;
    if (this.seat?.unsent) shown.say?.(texts.live_unsent);
    else if (view.answer !== null) shown.say?.(texts.live_sent);
  }

  /**
   * @param {PhoneJson} view
   * @param {Record<string, string>} texts
   * @returns {View}
   */
  createView(view, texts) {
    if (view.kind === "ket-qua" || view.ended) {
      return createDone({ view, texts, onOther: () => this.showJoin("") });
    }
    if (view.kind === "cho") return createMessage(texts.live_waiting, texts.live_waiting_note);
    if (view.kind === "hoc") return createMessage(texts.live_lesson, texts.live_lesson_pupil);
    const { item } = view;
    if (!item) return createMessage(texts.live_waiting_next, texts.live_withdrawn_pupil);
    if (view.state === "dong") return createClosed({ view, texts });
    if (view.state === "dap-an") return createTold({ view: { ...view, item }, texts });
    const answer = this.seat?.unsent?.response ?? view.answer;
    /** @param {Given} response */
    const onAnswer = (response) => this.give(view.place, response);
    return createAsked({ view: { ...view, item }, answer, texts, onAnswer });
  }

  /**
   * @param {number} place
   * @param {Given} response
   */
  give(place, response) {
    this.keep({ place, response });
    this.view?.say?.(this.texts.live_sending);
    this.send();
  }

  /** @param {Unsent | null} unsent */
  keep(unsent) {
    if (!this.seat) return;
    this.seat.unsent = unsent;
    keepSeat(this.seat);
  }

  // One answer is on its way at a time, so that the last one given is the last to arrive.
  async send() {
    if (this.sending) return;
    this.sending = true;
    const { seat } = this;
    /** @type {Unsent | null} */
    let unsent = null;
    while (seat?.unsent && seat.unsent !== unsent) {
      unsent = seat.unsent;
      this.settle(unsent, await this.link.answer(seat, unsent));
    }
    this.sending = false;
  }

  /**
   * @param {Unsent} unsent
   * @param {Reply} reply
   */
  settle(unsent, { status, body }) {
    const { texts, view } = this;
    const isNewest = this.seat?.unsent === unsent;
    if (!isNewest) return;
    if (status === 0 || status >= 500) {
      view?.say?.(texts.live_unsent);
      return;
    }
    this.keep(null);
    view?.say?.(status === 200 ? texts.live_sent : "");
    if (status !== 200) view?.complain?.(body.error ?? texts.refused);
  }
}

// Questions speak of a button that checks; here it sends.
/** @param {Record<string, string>} texts */
function callSending(texts) {
  const words = Object.entries(texts).map(([name, text]) => [
    name,
    text.replaceAll(texts.check, texts.live_send),
  ]);
  return Object.fromEntries(words);
}

/** @param {Document} root */
function mountAll(root) {
  const data = root.querySelector("script#lachan-lop-data");
  const el = root.querySelector("#lachan-lop");
  if (data && el) mount(el, JSON.parse(data.textContent ?? ""));
}

mountAll(document);

export default { mount };
