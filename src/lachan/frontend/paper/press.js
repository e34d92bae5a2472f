// From the form to a zip on the disk: which outputs, the class list, the making in steps that can
// be stopped, and the download.

/**
 * @import { JobJson } from "../wire"
 * @import { Typed } from "./form.js"
 * @import { Context } from "./maker.js"
 */
import { createChoices } from "../shared/choice.js";
import { createButton, fillIn, fillWith, focusOn, h, uid } from "../shared/dom.js";
import { createCheck, createFile, createText } from "./fields.js";
import { formatNumber, parseNumber, sumPart } from "./form.js";
import { readFile } from "../shared/work-link.js";
import { createNames } from "./names.js";
import { saveBlob } from "../shared/save-blob.js";

const most_upload_bytes = 700_000;

/** @param {Context} context */
export function createPress(context) {
  const { form, faults, texts } = context;
  const about = h("p", { class: "lc-paper-about", id: uid() });
  const notice = h("div", { role: "alert" });
  const run = createRun(context, notice);
  run.button.setAttribute("aria-describedby", about.id);
  const update = () => {
    about.textContent = tellWhatIsMade(form.get(), texts);
    run.update();
  };
  const save = async () => {
    tellNotice(notice, await context.link.ask({ type: "save", form: form.get() }));
    if (notice.textContent) return;
    const { name, text } = context.model.get("saved");
    saveBlob(new Blob([text], { type: "application/yaml" }), name);
  };
  /** @param {string} name */
  const at = (name) => ({ form, faults, path: [name], label: texts[`paper_field_${name}`] });
  const element = h(
    "section",
    { class: "lc-paper-press" },
    h("h2", {}, texts.paper_outputs),
    h("p", { class: "lc-small" }, texts.paper_outputs_note),
    createChoices(
      [
        createCheck({ ...at("word"), usual: true }),
        createCheck(at("style_large")),
        createCheck(at("style_dyslexia")),
      ],
      "lc-row",
    ),
    createRoster(context),
    createNames(context, at),
    h(
      "div",
      { class: "lc-paper-fields" },
      createText({ ...at("rows"), short: true, inputmode: "numeric", placeholder: "6" }),
      createText({ ...at("columns"), short: true, inputmode: "numeric", placeholder: "4" }),
    ),
    about,
    h(
      "div",
      { class: "lc-buttons" },
      run.button,
      run.stopper,
      createButton(texts.paper_save, "lc-quiet", save),
    ),
    notice,
    run.element,
  );
  update();
  return { element, update, close: run.close };
}

// What the button will make, by the form that it sends.
/**
 * @param {Typed} form
 * @param {Context["texts"]} texts
 */
function tellWhatIsMade({ title, parts, topics, codes, forms }, texts) {
  const own = String(codes ?? "")
    .split(/[\s,;]+/)
    .filter(Boolean).length;
  const items = parts.reduce((sum, part) => sum + sumPart(part, topics).items, 0);
  return fillIn(texts.paper_about, {
    title: String(title ?? "").trim() || texts.paper_untitled,
    parts: parts.length,
    items: formatNumber(items),
    forms: formatNumber(own || Math.floor(parseNumber(forms))),
  });
}

/** @param {Context} context */
function createRoster({ link, model, texts }) {
  const state = h("p", { role: "status" });
  const notice = h("div", { role: "alert" });
  const remove = createButton(texts.paper_roster_remove, "lc-quiet", () => send({ type: "roster" }));
  // The list stays with the kernel when another matrix is opened.
  const draw = () => {
    const roster = model.get("roster");
    const isThere = "name" in roster;
    state.textContent = isThere ? fillIn(texts.paper_roster_done, roster) : "";
    remove.hidden = !isThere;
  };
  /** @param {object} message */
  const send = async (message) => {
    tellNotice(notice, await link.ask(message));
    draw();
  };
  /** @param {File} file */
  const pick = async (file) => {
    if (file.size > most_upload_bytes) tellNotice(notice, texts.paper_upload_big);
    else await send({ type: "roster", name: file.name, data: await readFile(file) });
  };
  draw();
  return h(
    "div",
    { class: "lc-paper-roster" },
    createFile({
      label: texts.paper_roster,
      note: texts.paper_roster_note,
      accept: ".xlsx,.csv",
      onpick: pick,
    }),
    notice,
    state,
    remove,
  );
}

// Returns { button, stopper, element, update(), close() }; what goes wrong is told in `notice`.
/**
 * @param {Context} context
 * @param {HTMLElement} notice
 */
function createRun({ form, link, model, texts }, notice) {
  const status = h("p", { class: "lc-paper-progress", role: "status" });
  const meter = h("progress", { max: 1, value: 0, "aria-label": texts.paper_making, hidden: true });
  const stale = h("p", { class: "lc-notice", role: "status" });
  const result = h("div", {});
  /** @type {Promise<void> | null} */
  let running = null;
  let stopping = false;
  /** @type {string | null} */
  let made = null;
  /** @type {string | null} */
  let url = null;
  const forget = () => {
    if (url) URL.revokeObjectURL(url);
    url = null;
    made = null;
    stale.textContent = "";
    fillWith(result);
  };
  const start = () => {
    running ??= make().finally(() => {
      running = null;
    });
  };
  const make = async () => {
    forget();
    stopping = false;
    button.setAttribute("aria-disabled", "true");
    button.textContent = texts.paper_making;
    stopper.hidden = false;
    status.textContent = texts.paper_making;
    const asked = JSON.stringify(form.get());
    const problem = await work();
    tellNotice(notice, problem);
    if (!problem && !stopping) {
      made = asked;
      update();
    } else if (!problem) {
      status.textContent = texts.paper_stopped;
    }
    meter.hidden = true;
    if (document.activeElement === stopper) button.focus();
    stopper.hidden = true;
    button.setAttribute("aria-disabled", "false");
    button.textContent = texts.paper_make;
  };
  // Returns what went wrong. The kernel takes one message after the other, so between two steps
  // it hears that it should stop.
  const work = async () => {
    tellNotice(notice, "");
    let problem = await link.ask({ type: "make", form: form.get() });
    while (!problem && !stopping && !model.get("job").whole) {
      tellProgress(model.get("job"));
      problem = await link.ask({ type: "step" });
    }
    if (!problem && !stopping) problem = await fetchAll();
    if (problem || stopping) await link.ask({ type: "stop" });
    if (problem) status.textContent = "";
    return problem;
  };
  /** @param {JobJson} job */
  const tellProgress = ({ made: done, total, current }) => {
    if (total === 0) return;
    status.textContent = fillIn(texts.paper_progress, { made: done, total, current });
    if (meter.hidden) {
      meter.hidden = false;
      meter.scrollIntoView({ block: "nearest" });
    }
    meter.value = done / total;
  };
  const fetchAll = async () => {
    const job = model.get("job");
    const pieces = [];
    for (let start = 0; start < job.size && !stopping; ) {
      const problem = await link.ask({ type: "take", start });
      if (problem) return problem;
      const piece = model.get("piece");
      pieces.push(decode(piece.data));
      start += piece.length;
      status.textContent = fillIn(texts.paper_packing, { percent: Math.round((100 * start) / job.size) });
    }
    if (stopping) return "";
    url = URL.createObjectURL(new Blob(pieces, { type: "application/zip" }));
    const codes = job.codes.join(", ");
    status.textContent = fillIn(texts.paper_made, { ...job, count: job.codes.length, codes });
    showResult(job, url);
    return "";
  };
  /**
   * @param {JobJson} job
   * @param {string} href
   */
  const showResult = ({ name, size, total, fingerprint }, href) => {
    const megabytes = (size / 1_000_000).toLocaleString("vi-VN", {
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
    });
    const label = fillIn(texts.paper_download, { name, size: megabytes });
    const download = h("a", { class: "lc-button lc-primary", href, download: name }, label);
    fillWith(
      result,
      h("p", {}, download),
      h("p", {}, fillIn(texts.paper_made_files, { count: total })),
      h("p", { class: "lc-small" }, texts.paper_fingerprint, " ", h("code", {}, fingerprint)),
    );
    focusOn(download);
  };
  const update = () => {
    stale.textContent = made !== null && made !== JSON.stringify(form.get()) ? texts.paper_made_old : "";
  };
  const button = createButton(texts.paper_make, "lc-primary", start);
  const stopper = createButton(texts.paper_stop, "", () => {
    stopping = true;
  });
  stopper.hidden = true;
  // The kernel makes one paper at a time: the next one waits until this one has stopped.
  const close = async () => {
    stopping = true;
    await running;
    forget();
  };
  return { button, stopper, element: [status, meter, stale, result], update, close };
}

// Each line a paragraph; nothing at all where all went well.
/**
 * @param {HTMLElement} place
 * @param {string} text
 */
export function tellNotice(place, text) {
  const lines = text.split("\n").filter((line) => line.trim());
  fillWith(
    place,
    lines.length > 0 &&
      h(
        "div",
        { class: "lc-notice" },
        lines.map((line) => h("p", {}, line)),
      ),
  );
}

/** @param {string} text */
function decode(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
