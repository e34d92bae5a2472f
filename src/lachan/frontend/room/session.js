// One contestant's way through a contest, as this device knows it. Views read it and are told
// of every change; nothing here touches the page.

import { createServerClock } from "./clock.js";
import { createMemory } from "./memory.js";
import { Outbox } from "./outbox.js";
import { Sender } from "./sender.js";

const look_again_ms = 15000;
const typing_ms = 700;
const ending_ms = 2000;

export class RoomSession {
  constructor({ transport, texts, onChange }) {
    Object.assign(this, { transport, texts, onChange });
    this.clock = createServerClock();
    this.stage = "loading";
    this.notice = "";
    this.contest = null;
    this.attempt = null;
    this.result = null;
    this.media = {};
    this.ownCode = "";
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
  async open() {
    clearTimeout(this.timer);
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("attempt");
    if (status === 200) return this.settle(body, asked_ms);
    this.complain(body);
    this.timer = setTimeout(() => this.open(), look_again_ms / 3);
    return null;
  }

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

  async tryPractice(value) {
    const { status, body } = await this.transport.ask("practice", { value });
    if (status === 200) return body;
    this.complain(body);
    return null;
  }

  async leave() {
    await this.transport.ask("leave", {});
    if (this.outbox?.size === 0) this.notes.forget();
    this.closeAttempt();
    this.ownCode = "";
    this.notice = "";
    return this.open();
  }

  // An answer of the contestant: kept here at once, sent at once or when the typing rests.
  change(item, value, isTyped) {
    if (this.isReadOnly) return;
    this.refused.delete(item);
    this.outbox.put(item, value);
    this.sender.nudge(isTyped ? typing_ms : 0);
    this.onChange();
  }

  // The contestant takes the attempt over from another tab of this browser.
  takeBack() {
    this.notes.claim();
    this.isElsewhere = false;
    return this.open();
  }

  async submit(prediction) {
    const later = { message: this.texts.room_submit_later };
    if (!(await this.sendAll())) return this.complain(later);
    const { status, body } = await this.transport.ask("submit", { prediction });
    if (status === 200) return this.open();
    return this.complain(status === 0 ? later : body);
  }

  // True once nothing waits any more. What was changed while a save was under way needs another.
  async sendAll() {
    for (let tries = 0; tries < 2 && this.outbox.size > 0; tries += 1) await this.sender.flush();
    return this.outbox.size === 0;
  }

  // Called by the page's ticking; the end of time is the server's to judge, not ours.
  tick() {
    const isOver = this.stage === "work" && this.clock.left_s() === 0;
    if (!isOver || this.isEnding || this.isSuperseded || this.attempt.paused) return;
    this.isEnding = true;
    this.onChange();
    this.end();
  }

  async end() {
    await this.sendAll();
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("attempt");
    if (!this.isEnding) return null;
    // The server waits a little for what is on its way, and then hands the paper in itself.
    const isOpen = status !== 200 || (body.state === "working" && body.time_left_s === 0);
    if (!isOpen) return this.settle(body, asked_ms);
    this.timer = setTimeout(() => this.end(), ending_ms);
    return null;
  }

  complain(body) {
    this.isComplaining = true;
    this.notice = body.message ?? this.texts.room_no_network;
    this.onChange();
  }

  go(stage) {
    this.stage = stage;
    this.onChange();
  }

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
      this.notes = createMemory(`${this.attempt.pseudonym}:${this.attempt.number}`);
      this.outbox = new Outbox(this.notes);
      this.sender = this.createSender();
      this.stopListening = this.notes.onTaken(() => this.yieldTab());
      this.notes.claim();
      this.media = await this.findPictures(this.attempt.items);
    }
    this.isEnding = false;
    this.openings += 1;
    this.outbox.adopt(this.attempt.answers);
    if (this.outbox.size > 0) this.sender.nudge(0);
    this.go("work");
  }

  async findPictures(items) {
    const paths = [...findPaths(items)];
    const addresses = await Promise.all(paths.map((path) => this.transport.findPicture(path)));
    return Object.fromEntries(paths.map((path, index) => [path, addresses[index]]));
  }

  createSender() {
    return new Sender({
      transport: this.transport,
      outbox: this.outbox,
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

  receive(body, asked_ms) {
    for (const ack of body.acks) this.settleAnswer(ack);
    this.clock.sync(body, asked_ms);
    this.isSuperseded = body.superseded;
    const { paused, message, deadline } = body;
    this.attempt = { ...this.attempt, paused, message, deadline };
    if (body.state === "submitted") this.open();
    else this.onChange();
  }

  settleAnswer(ack) {
    if (!this.outbox.settle(ack)) return;
    if (ack.reason === "late" || ack.reason === "submitted") this.lateCount += 1;
    else this.refused.set(ack.item_id, ack.message);
  }

  // The save as a whole was refused: by reading again we learn where we stand.
  hearRefusal({ reason }) {
    if (reason === "superseded") {
      this.isSuperseded = true;
      this.onChange();
    } else {
      if (reason === "submitted" || reason === "late") this.lateCount += this.outbox.giveUp();
      this.open();
    }
  }

  async showReceipt() {
    if (this.outbox) this.lateCount += this.outbox.giveUp();
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
function findWait_ms({ can_start: canStart, contest }) {
  if (canStart) return look_again_ms * 4;
  if (contest.state !== "upcoming") return look_again_ms;
  const opening_ms = new Date(contest.opens_at) - new Date(contest.server_now);
  return Math.min(look_again_ms * 4, Math.max(0, opening_ms) + 200 + 1000 * Math.random());
}

// Every picture that the items show, wherever it stands in them.
function* findPaths(value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.path === "string") yield value.path;
  for (const part of Object.values(value)) yield* findPaths(part);
}

// So that a contestant can tell two devices apart: the kind of machine, nothing more.
function deviceName() {
  return matchMedia("(pointer: coarse)").matches ? "dien-thoai" : "may-tinh";
}
