// After the door: the rules, a trial question, and the button that starts the clock.

/**
 * @import { ContestView, ItemJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { RoomSession } from "./session.js"
 */
import { createSlowButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createReview } from "../items/feedback.js";
import { formatInstant } from "../shared/time.js";
import { createFacts, createPrivacy, whoFacts } from "./parts.js";
import { createSheet, roomTexts } from "./question.js";
import { renderBlocks } from "../shared/rich.js";

/** @param {{ session: RoomSession, texts: Record<string, string> }} options */
export function createRules({ session, texts }) {
  const { contest } = session;
  const heading = h("h1", { tabindex: -1 }, contest.title);
  const state = h("p", { class: "lc-room-state", role: "status" });
  const notice = h("p", { class: "lc-notice", role: "status" });
  const start = createSlowButton(texts.room_start, "lc-primary", () => session.start());
  const trial = h("div", { class: "lc-room-trial" });
  const leave = createSlowButton(texts.room_leave, "lc-quiet", () => session.leave());
  const tryOut = createSlowButton(texts.room_trial, "", async () => {
    const item = contest.practice;
    if (!item) return;
    const media = await session.findPictures([item]);
    fillWith(trial, createTrial({ item, session, texts, media }));
    focusOn(trial.querySelector("h2") ?? trial);
  });
  const element = h(
    "section",
    { class: "lc-card" },
    heading,
    session.ownCode && createOwnCode(session.ownCode, texts),
    createFacts(findFacts(session, texts)),
    h("h2", {}, texts.room_rules),
    renderBlocks(contest.rules, { shift: 2 }),
    h("p", {}, texts.room_promise),
    state,
    notice,
    h("div", { class: "lc-buttons" }, start, contest.practice && tryOut, leave),
    trial,
    createPrivacy(contest, texts),
    createSeal(contest, texts),
  );
  const update = () => {
    const { can_start: canStart, contest: now } = session.attempt;
    start.hidden = !canStart;
    const opens = formatInstant(now.opens_at, texts);
    state.textContent = canStart ? "" : fillIn(texts[`room_state_${now.state}`], { opens });
    notice.textContent = session.notice;
  };
  return { element, heading, update };
}

/**
 * @param {RoomSession} session
 * @param {Record<string, string>} texts
 * @returns {([string, Child] | false)[]}
 */
function findFacts({ contest, attempt }, texts) {
  const left = attempt.attempts_left;
  return [
    ...whoFacts(attempt, texts),
    [texts.room_fact_items, fillIn(texts.room_count_items, { count: contest.item_count })],
    [texts.room_fact_time, fillIn(texts.room_count_minutes, { count: contest.minutes })],
    [texts.room_fact_attempts, left === null ? texts.room_no_limit : String(left)],
    [texts.room_fact_closes, formatInstant(contest.closes_at, texts)],
  ];
}

/**
 * @param {string} code
 * @param {Record<string, string>} texts
 */
function createOwnCode(code, texts) {
  return h(
    "div",
    { class: "lc-own-code" },
    h("p", {}, texts.room_own_code),
    h("p", { class: "lc-code" }, code),
    h("p", {}, texts.room_own_code_keep),
  );
}

// The trial question is answered like the others and explained at once.
/**
 * @param {{
 *   item: ItemJson,
 *   session: RoomSession,
 *   texts: Record<string, string>,
 *   media: Record<string, string>,
 * }} options
 * @returns {Child[]}
 */
function createTrial({ item, session, texts, media }) {
  const notice = h("p", { class: "lc-notice", role: "status" });
  const onChange = () => {
    notice.textContent = "";
  };
  const sheet = createSheet({ item, texts: roomTexts(texts), media, onChange });
  const review = h("div", {});
  const check = createSlowButton(texts.room_trial_check, "lc-primary", async () => {
    const value = sheet.read();
    notice.textContent = value === null ? texts.room_trial_missing : "";
    if (value === null) return sheet.focus();
    const feedback = await session.tryPractice(value);
    if (!feedback) return null;
    const shown = createReview({ item, feedback, texts, media, level: 3 });
    fillWith(review, shown.element);
    return focusOn(shown.heading);
  });
  return [
    h("h2", { tabindex: -1 }, texts.room_trial),
    h("p", {}, texts.room_trial_intro),
    h("div", { class: "lc-question" }, sheet.element),
    notice,
    h("div", { class: "lc-buttons" }, check),
    review,
  ];
}

/**
 * @param {ContestView} contest
 * @param {Record<string, string>} texts
 */
function createSeal({ key_commitment: seal }, texts) {
  if (!seal) return null;
  return h(
    "details",
    { class: "lc-seal" },
    h("summary", {}, texts.room_seal),
    h("p", {}, texts.room_seal_why),
    h("p", { class: "lc-code lc-code-long" }, seal),
  );
}
