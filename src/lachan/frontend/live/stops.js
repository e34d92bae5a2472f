// What a class sees at each stop of its room: how to come in, the question, the lesson, the result.

/**
 * @import { ItemJson, LiveClassState, RoomJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 * @import { Counted } from "./hands.js"
 */
import { createReview } from "../items/feedback.js";
import { fillIn, h } from "../shared/dom.js";
import { createHelp } from "../shared/help.js";
import { keepWhole } from "../shared/pager.js";
import { createAnswer } from "./answer.js";
import { createHandForm } from "./hands.js";
import { createDownload, createKeep } from "./keep.js";
import { createReadOnly, createStem } from "./question.js";
import { createLiveResult } from "./result.js";

// Where a teacher opens the way in for the class's devices.
const network_href = "../../lachan/mang-lop";
const day_ms = 86_400_000;
// A long question is set as small as this before it is split, with its chart and its answer.
const least_scale = 0.4;

/**
 * What stands on the screen and changes while the class answers.
 * @typedef {{
 *   model: Model<LiveClassState>,
 *   numbers: HTMLElement,
 *   chart: HTMLElement,
 *   beliefs: HTMLElement,
 * }} Shown
 */

/** @param {Shown} shown */
export function createLobby({ model, numbers }) {
  const texts = model.get("texts");
  const { code, shown, qr } = model.get("invitation");
  const without = h("p", { class: "lc-small" }, texts.live_hands_lobby);
  if (!shown) {
    return [
      h("p", { class: "lc-live-note" }, texts.live_local_only),
      h("p", {}, h("a", { class: "lc-button", href: network_href, target: "_blank" }, texts.live_let_in)),
      without,
      numbers,
    ];
  }
  const steps = h(
    "ol",
    {},
    h("li", {}, texts.live_step_wifi),
    h("li", {}, texts.live_step_scan, h("strong", { class: "lc-live-address" }, shown)),
    h("li", {}, texts.live_step_code, h("strong", { class: "lc-live-big-code" }, code)),
  );
  const picture = h("img", { class: "lc-live-qr", src: qr, alt: fillIn(texts.live_qr, { code }) });
  const lobby = h("div", { class: "lc-live-lobby" }, picture, h("div", {}, steps, numbers, without));
  return keepWhole(lobby, least_scale);
}

/** @param {Shown} shown */
export function createLessonStop({ model }) {
  const texts = model.get("texts");
  const { title, href } = model.get("room").lesson;
  const text = fillIn(texts.live_lesson_link, { title });
  return [
    h("p", { class: "lc-lead" }, texts.live_lesson_note),
    href && h("p", {}, h("a", { class: "lc-button", href, target: "_blank" }, text)),
  ];
}

/** @param {Shown} shown */
export function createResultStop({ model }) {
  const texts = model.get("texts");
  const room = model.get("room");
  const { code, kept_until, opened_at } = room;
  const days = Math.round((Date.parse(kept_until) - Date.parse(opened_at)) / day_ms);
  return [
    createLiveResult({ room, texts }),
    h(
      "div",
      { class: "lc-buttons lc-live-keeping" },
      createDownload(model, code),
      createKeep({ model, code, days, until: kept_until }),
    ),
    createHelp({ help: model.get("help"), texts, level: 2 }),
  ];
}

// The question as far as it is: to read, with its chart, or with its answer and then the reasons.
/**
 * @param {Shown} shown
 * @returns {Child}
 */
export function createQuestionStop({ model, numbers, chart, beliefs }) {
  const texts = model.get("texts");
  const media = model.get("media");
  const { item, state, round, feedback } = model.get("room");
  if (!item) return h("p", { class: "lc-live-note" }, texts.live_withdrawn);
  const stem = createStem(item, media);
  const choices = () => createReadOnly(item, texts, media);
  if (state === "mo") return createSight(stem, choices(), numbers, chart);
  if (round === "truoc") {
    return createSight(stem, choices(), numbers, h("p", { class: "lc-live-note" }, texts.live_before_note));
  }
  if (state === "dong" || !feedback) return createSight(stem, numbers, chart);
  const review = createReview({ item, feedback, texts, media, level: 2 });
  return [
    createSight(stem, chart, createAnswer({ item, feedback, texts, media })),
    h("div", { class: "lc-new-sheet" }, keepWhole(beliefs, least_scale), review.element),
  ];
}

// The question with a field for each number of hands.
/**
 * @param {{
 *   model: Model<LiveClassState>,
 *   item: ItemJson,
 *   hands: NonNullable<RoomJson["hands"]>,
 *   onsend: (counted: Counted) => unknown,
 *   onleave: () => unknown,
 * }} options
 */
export function createCounting({ model, item, hands, onsend, onleave }) {
  const texts = model.get("texts");
  const media = model.get("media");
  const form = createHandForm({ hands, texts, media, onsend, onleave });
  const choices = hands.asks_right && createReadOnly(item, texts, media);
  return { element: createSight(createStem(item, media), choices, form.element), focus: form.focus };
}

// What is read at one glance.
/** @param {...Child} children */
function createSight(...children) {
  return keepWhole(h("div", { class: "lc-live-sight" }, ...children), least_scale);
}
