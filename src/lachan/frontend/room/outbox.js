// Answers on their way to the server. Each has a sequence number of its item; it leaves the
// outbox only once the server has said that it is saved.

/**
 * @import { Ack, SavedAnswer } from "../wire"
 * @import { Memory, Waiting } from "./memory.js"
 */

export class Outbox {
  // `notes` is what `createMemory` gives.
  /** @param {Pick<Memory, "read" | "write">} notes */
  constructor(notes) {
    this.notes = notes;
    /** @type {Map<string, Waiting>} */
    this.pending = new Map(Object.entries(notes.read().pending ?? {}));
    /** @type {Map<string, number>} */
    this.known = new Map();
    // What waited before a reload may have been sent under its number.
    /** @type {Map<string, number>} */
    this.sent = new Map();
    this.markSent();
  }

  get size() {
    return this.pending.size;
  }

  // Take over what the server has; what is newer here stays on its way.
  /** @param {Record<string, SavedAnswer>} answers */
  adopt(answers) {
    for (const [item, { seq }] of Object.entries(answers)) {
      this.known.set(item, seq);
      const waiting = this.pending.get(item);
      if (waiting && waiting.seq <= seq) this.pending.delete(item);
    }
    this.store();
  }

  /**
   * @param {string} item
   * @param {unknown} value
   */
  put(item, value) {
    const waiting = this.pending.get(item);
    const isSent = waiting !== undefined && this.sent.get(item) === waiting.seq;
    const last = Math.max(this.known.get(item) ?? 0, waiting?.seq ?? 0);
    this.pending.set(item, { seq: waiting && !isSent ? waiting.seq : last + 1, value });
    this.store();
  }

  // Everything that waits, marked as sent.
  take() {
    this.markSent();
    return [...this.pending].map(([item, { seq, value }]) => ({ item, seq, value }));
  }

  markSent() {
    this.sent = new Map([...this.pending].map(([item, { seq }]) => [item, seq]));
  }

  // Act on the server's word about one answer; true where the answer is given up.
  /** @param {Ack} ack */
  settle({ item_id: item, seq, saved, current_seq, reason }) {
    this.known.set(item, Math.max(this.known.get(item) ?? 0, current_seq));
    const waiting = this.pending.get(item);
    const isThis = waiting?.seq === seq;
    if (!saved && reason === "paused") return false;
    if (!saved && reason === "bad_sequence" && isThis) {
      this.pending.set(item, { ...waiting, seq: current_seq + 1 });
    } else if (isThis) {
      this.pending.delete(item);
    }
    this.store();
    return !saved && reason !== "bad_sequence";
  }

  // Nothing that waits can be saved any more.
  giveUp() {
    const count = this.pending.size;
    this.pending.clear();
    this.store();
    return count;
  }

  store() {
    this.notes.write({ pending: Object.fromEntries(this.pending) });
  }
}
