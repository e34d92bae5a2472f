// What staff do on the day, each through the dialog that asks who and why.

/**
 * @import { ContestJson, NewCodeJson, SeatJson, SeatState } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Fields } from "./fields.js"
 * @import { Office } from "./office.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createInput, createSelect, createTextArea } from "./fields.js";
import { openAct } from "./parts.js";

/**
 * @typedef {{
 *   kind: string,
 *   values?: object,
 *   title: string,
 *   note?: string,
 *   reason?: boolean,
 *   submit?: string,
 *   build?: (fields: Fields) => Child,
 * }} Wish
 *
 * @typedef {ReturnType<typeof createActs>} Acts
 */

/** @param {{ office: Office, contest: ContestJson, changed: () => void }} options */
export function createActs({ office, contest, changed }) {
  const { words, link, root } = office;
  const slug = contest.slug;
  /** @param {Wish} wish */
  const open = ({ kind, values, ...more }) =>
    openAct({
      root,
      words,
      done: () => changed(),
      act: (typed) => link.ask("act", { slug, act: kind, ...values, ...typed }),
      ...more,
    });

  /** @param {string} room */
  const pause = (room) => {
    const title = room ? fillIn(words.pause_room, { room }) : words.pause_all;
    open({
      kind: "pause",
      values: { room },
      title,
      note: room ? words.pause_room_note : words.pause_note,
      reason: true,
    });
  };
  /** @param {string} room */
  const resume = (room) => {
    const title = room ? fillIn(words.resume_room, { room }) : words.resume_all;
    open({ kind: "resume", values: { room }, title });
  };
  /** @param {string} current */
  const message = (current) =>
    open({
      kind: "message",
      title: words.message_all,
      submit: words.message_send,
      build: (fields) =>
        fields.add("text", createTextArea(3, { maxlength: 500 }, current), {
          label: words.message_text,
          hint: words.message_hint,
        }),
    });
  /** @param {ContestJson} told */
  const moveClosing = ({ closes, closes_local }) =>
    open({
      kind: "move_closing",
      title: words.move_closing,
      note: fillIn(words.move_closing_note, { closes }),
      reason: true,
      build: (fields) =>
        fields.add("closes", createInput("datetime-local", { value: closes_local }), {
          label: words.new_closes,
        }),
    });
  const cancel = () => open({ kind: "cancel", title: words.cancel, note: words.cancel_note, reason: true });

  // For one person: what can be done depends on where their attempt stands.
  /** @param {SeatJson} seat */
  const handle = (seat) => {
    const kinds = kindsFor(seat.state);
    const name = seat.name || seat.number || seat.pseudonym;
    const minutes = createInput("number", { value: 5, min: 0, max: 240 });
    const note = h("p", { class: "lc-hint" });
    /** @type {Record<string, string | undefined>} */
    const labels = { extend: words.extend_minutes, reopen: words.reopen_minutes };
    /**
     * @param {HTMLElement} part
     * @param {string} kind
     */
    const pick = (part, kind) => {
      part.hidden = kind === "renew_code";
      note.textContent = kind === "renew_code" ? words.renew_code_note : "";
      const label = part.querySelector("label");
      if (label) label.textContent = labels[kind] ?? "";
    };
    const choose = createSelect(
      kinds.map((value) => ({ value, label: words[value] })),
      kinds[0],
    );
    openAct({
      root,
      words,
      title: fillIn(words.handle_one, { name }),
      reason: true,
      build: (fields) => {
        const part = fields.add("minutes", minutes, { label: words.extend_minutes });
        choose.addEventListener("change", () => pick(part, choose.value));
        pick(part, kinds[0]);
        return [fields.add("act", choose, { label: words.action }), note, part];
      },
      act: (values) => link.ask("act", { slug, person: seat.pseudonym, ...values }),
      done: ({ code }) => {
        changed();
        return (
          code && [
            h("p", {}, words.new_code),
            h("p", { class: "lc-office-big-code" }, code),
            h("p", {}, words.new_code_note),
          ]
        );
      },
    });
  };
  return { pause, resume, message, moveClosing, cancel, handle };
}

/** @param {SeatState} state */
function kindsFor(state) {
  if (state === "submitted") return ["reopen", "renew_code"];
  return state === "working" || state === "paused" ? ["extend", "renew_code"] : ["renew_code"];
}
