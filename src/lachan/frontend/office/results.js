// After the contest: close it, look at the ranking, take the files, print certificates.

/**
 * @import { OutcomeJson, RankedJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { PartPlace } from "./contest.js"
 * @import { Column } from "./parts.js"
 */
import { createButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createFields, createInput } from "./fields.js";
import { saveFile } from "./link.js";
import {
  createAskButton,
  createCard,
  createNotice,
  createRow,
  createTable,
  describeFault,
  openAct,
} from "./parts.js";

/**
 * A column of the ranking; `read` gives a row's cell.
 * @typedef {Column & { read: (row: RankedJson) => Child }} RankColumn
 */

/** @param {PartPlace} place */
export function createResults(place) {
  const results = new Results(place);
  results.start();
  return results;
}

class Results {
  /** @param {PartPlace} place */
  constructor({ office, contest, hear }) {
    this.office = office;
    this.contest = contest;
    this.hear = hear;
    this.words = office.words;
    this.link = office.link;
    this.table = h("section", {});
    this.notice = createNotice();
    this.body = h("div", { class: "lc-office-part" });
    this.element = h("div", {}, this.notice, this.body);
  }

  async start() {
    const { slug } = this.contest;
    const { contest, error } = await this.link.ask("look", { slug });
    if (error) {
      this.notice.textContent = error;
      return;
    }
    this.contest = contest;
    this.hear(contest);
    if (contest.state === "closed") await this.load(0);
    else fillWith(this.body, this.createClosing());
  }

  createClosing() {
    const { words, contest, office } = this;
    if (contest.state === "cancelled") return h("p", {}, words.is_cancelled);
    if (!office.rights.direct) return h("p", {}, words.close_wait);
    const isOver = contest.state === "over";
    const note = isOver ? words.close_over : words.close_early_note;
    const open = () =>
      openAct({
        root: office.root,
        words,
        title: isOver ? words.close : words.close_now,
        note,
        reason: !isOver,
        act: (values) => this.link.ask("close", { ...values, slug: contest.slug, at_once: !isOver }),
        done: () => void this.start(),
      });
    const button = createButton(isOver ? words.close : words.close_now, isOver ? "lc-primary" : "", open);
    return createCard(
      words.close_heading,
      h("p", {}, isOver ? words.close_over : words.close_wait),
      h("div", { class: "lc-buttons" }, button),
    );
  }

  /** @param {number} start */
  async load(start) {
    const told = await this.link.ask("outcome", { slug: this.contest.slug, start });
    this.notice.textContent = told.error ? describeFault(told) : "";
    if (told.error) return;
    this.table = h("section", {});
    fillWith(
      this.body,
      createCard(this.words.files_heading, this.createSummary(told), this.createFiles()),
      this.table,
      this.createGroups(told),
      this.createShares(),
      this.office.rights.data && told.entrants > 0 && this.createCertificates(),
    );
    this.drawTable(told);
  }

  /** @param {OutcomeJson} told */
  createSummary({ entrants, all_correct }) {
    const { words } = this;
    if (entrants === 0) return h("p", {}, words.result_nobody);
    return h("p", {}, fillIn(words.result_line, { entrants, all_correct }));
  }

  createFiles() {
    const { words, office } = this;
    const notice = createNotice();
    /** @param {"results" | "bundle"} name */
    const take = (name) => async () =>
      saveFile(await this.link.ask(name, { slug: this.contest.slug }), words);
    return [
      office.rights.data && [
        h("p", {}, createAskButton(words, words.results_file, "lc-primary", take("results"), notice)),
        h("p", { class: "lc-small" }, words.results_note),
      ],
      h("p", {}, createAskButton(words, words.bundle_file, "", take("bundle"), notice)),
      h("p", { class: "lc-small" }, words.bundle_note),
      h(
        "p",
        { class: "lc-small" },
        words.commit_heading,
        ": ",
        h("code", { class: "lc-office-code" }, this.contest.commitment),
      ),
      notice,
    ];
  }

  /** @param {OutcomeJson} told */
  drawTable(told) {
    const { words } = this;
    if (told.entrants === 0) return;
    const columns = this.nameColumns(told);
    const rows = told.rows.map((row) =>
      createRow(
        columns,
        columns.map(({ read }) => read(row)),
      ),
    );
    const { start, entrants } = told;
    const page = told.rows.length;
    /** @param {number} by */
    const turn = (by) => async () => {
      const next = await this.link.ask("outcome", { slug: this.contest.slug, start: start + by });
      if (next.error) {
        this.notice.textContent = describeFault(next);
        return;
      }
      this.drawTable(next);
      focusOn(this.table.querySelector("h2") ?? this.table);
    };
    const isPart = page < entrants;
    fillWith(
      this.table,
      h("h2", { tabindex: -1 }, words.ranking_heading),
      h("p", {}, fillIn(words.result_rule, { keys: told.keys.join(" \u2192 ") })),
      told.minimum !== "" && h("p", {}, fillIn(words.result_minimum, told)),
      isPart &&
        h(
          "p",
          { class: "lc-small", role: "status" },
          fillIn(words.rows_shown, { first: start + 1, last: start + page, total: entrants }),
        ),
      createTable(words.ranking_heading, columns, rows).element,
      isPart &&
        h(
          "div",
          { class: "lc-buttons" },
          start > 0 && createButton(words.rows_before, "", turn(-Math.min(start, 100))),
          start + page < entrants && createButton(words.rows_after, "", turn(page)),
        ),
    );
  }

  /**
   * @param {OutcomeJson} told
   * @returns {RankColumn[]}
   */
  nameColumns({ named, prediction }) {
    const { words } = this;
    /**
     * @param {keyof RankedJson} name
     * @param {string} [kind]
     * @param {RankColumn["read"]} [read]
     */
    const column = (name, kind, read = (row) => row[name]) => ({ title: words[`col_${name}`], kind, read });
    const who = named
      ? [
          column("number"),
          column("name", "wide", (row) => row.name || row.pseudonym),
          column("class"),
          column("school", "wide"),
        ]
      : [column("pseudonym")];
    const guess = prediction
      ? [column("prediction", "number", say("prediction")), column("distance", "number", say("distance"))]
      : [];
    return [
      column("place", "", ({ place, tied }) => (tied ? fillIn(words.tied, { place }) : String(place))),
      ...who,
      column("correct", "number"),
      column("score", "number"),
      ...guess,
      column("time", "number"),
      column("submitted", "number lc-narrow"),
      {
        title: words.col_decided,
        kind: "narrow",
        read: (/** @type {RankedJson} */ row) => row.decided_by,
      },
      column("prize", "narrow"),
    ];
  }

  /** @param {OutcomeJson} told */
  createGroups({ groups, prizes }) {
    const { words } = this;
    if (groups.length === 0) return null;
    const columns = [
      { title: words.group, kind: "wide" },
      ...[
        words.col_size_place,
        words.col_entrants,
        words.col_prize_place,
        ...prizes,
        words.col_all_correct,
      ].map((title) => ({ title, kind: "number" })),
    ];
    const rows = groups.map((group) =>
      createRow(
        columns,
        [
          group.name,
          group.size_place,
          group.entrants,
          group.prize_place,
          ...group.prizes,
          group.all_correct,
        ].map(String),
      ),
    );
    return h(
      "section",
      {},
      h("h2", {}, words.groups_result),
      createTable(words.groups_result, columns, rows).element,
    );
  }

  createShares() {
    const { words } = this;
    const notice = createNotice();
    const place = h("div", {});
    const columns = [
      { title: words.col_item, kind: "wide" },
      ...[words.col_asked, words.col_answered, words.col_right, words.col_share].map((title) => ({
        title,
        kind: "number",
      })),
    ];
    const load = async () => {
      const told = await this.link.ask("shares", { slug: this.contest.slug });
      if (told.error) return told;
      const sorted = told.items.toSorted((a, b) => (a.percent ?? 101) - (b.percent ?? 101));
      const rows = sorted.map(({ stem, asked, answered, correct, percent }) =>
        createRow(
          columns,
          [stem, asked, answered, correct, percent === null ? "" : `${percent}%`].map(String),
        ),
      );
      fillWith(
        place,
        h("p", { class: "lc-small" }, words.items_note),
        createTable(words.items_heading, columns, rows).element,
      );
      return {};
    };
    return h(
      "section",
      {},
      h("h2", {}, words.items_heading),
      h("div", { class: "lc-buttons" }, createAskButton(words, words.items_show, "", load, notice)),
      notice,
      place,
    );
  }

  createCertificates() {
    const { words, office } = this;
    const fields = createFields();
    const notice = createNotice();
    /** @param {boolean} word */
    const take = (word) => async () => {
      const asked = { ...fields.values(), word, slug: this.contest.slug };
      const reply = await this.link.ask("certificates", asked);
      if (reply.error) return fields.showFaults(reply.fields) ? {} : reply;
      fields.showFaults();
      return saveFile(reply, words);
    };
    /**
     * @param {string} name
     * @param {string} type
     */
    const input = (name, type, value = "") =>
      fields.add(name, createInput(type, { value, maxlength: 300 }), { label: words[name] });
    return createCard(
      words.certificates_heading,
      h("p", {}, words.certificates_hint),
      h(
        "div",
        { class: "lc-office-row" },
        input("authority", "text"),
        input("organiser", "text", office.school),
        input("place", "text"),
        input("signed_on", "date"),
        input("signer", "text", words.signer_default),
        input("signer_title", "text"),
        input("signer_name", "text"),
      ),
      fields.add("everyone", createInput("checkbox"), { label: words.everyone }),
      notice,
      h(
        "div",
        { class: "lc-buttons" },
        createAskButton(words, words.certificates_print, "lc-primary", take(false), notice),
        createAskButton(words, words.certificates_word, "", take(true), notice),
      ),
    );
  }
}

/**
 * @param {"prediction" | "distance"} name
 * @returns {RankColumn["read"]}
 */
function say(name) {
  return (row) => (row[name] === null ? "" : String(row[name]));
}
