// After submitting: the receipt, and what the contest reveals.

/**
 * @import { AttemptView, ContestView, FeedbackJson, Receipt, ResultView } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { RoomSession } from "./session.js"
 */
import { createSlowButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createReview } from "../items/feedback.js";
import { formatInstant, formatTime } from "../shared/time.js";
import { createFacts, whoFacts } from "./parts.js";

const shown_digits = 12;

/** @param {{ session: RoomSession, texts: Record<string, string> }} options */
export function createReceipt({ session, texts }) {
  const heading = h("h1", { tabindex: -1 }, texts.room_receipt);
  const body = h("div", {});
  const element = h("section", { class: "lc-card lc-room-receipt" }, heading, body);
  let shown = "";
  const update = () => {
    const { result, attempt, contest } = session;
    const key = JSON.stringify([result, attempt.can_start, contest.state, contest.message, session.notice]);
    if (key === shown) return;
    shown = key;
    fillWith(body, createBody(session, texts));
  };
  return { element, heading, update };
}

/**
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 * @returns {Child[]}
 */
function createBody(session, texts) {
  const { result, attempt, contest, lateCount } = session;
  const { receipt } = result;
  const why = receipt.submitted_by !== "contestant" && texts[`room_submitted_by_${receipt.submitted_by}`];
  return [
    session.notice && h("p", { class: "lc-notice", role: "status" }, session.notice),
    why && h("p", {}, why),
    lateCount > 0 && h("p", { class: "lc-notice" }, fillIn(texts.room_late, { count: lateCount })),
    contest.message && h("p", { class: "lc-banner" }, fillIn(texts.room_message, contest)),
    createFacts(findFacts(receipt, session, texts)),
    h("p", { class: "lc-small" }, texts.room_receipt_keep),
    createOutcome(result, contest, texts),
    h(
      "div",
      { class: "lc-buttons" },
      attempt.can_start && createSlowButton(texts.room_again, "lc-primary", () => session.start()),
      createSlowButton(texts.room_leave, "", () => session.leave()),
    ),
    createReasons(result, session, texts),
  ];
}

/**
 * @param {Receipt} receipt
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 * @returns {([string, Child] | false)[]}
 */
function findFacts(receipt, { attempt, contest }, texts) {
  return [
    [texts.room_fact_contest, contest.title],
    ...whoFacts(attempt, texts),
    [texts.room_fact_submitted, formatInstant(receipt.submitted_at, texts)],
    [texts.room_fact_used, formatTime(receipt.time_used_s)],
    [texts.room_fact_answered, `${receipt.answered}/${receipt.item_count}`],
    receipt.prediction !== null && [texts.room_prediction, String(receipt.prediction)],
    [texts.room_fact_code, h("span", { class: "lc-code" }, formatCode(receipt.fingerprint))],
  ];
}

/** @param {string} fingerprint */
function formatCode(fingerprint) {
  return fingerprint
    .slice(0, shown_digits)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * @param {ResultView} result
 * @param {ContestView} contest
 * @param {Record<string, string>} texts
 */
function createOutcome(result, contest, texts) {
  const { correct, score, maximum, place, tied, prize, distance, reveal } = result;
  const isClosed = contest.state === "closed";
  /** @param {string | null} value */
  const points = (value) => String(value).replace(".", ",");
  return h(
    "div",
    { class: "lc-room-outcome" },
    correct !== null &&
      h("p", { class: "lc-big" }, fillIn(texts.room_correct, { correct, total: result.receipt.item_count })),
    score !== null &&
      h("p", {}, fillIn(texts.room_score, { score: points(score), maximum: points(maximum) })),
    distance !== null && h("p", {}, fillIn(texts.room_distance, { distance })),
    place !== null && h("p", {}, fillIn(tied ? texts.room_place_tied : texts.room_place, { place })),
    prize && h("p", { class: "lc-big" }, prize),
    correct === null && h("p", {}, texts.room_result_later),
    reveal === "reasons" && !isClosed && h("p", {}, texts.room_reasons_later),
  );
}

/**
 * @param {ResultView} result
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 * @returns {Child}
 */
function createReasons({ items, feedback }, session, texts) {
  if (feedback.length === 0) return null;
  const byItem = new Map(feedback.map((each) => [each.item, each]));
  const total = items.length;
  return [
    h("h2", {}, texts.room_reasons),
    items.map((item, index) =>
      h(
        "details",
        { class: "lc-room-reason" },
        h("summary", {}, fillIn(texts.room_question, { number: index + 1, total })),
        createReview({
          item,
          feedback: /** @type {FeedbackJson} */ (byItem.get(item.id)),
          texts,
          media: session.media,
          level: 3,
        }).element,
      ),
    ),
  ];
}
