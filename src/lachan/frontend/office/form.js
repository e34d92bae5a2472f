// Declaring a contest. What was typed stays on this machine until the contest has been made.

/**
 * @import { ContestOptionsJson, PlannedJson } from "../wire"
 * @import { Attributes, Child } from "../shared/dom.js"
 * @import { Values } from "./fields.js"
 * @import { Fault, Said } from "./link.js"
 * @import { Office } from "./office.js"
 */
import { createButton, fillWith, focusOn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { dropDraft, keepDraft, readDraft } from "./draft.js";
import { createFields, createInput, createSelect, createTextArea } from "./fields.js";
import { createNamesPart } from "./names.js";
import { createAskButton, createNotice } from "./parts.js";
import { createPrizes, createRanking } from "./ranking.js";
import { createSummary } from "./summary.js";
import { createSureButton } from "../shared/sure-button.js";

/**
 * @param {Office} office
 * @param {ContestOptionsJson} options
 */
export function createContestForm(office, options) {
  return new ContestForm(office, options).view();
}

class ContestForm {
  /**
   * @param {Office} office
   * @param {ContestOptionsJson} options
   */
  constructor(office, options) {
    this.office = office;
    this.words = office.words;
    this.options = options;
    this.fields = createFields();
    /** @type {Record<string, File | undefined>} */
    this.files = {};
    this.draft = readDraft(this.words);
    this.heading = h("h1", { tabindex: -1 }, this.words.form_heading);
    this.notice = createNotice();
    this.summary = h("div", {});
  }

  view() {
    const { words, office } = this;
    const clear = createSureButton(words.form_clear, words.form_clear_sure, () => {
      dropDraft();
      office.openForm();
    });
    const review = createAskButton(words, words.review, "lc-primary", () => this.review(), this.notice);
    const onchange = () => this.keep();
    const form = h(
      "form",
      {
        class: "lc-office-form",
        novalidate: true,
        oninput: onchange,
        onchange,
        onsubmit: (event) => event.preventDefault(),
      },
      this.createAbout(),
      this.createPaper(),
      this.createTime(),
      this.createEntrants(),
      this.createNames(),
      this.createRankingPart(),
      this.createAfter(),
      this.notice,
      h("div", { class: "lc-buttons" }, review, clear),
    );
    const element = h(
      "div",
      {},
      createButton([createIcon("back"), words.back], "lc-quiet lc-back", () => office.openList()),
      this.heading,
      h("p", { class: "lc-lead" }, words.form_intro),
      form,
      this.summary,
    );
    return { element, heading: this.heading };
  }

  keep() {
    // A changed form must be looked at again before anything is made.
    fillWith(this.summary);
    keepDraft(this.fields.values());
  }

  /**
   * @param {string} title
   * @param {...Child} children
   */
  part(title, ...children) {
    return h("section", { class: "lc-card" }, h("h2", {}, title), children);
  }

  /** @param {string} name */
  recall(name) {
    return String(this.draft[name] ?? "");
  }

  /**
   * @param {string} name
   * @param {string} type
   * @param {Attributes} attributes
   */
  input(name, type, attributes = {}, hint = "") {
    const value = this.recall(name);
    return this.fields.add(name, createInput(type, { value, ...attributes }), {
      label: this.words[name],
      hint,
    });
  }

  /**
   * @param {string} name
   * @param {string[]} values
   */
  select(name, values) {
    const rows = values.map((value) => ({ value, label: this.words[`${name}_${value}`] }));
    return this.fields.add(name, createSelect(rows, this.recall(name)), { label: this.words[name] });
  }

  /**
   * @param {string} name
   * @param {string[]} values
   * @param {(value: string) => void} [onpick]
   */
  radios(name, values, onpick) {
    const { words } = this;
    const rows = values.map((value) => ({
      value,
      label: words[`${name}_${value}`],
      note: words[`${name}_${value}_note`],
    }));
    return this.fields.addRadios(name, words[name], rows, this.recall(name), onpick);
  }

  createAbout() {
    const { words } = this;
    const rules = createTextArea(8, {}, this.recall("rules"));
    return this.part(
      words.form_about,
      this.input("title", "text", { maxlength: 200 }),
      this.fields.add("rules", rules, { label: words.rules, hint: words.rules_hint }),
      this.input(
        "slug",
        "text",
        { maxlength: 80, autocapitalize: "none", spellcheck: "false" },
        words.slug_hint,
      ),
    );
  }

  createPaper() {
    const { words, options } = this;
    const rows = options.blueprints.map(({ slug, title }) => ({ value: slug, label: title }));
    const fromBlueprint = h(
      "div",
      {},
      this.fields.add("blueprint", createSelect(rows, this.recall("blueprint")), { label: words.blueprint }),
      this.input("forms", "number", { min: 1, max: 24 }, words.forms_hint),
    );
    const fromFiles = h(
      "div",
      {},
      ["manifest", "items"].map((name) => this.createFile(name)),
    );
    /** @param {string} source */
    const pick = (source) => {
      fromBlueprint.hidden = source !== "blueprint";
      fromFiles.hidden = source !== "files";
    };
    pick(this.recall("source"));
    const trial = [
      { value: "", label: words.practice_none },
      ...options.practice.map(({ id, text }) => ({ value: id, label: text })),
    ];
    return this.part(
      words.form_paper,
      this.radios("source", ["blueprint", "files"], pick),
      fromBlueprint,
      fromFiles,
      this.fields.add("practice", createSelect(trial, this.recall("practice")), {
        label: words.practice,
        hint: words.practice_hint,
      }),
    );
  }

  /** @param {string} name */
  createFile(name) {
    const input = createInput("file", { accept: ".json,application/json" });
    input.addEventListener("change", () => {
      this.files[name] = input.files?.[0];
    });
    return this.fields.add(name, input, { label: this.words[name] });
  }

  createTime() {
    const { words } = this;
    return this.part(
      words.form_time,
      h(
        "div",
        { class: "lc-office-row" },
        this.input("opens", "datetime-local"),
        this.input("closes", "datetime-local", {}, words.closes_hint),
        this.input("minutes", "number", { min: 1, max: 300 }),
      ),
    );
  }

  createEntrants() {
    const { words } = this;
    return this.part(
      words.form_entrants,
      this.radios("entry", ["roster", "codes", "open"]),
      h(
        "div",
        { class: "lc-office-row" },
        this.input("attempts", "number", { min: 0, max: 100 }, words.attempts_hint),
        this.select("counted", ["best", "first", "last"]),
        this.select("group_by", ["none", "class", "school"]),
      ),
    );
  }

  createNames() {
    const { words, fields, draft } = this;
    /** @param {string} name */
    const recall = (name) => this.recall(name);
    return this.part(words.form_names, createNamesPart({ words, fields, isAsked: !!draft.names, recall }));
  }

  createRankingPart() {
    const { words, draft, options } = this;
    const onchange = () => this.keep();
    const ranking = createRanking({ words, names: options.rank_keys, chosen: draft.ranking, onchange });
    const prizes = createPrizes({ words, prizes: draft.prizes, onchange });
    const box = createInput("checkbox", {
      checked: draft.prediction,
      onchange: () => ranking.askPrediction(box.checked),
    });
    const asked = this.fields.add("prediction", box, {
      label: words.prediction,
      hint: words.prediction_hint,
    });
    ranking.askPrediction(box.checked);
    const order = this.createGroup("ranking", ranking);
    const least = this.input("prize_minimum", "text", { inputmode: "decimal" }, words.prize_minimum_hint);
    return this.part(words.form_ranking, asked, order, this.createGroup("prizes", prizes), least);
  }

  /**
   * @param {string} name
   * @param {{ element: HTMLElement, read: () => unknown }} group
   */
  createGroup(name, { element, read }) {
    const { words } = this;
    const group = h(
      "fieldset",
      {},
      h("legend", {}, words[name]),
      h("p", { class: "lc-hint" }, words[`${name}_hint`]),
      element,
    );
    return this.fields.addGroup(name, group, read);
  }

  createAfter() {
    return this.part(this.words.form_after, this.radios("reveal", ["nothing", "score", "reasons"]));
  }

  /** @returns {Promise<Said>} */
  async review() {
    const { link } = this.office;
    const values = this.fields.values();
    if (values.source === "files") {
      for (const name of ["manifest", "items"]) {
        const file = this.files[name];
        if (!file) continue;
        const held = await link.upload(name, file);
        if (held.error) return this.blame(held);
      }
    }
    const reply = await link.ask("check", values);
    if (reply.error) return this.blame(reply);
    this.fields.showFaults();
    this.showSummary(values, reply);
    return {};
  }

  /**
   * @param {Fault} reply
   * @returns {Said}
   */
  blame(reply) {
    return this.fields.showFaults(reply.fields) ? { said: reply.error } : reply;
  }

  /**
   * @param {Values} values
   * @param {PlannedJson} planned
   */
  showSummary(values, planned) {
    const summary = createSummary(this.office, values, planned, () => {
      fillWith(this.summary);
      focusOn(this.heading);
    });
    fillWith(this.summary, summary.element);
    focusOn(summary.heading);
  }
}
