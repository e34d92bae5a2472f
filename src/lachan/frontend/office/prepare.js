// Before the day: who may enter, their codes, and the commitment to publish.

/**
 * @import { CardsJson, RosterLookJson } from "../wire"
 * @import { PartPlace } from "./contest.js"
 * @import { Fields } from "./fields.js"
 * @import { Fault } from "./link.js"
 */
import { createButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createFields, createInput } from "./fields.js";
import { saveFile } from "./link.js";
import { describePrivacy } from "./names.js";
import { createAskButton, createCard, createNotice, createRow, createTable, openAct } from "./parts.js";

// As many cards as one file holds; the kernel cuts there too.
const cards_a_file = 2000;

/** @param {PartPlace} place */
export function createPreparing(place) {
  const view = new Preparing(place);
  view.start();
  return view;
}

class Preparing {
  /** @param {PartPlace} place */
  constructor({ office, contest, hear }) {
    this.office = office;
    this.contest = contest;
    this.hear = hear;
    this.words = office.words;
    this.link = office.link;
    this.count = h("p", {});
    this.preview = h("div", {});
    this.cards = h("div", {});
    this.address = h("p", {});
    this.isRunning = contest.state !== "closed" && contest.state !== "cancelled";
    this.element = h(
      "div",
      { class: "lc-office-part" },
      this.createPrivacy(),
      createCard(
        this.words.people_heading,
        this.count,
        this.isRunning && [this.createAdding(), this.preview, this.cards, this.createAgain()],
      ),
      this.createCommitment(),
      createCard(this.words.address_heading, this.address),
    );
    this.hasUnsaved = false;
    /** @param {BeforeUnloadEvent} event */
    this.onLeave = (event) => {
      if (this.hasUnsaved) event.preventDefault();
    };
    window.addEventListener("beforeunload", this.onLeave);
  }

  dispose() {
    window.removeEventListener("beforeunload", this.onLeave);
  }

  async start() {
    await this.recount();
    const { address, cards, error } = await this.link.ask("cards", { slug: this.contest.slug });
    if (error) return;
    fillWith(
      this.address,
      address
        ? h("a", { href: address, target: "_blank", rel: "noopener" }, address)
        : this.words.address_none,
    );
    if (cards > 0) this.showCards({ cards, address });
  }

  async recount() {
    const { words, contest } = this;
    const told = await this.link.ask("look", { slug: contest.slug });
    if (told.error) return;
    this.hear(told.contest);
    fillWith(
      this.count,
      fillIn(words.people_count, told.total),
      contest.entry === "open" && ` ${words.people_open}`,
    );
  }

  // Names come after consent: the slip is handed out before a list is read.
  createPrivacy() {
    const { words, contest } = this;
    const { privacy } = contest;
    const notice = createNotice();
    const print = async () => saveFile(await this.link.ask("slip", { slug: contest.slug }), words);
    return createCard(
      words.privacy_heading,
      describePrivacy(privacy, words),
      privacy.names &&
        this.isRunning && [
          h("p", {}, words.slip_note),
          h("div", { class: "lc-buttons" }, createAskButton(words, words.slip, "", print, notice)),
          notice,
        ],
    );
  }

  createAdding() {
    const { words } = this;
    const fields = createFields();
    const file = createInput("file", { accept: ".xlsx,.csv" });
    const notice = createNotice();
    const read = async () => {
      fillWith(this.preview);
      const chosen = file.files?.[0];
      const held = chosen ? await this.link.upload("roster", chosen) : {};
      if (held.error) return this.blame(fields, held);
      const reply = await this.link.ask("read_roster", { slug: this.contest.slug });
      if (!chosen || reply.error) return this.blame(fields, reply);
      fields.showFaults();
      return this.showPreview(reply);
    };
    const number = createInput("number", { min: 1, max: 20000, value: 100 });
    const roster = [
      fields.add("roster", file, { label: words.roster, hint: words.roster_hint }),
      h("div", { class: "lc-buttons" }, createAskButton(words, words.roster_read, "", read, notice)),
    ];
    const codes = [
      fields.add("count", number, { label: words.codes_count }),
      h(
        "div",
        { class: "lc-buttons" },
        createButton(words.codes_add, "", () => this.openCodes(number, fields)),
      ),
    ];
    return h("div", {}, this.contest.entry === "codes" ? codes : roster, notice);
  }

  /**
   * @param {Fields} fields
   * @param {Fault} reply
   * @returns {Fault}
   */
  blame(fields, reply) {
    return fields.showFaults(reply.fields) ? {} : reply;
  }

  /**
   * @param {HTMLInputElement} number
   * @param {Fields} fields
   */
  openCodes(number, fields) {
    const { words } = this;
    openAct({
      root: this.office.root,
      words,
      title: words.codes_add,
      act: (values) =>
        this.link.ask("add_codes", { ...values, slug: this.contest.slug, count: number.value }),
      done: (reply) => this.take(reply),
    });
    fields.showFaults();
  }

  /** @param {RosterLookJson} look */
  showPreview({ count, rooms, groups, dropped, first }) {
    const { words } = this;
    const columns = ["number", "name", "class", "school", "room"].map((name) => ({
      title: words[`col_${name}`],
    }));
    const table = createTable(
      words.roster,
      columns,
      first.map((cells) => createRow(columns, cells)),
    );
    const add = createButton(fillIn(words.roster_add, { count }), "lc-primary", () =>
      openAct({
        root: this.office.root,
        words,
        title: fillIn(words.roster_add, { count }),
        act: (values) => this.link.ask("add_roster", { ...values, slug: this.contest.slug }),
        done: (reply) => {
          fillWith(this.preview);
          return this.take(reply);
        },
      }),
    );
    fillWith(
      this.preview,
      h("p", { role: "status" }, fillIn(words.roster_found, { count, rooms, groups })),
      dropped > 0 && h("p", { class: "lc-office-warning" }, fillIn(words.roster_dropped, { count: dropped })),
      table.element,
      h("div", { class: "lc-buttons" }, add),
    );
    return {};
  }

  /** @param {CardsJson} reply */
  take(reply) {
    this.hasUnsaved = true;
    this.showCards(reply);
    this.recount();
    return null;
  }

  /** @param {CardsJson} held */
  showCards({ cards, address }) {
    const { words, contest } = this;
    const fields = createFields();
    const input = createInput("url", { value: address, spellcheck: "false" });
    const notice = createNotice();
    /** @param {number} start */
    const print = (start) => async () =>
      saveFile(
        await this.link.ask("print_cards", { slug: contest.slug, address: input.value, start }),
        words,
      );
    const list = async () => {
      const saved = saveFile(await this.link.ask("list_codes", { slug: contest.slug }), words);
      if (!saved.error) this.hasUnsaved = false;
      return saved;
    };
    const starts = Array.from(
      { length: Math.ceil(cards / cards_a_file) },
      (_, index) => index * cards_a_file,
    );
    /** @param {number} start */
    const name = (start) =>
      starts.length === 1
        ? words.cards_print
        : fillIn(words.cards_print_part, { first: start + 1, last: Math.min(cards, start + cards_a_file) });
    fillWith(
      this.cards,
      h(
        "section",
        { class: "lc-office-cards" },
        h("h3", {}, words.cards_heading),
        h("p", { role: "status" }, fillIn(words.cards_held, { cards })),
        fields.add("address", input, { label: words.cards_address, hint: words.cards_address_hint }),
        isLocal(address) && h("p", { class: "lc-office-warning" }, words.cards_local),
        h(
          "div",
          { class: "lc-buttons" },
          starts.map((start) => createAskButton(words, name(start), "lc-primary", print(start), notice)),
          createAskButton(words, words.cards_list, "lc-primary", list, notice),
        ),
        notice,
      ),
    );
  }

  createAgain() {
    const { words, contest } = this;
    const fields = createFields();
    const file = createInput("file", { accept: ".xlsx" });
    const notice = createNotice();
    const load = async () => {
      const chosen = file.files?.[0];
      const held = chosen ? await this.link.upload("codes", chosen) : {};
      if (held.error) return this.blame(fields, held);
      const reply = await this.link.ask("load_codes", { slug: contest.slug });
      if (reply.error) return this.blame(fields, reply);
      fields.showFaults();
      this.showCards(reply);
      return {};
    };
    const renew = createButton(words.renew_unused, "", () =>
      openAct({
        root: this.office.root,
        words,
        title: words.renew_unused,
        note: words.renew_unused_note,
        reason: true,
        act: (values) => this.link.ask("renew_unused", { ...values, slug: contest.slug }),
        done: (reply) => this.take(reply),
      }),
    );
    return h(
      "details",
      {},
      h("summary", {}, words.codes_again),
      fields.add("codes", file, { label: words.codes }),
      h("div", { class: "lc-buttons" }, createAskButton(words, words.codes_load, "", load, notice)),
      notice,
      h("p", {}, words.renew_unused_note),
      h("div", { class: "lc-buttons" }, renew),
    );
  }

  createCommitment() {
    const { words, contest } = this;
    const copy = createButton(words.copy, "", async () => {
      try {
        await navigator.clipboard.writeText(contest.commitment);
        copy.textContent = words.copied;
      } catch {
        // Browsers allow it over HTTPS only; the code can be marked by hand.
        window.getSelection()?.selectAllChildren(code);
      }
    });
    const code = h("code", { class: "lc-office-code" }, contest.commitment);
    return createCard(
      words.commit_heading,
      h("p", {}, words.commit_note),
      h("p", {}, code),
      h("div", { class: "lc-buttons" }, copy),
    );
  }
}

// Such a name means every machine to itself.
/** @param {string} address */
function isLocal(address) {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
}
