// One contestant's way through a contest, as this device knows it. Views read it and are told
// of every change; nothing here touches the page.

/**
 * @import { Ack, AttemptView, ContestView, FeedbackJson, FormItemJson, ItemJson, OutsideJson, RefusalJson, ResultView, SaveResult, Session } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Memory } from "./memory.js"
 */
import { createServerClock } from "./clock.js";
import { createMemory } from "./memory.js";
import { Outbox } from "./outbox.js";
import { Sender } from "./sender.js";

/**
 * What the room's server answers to each call with status 200.
 * @typedef {{
 *   attempt: AttemptView | OutsideJson,
 *   enter: Session,
 *   start: AttemptView,
 *   practice: FeedbackJson,
 *   leave: object,
 *   save: SaveResult,
 *   submit: object,
 *   result: ResultView,
 * }} Calls
 *
 * An answer as it comes over the wire: which JSON it is, the call says.
 * @typedef {{ status: number, body: any }} Reply
 *
 * With another status than 200 the body says why; status 0 means that no answer came.
 * @typedef {object} Transport
 * @property {<Name extends keyof Calls>(name: Name, message?: unknown) => Promise<
 *   { status: number, body: Calls[Name] & Partial<RefusalJson> }
 * >} ask
 * @property {(path: string) => Promise<string>} findPicture
 */

const look_again_ms = 15000;
const typing_ms = 700;
const ending_ms = 2000;

export class RoomSession {
  /**
   * @param {{ transport: Transport, texts: Record<string, string>, onChange: () => void }} options
   */
  constructor({ transport, texts, onChange }) {
    this.transport = transport;
    this.texts = texts;
    this.onChange = onChange;
    this.clock = createServerClock();
    this.stage = "loading";
    this.notice = "";
    // Empty until the server has told them; the views that read them are made only then.
    this.contest = /** @type {ContestView} */ ({});
    this.attempt = /** @type {AttemptView} */ ({});
    this.result = /** @type {ResultView} */ ({});
    /** @type {Media} */
    this.media = {};
    this.ownCode = "";
    /** @type {Memory | null} */
    this.notes = null;
    /** @type {Outbox | null} */
    this.outbox = null;
    /** @type {Sender | null} */
    this.sender = null;
    this.isSuperseded = false;
    this.isElsewhere = false;
    this.isEnding = false;
    this.isComplaining = false;
    /** @type {Map<string, string>} */
    this.refused = new Map();
    this.lateCount = 0;
    // Views are made anew whenever an attempt is opened, since its answers may have changed.
    this.openings = 0;
  }

  dispose() {
    clearTimeout(this.timer);
    this.closeAttempt();
  }

  get isReadOnly() {
    return this.isSuperseded || this.isElsewhere || this.isEnding || this.attempt.paused;
  }

  // Look where the contestant stands, and go there.
  /** @returns {Promise<void>} */
  async open() {
    clearTimeout(this.timer);
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("attempt");
    if (status === 200) return this.settle(body, asked_ms);
    this.complain(body);
    this.timer = setTimeout(() => this.open(), look_again_ms / 3);
  }

  /** @param {string} code */
  async enter(code) {
    const { status, body } = await this.transport.ask("enter", { code, device: deviceName() });
    if (status !== 200) return this.complain(body);
    this.ownCode = body.code;
    this.notice = body.replaced ? this.texts.room_replaced : "";
    return this.open();
  }

  async start() {
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("start", {});
    if (status === 200) return this.settle(body, asked_ms);
    return this.complain(body);
  }

  /** @param {unknown} value */
  async tryPractice(value) {
    const { status, body } = await this.transport.ask("practice", { value });
    if (status === 200) return body;
    this.complain(body);
    return null;
  }

  async leave() {
    await this.transport.ask("leave", {});
    if (this.outbox?.size === 0) this.notes?.forget();
    this.closeAttempt();
    this.ownCode = "";
    this.notice = "";
    return this.open();
  }

  // An answer of the contestant: kept here at once, sent at once or when the typing rests.
  /**
   * @param {string} item
   * @param {unknown} value
   * @param {boolean} isTyped
   */
  change(item, value, isTyped) {
    if (this.isReadOnly) return;
    this.refused.delete(item);
    this.outbox?.put(item, value);
    this.sender?.nudge(isTyped ? typing_ms : 0);
    this.onChange();
  }

  // The contestant takes the attempt over from another tab of this browser.
  takeBack() {
    this.notes?.claim();
    this.isElsewhere = false;
    return this.open();
  }

  /** @param {unknown} prediction */
  async submit(prediction) {
    const later = { message: this.texts.room_submit_later };
    if (!(await this.sendAll())) return this.complain(later);
    const { status, body } = await this.transport.ask("submit", { prediction });
    if (status === 200) return this.open();
    return this.complain(status === 0 ? later : body);
  }

  // True once nothing waits any more. What was changed while a save was under way needs another.
  async sendAll() {
    for (let tries = 0; tries < 2 && this.outbox?.size; tries += 1) await this.sender?.flush();
    return !this.outbox?.size;
  }

  // Called by the page's ticking; the end of time is the server's to judge, not ours.
  tick() {
    const isOver = this.stage === "work" && this.clock.left_s() === 0;
    if (!isOver || this.isEnding || this.isSuperseded || this.attempt.paused) return;
    this.isEnding = true;
    this.onChange();
    this.end();
  }

  /** @returns {Promise<void>} */
  async end() {
    await this.sendAll();
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("attempt");
    if (!this.isEnding) return;
    // The server waits a little for what is on its way, and then hands the paper in itself.
    const isOpen = status !== 200 || (body.state === "working" && body.time_left_s === 0);
    if (!isOpen) return this.settle(body, asked_ms);
    this.timer = setTimeout(() => this.end(), ending_ms);
  }

  /** @param {{ message?: string }} body */
  complain(body) {
    this.isComplaining = true;
    this.notice = body.message ?? this.texts.room_no_network;
    this.onChange();
  }

  /** @param {string} stage */
  go(stage) {
    this.stage = stage;
    this.onChange();
  }

  /**
   * @param {AttemptView | OutsideJson} attempt
   * @param {number} asked_ms
   * @returns {void | Promise<void>}
   */
  settle(attempt, asked_ms) {
    if (this.isComplaining) this.notice = "";
    this.isComplaining = false;
    this.contest = attempt.contest;
    if (attempt.state === "outside") {
      this.closeAttempt();
      return this.go("door");
    }
    this.attempt = attempt;
    this.clock.sync(attempt, asked_ms);
    this.isSuperseded = !attempt.current;
    if (attempt.state === "working") return attempt.paused ? this.waitForItems() : this.openAttempt();
    if (attempt.state === "submitted") return this.isSuperseded ? this.leave() : this.showReceipt();
    this.timer = setTimeout(() => this.open(), findWait_ms(attempt));
    return this.go("rules");
  }

  // In a pause the server gives no questions. What waits to be sent stays on the device.
  waitForItems() {
    this.closeAttempt();
    this.timer = setTimeout(() => this.open(), look_again_ms / 3);
    return this.go("pause");
  }

  async openAttempt() {
    if (!this.sender) {
      const notes = createMemory(`${this.attempt.pseudonym}:${this.attempt.number}`);
      this.notes = notes;
      this.outbox = new Outbox(notes);
      this.sender = this.createSender(this.outbox);
      this.stopListening = notes.onTaken(() => this.yieldTab());
      notes.claim();
      this.media = await this.findPictures(this.attempt.items);
    }
    this.isEnding = false;
    this.openings += 1;
    this.outbox?.adopt(this.attempt.answers);
    if (this.outbox?.size) this.sender.nudge(0);
    this.go("work");
  }

  /** @param {(FormItemJson | ItemJson)[]} items */
  async findPictures(items) {
    const paths = [...findPaths(items)];
    const addresses = await Promise.all(paths.map((path) => this.transport.findPicture(path)));
    return Object.fromEntries(paths.map((path, index) => [path, addresses[index]]));
  }

  /** @param {Outbox} outbox */
  createSender(outbox) {
    return new Sender({
      transport: this.transport,
      outbox,
      clock: this.clock,
      onReply: (body, asked_ms) => this.receive(body, asked_ms),
      onRefused: (body) => this.hearRefusal(body),
      onNetwork: () => this.onChange(),
    });
  }

  yieldTab() {
    this.isElsewhere = true;
    this.onChange();
  }

  /**
   * @param {SaveResult} body
   * @param {number} asked_ms
   */
  receive(body, asked_ms) {
    for (const ack of body.acks) this.settleAnswer(ack);
    this.clock.sync(body, asked_ms);
    this.isSuperseded = body.superseded;
    const { paused, message, deadline } = body;
    this.attempt = { ...this.attempt, paused, message, deadline };
    if (body.state === "submitted") this.open();
    else this.onChange();
  }

  /** @param {Ack} ack */
  settleAnswer(ack) {
    if (!this.outbox?.settle(ack)) return;
    if (ack.reason === "late" || ack.reason === "submitted") this.lateCount += 1;
    else this.refused.set(ack.item_id, ack.message);
  }

  // The save as a whole was refused: by reading again we learn where we stand.
  /** @param {Partial<RefusalJson>} body */
  hearRefusal({ reason }) {
    if (reason === "superseded") {
      this.isSuperseded = true;
      this.onChange();
    } else {
      if (reason === "submitted" || reason === "late") this.lateCount += this.outbox?.giveUp() ?? 0;
      this.open();
    }
  }

  async showReceipt() {
    this.lateCount += this.outbox?.giveUp() ?? 0;
    this.closeAttempt();
    const { status, body } = await this.transport.ask("result");
    if (status !== 200) {
      this.complain(body);
      this.timer = setTimeout(() => this.open(), look_again_ms / 3);
      return;
    }
    this.result = body;
    this.media = await this.findPictures(body.items);
    if (this.contest.state !== "closed") this.timer = setTimeout(() => this.open(), look_again_ms * 4);
    this.go("receipt");
  }

  closeAttempt() {
    this.sender?.dispose();
    this.stopListening?.();
    this.sender = null;
    this.isEnding = false;
  }
}

// Before the opening we wait for it, and come in the second after it, not all in the same moment.
/** @param {AttemptView} attempt */
function findWait_ms({ can_start: canStart, contest }) {
  if (canStart) return look_again_ms * 4;
  if (contest.state !== "upcoming") return look_again_ms;
  const opening_ms = Date.parse(contest.opens_at) - Date.parse(contest.server_now);
  return Math.min(look_again_ms * 4, Math.max(0, opening_ms) + 200 + 1000 * Math.random());
}

// Every picture that the items show, wherever it stands in them.
/**
 * @param {unknown} value
 * @returns {Generator<string>}
 */
function* findPaths(value) {
  if (value === null || typeof value !== "object") return;
  if ("path" in value && typeof value.path === "string") yield value.path;
  for (const part of Object.values(value)) yield* findPaths(part);
}

// So that a contestant can tell two devices apart: the kind of machine, nothing more.
function deviceName() {
  return matchMedia("(pointer: coarse)").matches ? "dien-thoai" : "may-tinh";
}
