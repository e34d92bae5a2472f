// Sends the outbox, again and again with growing pauses while the network is away, and gives a
// sign of life when there is nothing to send.

/**
 * @import { RefusalJson, SaveResult } from "../wire"
 * @import { ServerClock } from "./clock.js"
 * @import { Outbox } from "./outbox.js"
 * @import { Transport } from "./session.js"
 */

/**
 * @typedef {{
 *   transport: Transport,
 *   outbox: Outbox,
 *   clock: ServerClock,
 *   onReply: (body: SaveResult, asked_ms: number) => void,
 *   onRefused: (body: Partial<RefusalJson>) => void,
 *   onNetwork: (isUp: boolean) => void,
 * }} Options
 */

const first_pause_ms = 1000;
const longest_pause_ms = 15000;
const beat_ms = 15000;
const beat_paused_ms = 5000;

export class Sender {
  // `onReply(body, asked_ms)` gets every answer of the server to a save, `onRefused(reply)`
  // what it refuses as a whole, `onNetwork(isUp)` every change of the connection.
  /** @param {Options} options */
  constructor({ transport, outbox, clock, onReply, onRefused, onNetwork }) {
    this.transport = transport;
    this.outbox = outbox;
    this.clock = clock;
    this.onReply = onReply;
    this.onRefused = onRefused;
    this.onNetwork = onNetwork;
    this.isUp = true;
    this.failures = 0;
    this.isOver = false;
    /** @type {Promise<void> | null} */
    this.flight = null;
    this.wake = () => this.flush();
    window.addEventListener("online", this.wake);
    // A phone may stop a page that is put away, and a typed word would wait until it returns.
    document.addEventListener("visibilitychange", this.wake);
    this.plan(beat_ms);
  }

  dispose() {
    clearTimeout(this.timer);
    this.isOver = true;
    window.removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
  }

  // Send soon; a person who types is let finish the word.
  /** @param {number} delay_ms */
  nudge(delay_ms) {
    if (this.failures === 0) this.plan(delay_ms);
  }

  /** @param {number} delay_ms */
  plan(delay_ms) {
    clearTimeout(this.timer);
    if (!this.isOver) this.timer = setTimeout(() => this.flush(), delay_ms);
  }

  // Resolves once the answer of the server, or the lack of one, has been dealt with.
  flush() {
    this.flight ??= this.send().finally(() => {
      this.flight = null;
    });
    return this.flight;
  }

  async send() {
    clearTimeout(this.timer);
    const asked_ms = this.clock.now_ms();
    const { status, body } = await this.transport.ask("save", { answers: this.outbox.take() });
    if (this.isOver) return;
    const isAnswered = status !== 0 && status < 500 && status !== 429;
    this.setUp(isAnswered);
    if (!isAnswered) return this.retry();
    this.failures = 0;
    if (status === 200) this.onReply(body, asked_ms);
    else this.onRefused(body);
    const more = this.outbox.size > 0 && status === 200 && !body.paused;
    this.plan(more ? first_pause_ms : body.paused ? beat_paused_ms : beat_ms);
  }

  // All of a school comes back at the same moment: the pauses differ from machine to machine.
  retry() {
    const pause_ms = Math.min(longest_pause_ms, first_pause_ms * 2 ** this.failures);
    this.failures += 1;
    this.plan(pause_ms * (0.6 + 0.4 * Math.random()));
  }

  /** @param {boolean} isUp */
  setUp(isUp) {
    if (this.isUp === isUp) return;
    this.isUp = isUp;
    this.onNetwork(isUp);
  }
}
