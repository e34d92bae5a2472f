// Pieces of the office's screens: tables, times, and the dialog that every act goes through.

/**
 * @import { ContestState, OfficeFaultJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Fields, Values } from "./fields.js"
 * @import { Said } from "./link.js"
 */
import { createButton, createSlowButton, fillIn, fillWith, h, uid } from "../shared/dom.js";
import { keep, readKept } from "../shared/kept.js";
import { createFields, createInput, createTextArea } from "./fields.js";

/**
 * A column of a table; a "number" stands to the right, a "wide" one may wrap.
 * @typedef {{ title: string, kind?: string }} Column
 */

const who_key = "lachan-office-who";

// Whoever acts is asked each time; the last name is only filled in.
/** @returns {string} */
export function lastWho() {
  return String(readKept("sessionStorage", who_key) ?? "");
}

/** @param {string} name */
export function keepWho(name) {
  keep("sessionStorage", who_key, name);
}

// `columns` are { title, kind }; kind "number" aligns to the right, "wide" may wrap.
/**
 * @param {string} caption
 * @param {Column[]} columns
 * @param {Child[]} rows
 */
export function createTable(caption, columns, rows) {
  const head = h(
    "tr",
    {},
    columns.map(({ title, kind }) => h("th", { scope: "col", class: kind && `lc-${kind}` }, title)),
  );
  const body = h("tbody", {}, rows);
  const table = h(
    "table",
    { class: "lc-office-table" },
    h("caption", { class: "lc-unseen" }, caption),
    h("thead", {}, head),
    body,
  );
  // A wide table scrolls by itself, and so must be reached by keyboard.
  const element = h("div", { class: "lc-table", role: "region", "aria-label": caption, tabindex: 0 }, table);
  return { element, body };
}

/**
 * @param {Column[]} columns
 * @param {Child[]} cells
 */
export function createRow(columns, cells) {
  return h(
    "tr",
    {},
    cells.map((cell, index) => h("td", { class: columns[index].kind && `lc-${columns[index].kind}` }, cell)),
  );
}

// 02:03 below an hour, 1:02:03 below a day, and then the days as well.
/**
 * @param {number} seconds
 * @param {Record<string, string>} words
 * @returns {string}
 */
export function formatLeft(seconds, words) {
  const whole = Math.max(0, Math.ceil(seconds));
  const days = Math.floor(whole / 86_400);
  if (days > 0) return fillIn(words.days, { days, time: formatLeft(whole % 86_400, words) });
  const hours = Math.floor(whole / 3600);
  const rest = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
  return hours > 0 ? `${hours}:${rest.join(":")}` : rest.join(":");
}

// A dialog for one act. `build(fields)` gives its own fields; `act(values)` asks the kernel, and
// `done(reply)` may give what to show instead of closing.
/**
 * @template {Partial<OfficeFaultJson>} Reply
 * @param {{
 *   root: HTMLElement,
 *   words: Record<string, string>,
 *   title: string,
 *   note?: string,
 *   build?: (fields: Fields) => Child,
 *   reason?: boolean,
 *   submit?: string,
 *   act: (values: Values) => Promise<Reply>,
 *   done?: (reply: Reply) => Child | void,
 * }} options
 */
export function openAct({
  root,
  words,
  title,
  note,
  build = () => [],
  reason = false,
  submit,
  act,
  done = () => null,
}) {
  const fields = createFields();
  const headingId = uid();
  const notice = h("p", { class: "lc-notice", role: "alert" });
  const send = h("button", { type: "submit", class: "lc-button lc-primary" }, submit ?? words.do_it);
  const own = build(fields);
  const who = fields.add("who", createInput("text", { value: lastWho(), maxlength: 100 }), {
    label: words.who,
    hint: words.who_hint,
  });
  const why = reason && fields.add("reason", createTextArea(2, { maxlength: 500 }), { label: words.reason });
  /** @param {SubmitEvent} event */
  const onsubmit = async (event) => {
    event.preventDefault();
    if (send.getAttribute("aria-disabled")) return;
    send.setAttribute("aria-disabled", "true");
    notice.textContent = words.working;
    const values = fields.values();
    keepWho(String(values.who));
    const reply = await act(values);
    send.removeAttribute("aria-disabled");
    notice.textContent = reply.error && !fields.showFaults(reply.fields) ? describeFault(reply) : "";
    if (reply.error) return;
    const more = done(reply);
    if (more)
      fillWith(
        dialog,
        h("h2", { id: headingId }, title),
        more,
        h(
          "div",
          { class: "lc-buttons" },
          createButton(words.close_dialog, "lc-primary", () => dialog.close()),
        ),
      );
    else dialog.close();
  };
  const stop = createButton(words.stop, "", () => dialog.close());
  const form = h(
    "form",
    { novalidate: true, onsubmit },
    h("h2", { id: headingId }, title),
    note && h("p", {}, note),
    own,
    why,
    who,
    notice,
    h("div", { class: "lc-buttons" }, send, stop),
  );
  /** @type {HTMLDialogElement} */
  const dialog = h(
    "dialog",
    { class: "lc-dialog", "aria-labelledby": headingId, onclose: () => dialog.remove() },
    form,
  );
  root.append(dialog);
  dialog.showModal();
  return dialog;
}

// An error in words; faults of fields that the form does not show are told as well.
/** @param {Partial<OfficeFaultJson>} fault */
export function describeFault({ error, fields }) {
  return fields ? Object.values(fields).join(" ") : (error ?? "");
}

// A button that asks the kernel, and what it is told beside it.
/**
 * @param {Record<string, string>} words
 * @param {string} text
 * @param {string} kind
 * @param {() => Promise<Said | void>} run
 * @param {HTMLElement} notice
 */
export function createAskButton(words, text, kind, run, notice) {
  return createSlowButton(text, kind, async () => {
    notice.textContent = words.working;
    const reply = await run();
    notice.textContent = reply?.error ? describeFault(reply) : (reply?.said ?? "");
  });
}

export function createNotice() {
  return h("p", { class: "lc-notice", role: "status" });
}

/**
 * @param {string} title
 * @param {...Child} children
 */
export function createCard(title, ...children) {
  return h("section", { class: "lc-card" }, h("h2", {}, title), children);
}

/**
 * @param {Record<string, string>} words
 * @param {ContestState} state
 */
export function sayState(words, state) {
  return h("span", { class: `lc-office-state lc-office-${state}` }, words[`state_${state}`]);
}
