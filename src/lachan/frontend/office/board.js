// The day: numbers, rooms, groups, people, and what can be done.

/**
 * @import { ContestJson, CountsJson, LookedJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { PartPlace } from "./contest.js"
 * @import { Column } from "./parts.js"
 */
import { createButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createActs } from "./acts.js";
import { createFields, createInput, createSelect } from "./fields.js";
import { createNotice, createRow, createTable, describeFault, formatLeft } from "./parts.js";
import { createSeats } from "./seats.js";
import { createWall } from "./wall.js";

/**
 * What the board of people is made of.
 * @typedef {ReturnType<Board["createPeople"]>} People
 */

const tick_ms = 2000;
/** @type {(keyof CountsJson)[]} */
const counted = ["listed", "entered", "working", "submitted"];
const seat_states = ["absent", "entered", "working", "paused", "submitted", "withdrawn"];
const running = ["upcoming", "open", "paused", "over"];

/** @param {PartPlace} place */
export function createBoard(place) {
  const board = new Board(place);
  board.start();
  return board;
}

class Board {
  /** @param {PartPlace} place */
  constructor({ office, contest, hear }) {
    this.office = office;
    this.contest = contest;
    this.hear = hear;
    this.words = office.words;
    this.isGone = false;
    const { rights } = office;
    this.acts = createActs({ office, contest, changed: () => void this.look() });
    this.notice = createNotice();
    this.time = h("p", { class: "lc-office-time" });
    this.numbers = h("dl", { class: "lc-office-numbers" });
    this.buttons = h("div", { class: "lc-office-acts" });
    this.message = h("p", {});
    this.rooms = h("section", {});
    this.groups = h("section", {});
    this.wall = createWall({ office, contest });
    /** @type {People | null} */
    this.people = rights.people ? this.createPeople() : null;
    this.element = h(
      "div",
      { class: "lc-office-part" },
      this.wall.element,
      h(
        "div",
        { class: "lc-card" },
        this.time,
        this.numbers,
        this.message,
        h("div", { class: "lc-buttons" }, this.wall.home, this.buttons),
        this.notice,
      ),
      this.rooms,
      this.groups,
      this.people?.element,
    );
  }

  start() {
    this.look();
    // A page that nobody sees needs no news, and one that waits for an answer gets it first.
    this.timer = setInterval(() => !document.hidden && !this.office.link.isBusy() && this.look(), tick_ms);
  }

  dispose() {
    this.isGone = true;
    clearInterval(this.timer);
    this.wall.dispose();
  }

  async look() {
    const { contest, office } = this;
    const told = await office.link.ask("look", {
      slug: contest.slug,
      seats: office.rights.people,
      ...this.people?.filters.values(),
    });
    if (this.isGone) return;
    this.notice.textContent = told.error ? describeFault(told) : "";
    if (!told.error) this.draw(told);
  }

  /** @param {LookedJson} told */
  draw(told) {
    const { words } = this;
    this.hear(told.contest);
    this.time.textContent = describeTime(told.contest, words);
    fillWith(
      this.numbers,
      counted.map((name) =>
        h("div", {}, h("dd", {}, String(told.total[name])), h("dt", {}, words[`count_${name}`])),
      ),
    );
    fillWith(this.message, told.contest.message && fillIn(words.message_now, { text: told.contest.message }));
    this.drawButtons(told);
    this.drawRooms(told);
    this.drawGroups(told);
    this.wall.draw(told);
    if (this.people) this.drawPeople(this.people, told);
  }

  // Drawn anew only when something changed: a focused button must not vanish.
  /**
   * @param {HTMLElement} element
   * @param {string} key
   * @param {() => Child} make
   */
  redraw(element, key, make) {
    if (element.dataset.shown === key) return;
    element.dataset.shown = key;
    fillWith(element, make());
  }

  /** @param {LookedJson} told */
  drawButtons({ contest, paused }) {
    const { words, acts, office } = this;
    const isRunning = running.includes(contest.state);
    this.redraw(
      this.buttons,
      JSON.stringify([contest.state, paused, contest.message, contest.closes]),
      () => [
        isRunning &&
          office.rights.direct && [
            paused
              ? createButton(words.resume_all, "lc-primary", () => acts.resume(""))
              : createButton(words.pause_all, "", () => acts.pause("")),
            createButton(words.message_all, "", () => acts.message(contest.message)),
            createButton(words.move_closing, "", () => acts.moveClosing(contest)),
            createButton(words.cancel, "lc-quiet", () => acts.cancel()),
          ],
      ],
    );
  }

  /** @param {LookedJson} told */
  drawRooms({ rooms, contest }) {
    const { words, acts, office } = this;
    const canAct = office.rights.help && running.includes(contest.state);
    this.redraw(this.rooms, JSON.stringify([rooms, canAct]), () => {
      if (rooms.length === 0) return [];
      const columns = this.countColumns(words.col_room, canAct);
      const rows = rooms.map(({ name, paused, ...counts }) => {
        const act = paused ? acts.resume : acts.pause;
        const button = createButton(
          paused ? words.resume_room_short : words.pause_room_short,
          "lc-quiet",
          () => act(name),
        );
        button.setAttribute(
          "aria-label",
          fillIn(paused ? words.resume_room : words.pause_room, { room: name }),
        );
        return createRow(columns, [
          name,
          ...counted.map((each) => counts[each]),
          ...(canAct ? [button] : []),
        ]);
      });
      return [h("h2", {}, words.rooms_heading), createTable(words.rooms_heading, columns, rows).element];
    });
  }

  /** @param {LookedJson} told */
  drawGroups({ groups }) {
    const { words } = this;
    this.redraw(this.groups, JSON.stringify(groups), () => {
      if (groups.length === 0) return [];
      const columns = this.countColumns(words.group, false);
      const rows = groups.map((group) =>
        createRow(columns, [group.name, ...counted.map((each) => group[each])]),
      );
      const table = createTable(words.groups_heading, columns, rows).element;
      return h("details", {}, h("summary", {}, words.groups_heading), table);
    });
  }

  /**
   * @param {string} first
   * @param {boolean | undefined} canAct
   * @returns {Column[]}
   */
  countColumns(first, canAct) {
    const { words } = this;
    const numbers = counted.map((name) => ({ title: words[`count_${name}`], kind: "number" }));
    return [{ title: first, kind: "wide" }, ...numbers, ...(canAct ? [{ title: words.col_action }] : [])];
  }

  createPeople() {
    const { words, acts, office, contest } = this;
    const every = { value: "", label: words.all };
    const look = () => this.look();
    const filters = createFields();
    const room = createSelect([every], "", { onchange: look });
    const roomField = filters.add("room", room, { label: words.filter_room });
    const states = seat_states.map((value) => ({ value, label: words[`seat_${value}`] }));
    const count = h("p", { class: "lc-small", role: "status" });
    const handle = office.rights.help && running.includes(contest.state) ? acts.handle : null;
    const seats = createSeats({ words, itemCount: contest.item_count, handle });
    const element = h(
      "section",
      {},
      h("h2", {}, words.seats_heading),
      h(
        "div",
        { class: "lc-office-row" },
        filters.add("query", createInput("search", { oninput: look }), { label: words.filter_query }),
        roomField,
        filters.add("state", createSelect([every, ...states], "", { onchange: look }), {
          label: words.filter_state,
        }),
      ),
      count,
      seats.element,
    );
    return { element, filters, room, roomField, count, seats };
  }

  /**
   * @param {People} people
   * @param {LookedJson} told
   */
  drawPeople({ room, roomField, count, seats: table }, { seats, hidden, crowded, rooms }) {
    const { words } = this;
    this.redraw(room, JSON.stringify(rooms.map(({ name }) => name)), () => {
      const current = room.value;
      return ["", ...rooms.map(({ name }) => name)].map((value) =>
        h("option", { value, selected: value === current }, value || words.all),
      );
    });
    roomField.hidden = rooms.length === 0;
    table.show(seats);
    table.element.hidden = seats.length === 0;
    const whole = fillIn(words.seat_count, { count: seats.length + hidden });
    const more = hidden > 0 ? fillIn(words.seat_hidden, { shown: seats.length, hidden }) : "";
    const said = crowded ? words.seat_crowded : seats.length === 0 ? words.seat_none : more || whole;
    if (count.textContent !== said) count.textContent = said;
  }
}

/**
 * @param {ContestJson} contest
 * @param {Record<string, string>} words
 */
export function describeTime({ state, left_s }, words) {
  const time = formatLeft(left_s, words);
  if (state === "upcoming") return fillIn(words.opens_in, { time });
  if (state === "open") return fillIn(words.closes_in, { time });
  return words[`is_${state}`];
}
