// One question on the screen: its fields, what is wrong with it, a look at it, and where it goes.

/**
 * @import { AuthoringForm, NoteJson } from "../wire"
 * @import { Context } from "./writer.js"
 */
import { createButton, createSlowButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createSureButton } from "../shared/sure-button.js";
import { createBody } from "./body.js";
import { createCitations } from "./cite.js";
import { createArea, createGroup, createLine, createSelect, createWords } from "./fields.js";
import { createNote } from "./notes.js";
import { createPreview } from "./preview.js";
import { createRows, focusWithin } from "./rows.js";

const pause_ms = 350;

/**
 * @typedef {Omit<Context, "redraw" | "update" | "touch"> & {
 *   act: (message: object, done?: string) => Promise<boolean>,
 *   leave: (done: string) => unknown,
 *   tell: (text: string, kind?: string) => void,
 * }} Screen
 */

/** @param {Screen} screen */
export function createEditor({ act, leave, tell, ...shared }) {
  const { model, words, state, notes, link } = shared;
  const preview = createPreview({ ...shared, redraw() {}, update() {}, touch() {} });
  const heading = h("h2", { tabindex: -1 });
  const where = h("p", {});
  const fields = h("div", {});
  const rest = h("div", {});
  const sums = h("span", { role: "status" });
  const bar = h("p", { class: "lc-write-bar" }, sums);
  const buttons = h("div", { class: "lc-buttons" });
  const versions = h("div", {});
  /** @type {number | undefined} */
  let timer;
  let looking = false;
  let again = false;
  let closed = false;

  const form = () => state.get();
  const look = async () => {
    clearTimeout(timer);
    again = looking;
    if (looking || closed) return;
    looking = true;
    const problem = await link.ask({ type: "look", form: form() });
    looking = false;
    // What was asked of this question says nothing of the one that is on the screen now.
    if (closed) return;
    if (again) {
      await look();
      return;
    }
    if (problem) sums.textContent = problem;
    else showLook();
  };
  const showLook = () => {
    const told = model.get("look");
    if (!("notes" in told)) return;
    const lost = notes.show(told.notes);
    fillWith(
      rest,
      lost.map((note) => createNote(note, words)),
    );
    tellSums(told.notes);
    preview.update();
  };
  /** @param {NoteJson[]} all */
  const tellSums = (all) => {
    const count = (/** @type {NoteJson["kind"]} */ kind) => all.filter((note) => note.kind === kind).length;
    const errors = count("error");
    const others = { warnings: count("warning"), rereads: count("reread") };
    bar.dataset.state = errors > 0 ? "faults" : "ready";
    const first = errors > 0 ? fillIn(words.sum_errors, { errors }) : words.sum_ready;
    const more = others.warnings + others.rereads > 0 ? ` ${fillIn(words.sum_others, others)}` : "";
    sums.textContent = first + more;
  };
  /** @type {Context} */
  const context = {
    ...shared,
    redraw(field = "") {
      draw();
      look();
      const input = field && notes.findInput(field);
      if (input instanceof HTMLElement) focusWithin(input.closest("fieldset"));
    },
    update: look,
    touch(field) {
      notes.touch(field);
      showLook();
    },
  };
  const goToFirst = () => {
    const told = model.get("look");
    const first = "notes" in told && told.notes.find(({ kind }) => kind === "error");
    notes.askForAll();
    showLook();
    const input = first && notes.findInput(first.field);
    if (input instanceof HTMLElement) focusOn(input);
    else focusOn(heading);
  };
  const publish = async () => {
    notes.askForAll();
    await look();
    const told = model.get("look");
    const errors = "notes" in told ? told.notes.filter(({ kind }) => kind === "error") : [];
    if (errors.length > 0) {
      goToFirst();
      return;
    }
    await act({ type: "publish", form: form() }, words.done_publish);
  };
  const drawButtons = () => {
    const { draft, bank } = form();
    const id = state.readText(["id"]);
    const drop = async () => {
      const problem = await link.ask({ type: "drop", id });
      if (problem) tell(problem);
      else leave(words.done_drop);
    };
    fillWith(
      buttons,
      createSlowButton(words.save_draft, "", () => act({ type: "draft", form: form() }, words.done_draft)),
      createSlowButton(words.publish, "lc-primary", publish),
      bank &&
        createSureButton(words.withdraw, words.withdraw_sure, () =>
          act({ type: "withdraw", id }, words.done_withdraw),
        ),
      draft && createSureButton(words.drop, words.drop_sure, drop),
      createSureButton(words.leave, words.leave_sure, () => leave("")),
    );
  };
  const drawVersions = () => {
    const { draft, bank } = form();
    fillWith(versions, (draft || bank) && createVersions(context, act));
  };
  const draw = () => {
    notes.clear();
    heading.textContent = nameOf(form(), words);
    where.textContent = tellPlace(form(), context);
    fillWith(fields, createShared(context, act), createBody(context), createRest(context));
    drawButtons();
    drawVersions();
  };
  const element = [
    h(
      "section",
      { class: "lc-write-editor" },
      heading,
      where,
      fields,
      rest,
      bar,
      buttons,
      h(
        "p",
        { class: "lc-small" },
        words.buttons_note,
        " ",
        createButton(words.first_error, "lc-quiet", goToFirst),
      ),
    ),
    preview.element,
    versions,
  ];
  return {
    element,
    heading,
    draw() {
      draw();
      look();
    },
    changed() {
      clearTimeout(timer);
      timer = setTimeout(look, pause_ms);
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/**
 * @param {AuthoringForm} form
 * @param {Context["words"]} words
 */
function nameOf({ kit, bank, draft }, words) {
  if (bank || kit) return words.editing;
  return draft ? words.editing_draft : words.writing;
}

/**
 * @param {AuthoringForm} form
 * @param {Context} context
 */
function tellPlace({ band, topic, kit, bank, draft }, { menu, words }) {
  const known = menu.bands.find((each) => each.band === band);
  const title = known?.topics.find((each) => each.topic === topic)?.title ?? topic;
  const place = fillIn(words.place, { band: known?.label ?? band, topic: title });
  const now =
    bank && draft ? words.is_both : bank ? words.is_bank : draft ? words.is_draft : words.is_unsaved;
  return [place, kit && words.is_kit, now].filter(Boolean).join(" ");
}

/**
 * @param {Context} context
 * @param {Screen["act"]} act
 */
function createShared(context, act) {
  const { menu, state, words } = context;
  const { kit, band, topic } = state.get();
  const lesson = menu.bands.find((each) => each.band === band)?.topics.find((each) => each.topic === topic);
  const type = createSelect({
    context,
    path: ["type"],
    label: words.type,
    note: kit ? words.type_fixed : words.type_note,
    options: menu.types,
    onpick: (kind) => act({ type: "retype", form: state.get(), kind }, words.done_retype),
  });
  if (kit) type.querySelector("select")?.setAttribute("disabled", "");
  return [
    type,
    createSelect({ context, path: ["level"], label: words.level, options: menu.levels }),
    createSelect({
      context,
      path: ["objective"],
      label: words.objective,
      options: [{ value: "", label: words.objective_none }, ...(lesson?.objectives ?? [])],
    }),
    createArea({ context, path: ["stem"], label: words.stem, note: words.stem_note, rows: 3 }),
  ];
}

/** @param {Context} context */
function createRest(context) {
  const { menu, state, words } = context;
  const { kit, bank } = state.get();
  const uses = [
    { value: "", label: words.use_practice },
    { value: "contest", label: words.use_contest },
  ];
  return [
    createCitations(context),
    createLine({
      context,
      path: ["seconds"],
      label: words.seconds,
      note: words.seconds_note,
      inputmode: "numeric",
      short: true,
    }),
    h(
      "details",
      { class: "lc-write-details" },
      h("summary", {}, words.more),
      createLine({
        context,
        path: ["id"],
        label: words.id,
        note: kit || bank ? words.id_fixed : words.id_note,
        readonly: Boolean(kit || bank),
      }),
      createSelect({ context, path: ["use"], label: words.use, options: uses }),
      createSelect({
        context,
        path: ["sensitivity"],
        label: words.sensitivity,
        options: [{ value: "", label: words.choose }, ...menu.sensitivities],
      }),
      createWords({ context, path: ["grades"], label: words.grades, note: words.grades_note }),
      createWords({ context, path: ["enemies"], label: words.enemies, note: words.enemies_note }),
      createPicture(context),
      createOverrides(context),
    ),
  ];
}

/** @param {Context} context */
function createPicture(context) {
  const { state, words } = context;
  const { path: _, ...media } = { path: "", .../** @type {object} */ (state.read(["media"]) ?? {}) };
  if (!state.read(["media"])) {
    const add = () => {
      state.write(["media"], { path: "", alt: "", ...media });
      context.redraw("media.path");
    };
    return createButton(words.picture_add, "", add);
  }
  const drop = () => {
    state.write(["media"], null);
    context.redraw("seconds");
  };
  return createGroup(
    { context, path: ["media"], legend: words.picture },
    createLine({ context, path: ["media", "path"], label: words.picture_path, note: words.picture_note }),
    createArea({ context, path: ["media", "alt"], label: words.picture_alt, note: words.picture_alt_note }),
    createLine({ context, path: ["media", "credit"], label: words.picture_credit }),
    createButton(words.picture_drop, "lc-quiet", drop),
  );
}

/** @param {Context} context */
function createOverrides(context) {
  const { words } = context;
  return createGroup(
    { context, path: ["overrides"], legend: words.overrides },
    h("p", { class: "lc-small" }, words.overrides_note),
    createRows({
      context,
      path: ["overrides"],
      legend: words.override_title,
      least: 0,
      most: 5,
      add: words.override_add,
      blank: { rule: "", reason: "" },
      numbered: true,
      isNamed: false,
      draw: (path) => [
        createLine({ context, path: [...path, "rule"], label: words.override_rule, short: true }),
        createArea({ context, path: [...path, "reason"], label: words.override_reason }),
      ],
    }),
  );
}

/**
 * @param {Context} context
 * @param {Screen["act"]} act
 */
function createVersions({ model, state, words, link }, act) {
  const list = h("div", {});
  const load = async () => {
    if (!element.open) return;
    const problem = await link.ask({ type: "versions", id: state.readText(["id"]) });
    const found = model.get("versions");
    fillWith(
      list,
      problem ? h("p", {}, problem) : found.length === 0 && h("p", {}, words.versions_none),
      found.length > 0 &&
        h(
          "ul",
          { class: "lc-write-list" },
          found.map(({ name, when, shelf, stem }) =>
            h(
              "li",
              {},
              h("p", { class: "lc-small" }, h("strong", {}, when), ` ${words[`shelf_${shelf}`]}`),
              h("p", {}, stem || words.no_stem),
              createButton([words.restore, h("span", { class: "lc-unseen" }, ` ${when}`)], "lc-quiet", () =>
                act({ type: "restore", form: state.get(), name }, words.done_restore),
              ),
            ),
          ),
        ),
    );
  };
  const element = h(
    "details",
    { class: "lc-write-details", ontoggle: load },
    h("summary", {}, words.versions),
    list,
  );
  return element;
}
