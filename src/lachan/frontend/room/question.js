// One question of a contest: fields without a button, whose answer is read as it stands.

/**
 * @import { ItemJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Given } from "../items/item.js"
 */
import { createButton, focusOn, h, uid } from "../shared/dom.js";
import { createFields } from "../items/item.js";

/**
 * @typedef {(value: unknown, isTyped: boolean) => void} OnChange
 *
 * @typedef {{
 *   element: HTMLElement,
 *   read: () => unknown,
 *   write: (value: unknown) => void,
 *   state: () => "empty" | "part" | "done",
 *   lock: (isLocked: boolean) => void,
 *   focus: () => void,
 * }} Sheet
 */

// What the shared controls say where they speak of a button that a contest does not have.
/**
 * @param {Record<string, string>} texts
 * @returns {Record<string, string>}
 */
export function roomTexts(texts) {
  return {
    ...texts,
    hint_scenario: texts.room_hint_scenario,
    hint_chat: texts.room_hint_chat,
    hint_ordering: texts.room_hint_ordering,
    scene_done: texts.room_scene_done,
    missing_choice: texts.room_missing_scene_choice,
  };
}

// `onChange(value, isTyped)` gets every change; a cleared answer is null. `read` gives the
// answer as it is sent, `state` how far it goes.
/**
 * @param {{
 *   item: ItemJson,
 *   texts: Record<string, string>,
 *   media: Media,
 *   onChange: OnChange,
 * }} options
 * @returns {Sheet}
 */
export function createSheet({ item, texts, media, onChange }) {
  const { element: fields, control } = createFields({ item, texts, media });
  const isOrdering = item.type === "ordering";
  const isTyped = ["short_answer", "short_text", "essay"].includes(item.type);
  // The steps stand in some order from the start; it is no answer until somebody says so.
  let isTouched = !isOrdering;
  const keep = isOrdering && createButton(texts.room_keep_order, "", () => touch());

  const read = () => {
    if (!isTouched) return null;
    if (item.type === "scenario" && control.findMissing()) return null;
    return dropEmpty(control.read());
  };
  const state = () => {
    if (read() === null) return "empty";
    return control.findMissing() ? "part" : "done";
  };
  const touch = () => {
    isTouched = true;
    if (keep) keep.hidden = true;
    onChange(read(), isTyped);
  };
  /** @param {unknown} value */
  const write = (value) => {
    if (value === null || value === undefined) return;
    isTouched = true;
    if (keep) keep.hidden = true;
    control.write(value);
  };

  fields.addEventListener("input", touch);
  const element = h("div", { class: "lc-room-fields" }, fields, keep);
  /** @param {boolean} isLocked */
  const lock = (isLocked) => {
    fields.disabled = isLocked;
    if (keep) keep.disabled = isLocked;
  };
  return { element, read, write, state, lock, focus: () => control.focus() };
}

// The prediction is saved like an answer: how many entrants will have everything right.
/**
 * @param {{ texts: Record<string, string>, onChange: OnChange }} options
 * @returns {Sheet}
 */
export function createPrediction({ texts, onChange }) {
  const id = uid();
  const input = h("input", {
    id,
    type: "text",
    inputmode: "numeric",
    maxlength: 9,
    autocomplete: "off",
    class: "lc-typed",
  });
  const read = () => (/^\d{1,8}$/.test(input.value.trim()) ? Number(input.value.trim()) : null);
  const fields = h(
    "fieldset",
    {},
    h("legend", {}, texts.room_prediction_stem),
    h("p", { class: "lc-hint", id: `${id}-hint` }, texts.room_prediction_hint),
    h("label", { for: id }, texts.room_prediction_label),
    h("span", { class: "lc-typed-row" }, input, h("span", {}, texts.room_people)),
  );
  input.setAttribute("aria-describedby", `${id}-hint`);
  fields.addEventListener("input", () => onChange(read(), true));
  return {
    element: h("div", { class: "lc-room-fields lc-text-box" }, fields),
    read,
    write(value) {
      input.value = String(value ?? "");
    },
    state: () => (read() === null ? "empty" : "done"),
    lock(isLocked) {
      fields.disabled = isLocked;
    },
    focus: () => focusOn(input),
  };
}

/** @param {Given} value */
function dropEmpty(value) {
  if (value === undefined || value === "" || value === null) return null;
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  const given = Object.entries(value).filter(([, part]) => part !== undefined && part !== "");
  return given.length === 0 ? null : Object.fromEntries(given);
}
