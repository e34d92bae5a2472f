// What a pupil's phone shows at each moment of a live class.

/**
 * @import { FeedbackJson, ItemJson, OwnJson, PhoneJson } from "../wire"
 * @import { Given } from "../items/item.js"
 */
import { createButton, fillIn, h, uid } from "../shared/dom.js";
import { createReview } from "../items/feedback.js";
import { createFields } from "../items/item.js";

/**
 * What a phone shows; `say` and `complain` where somebody answers or joins.
 * @typedef {{
 *   element: HTMLElement,
 *   heading: HTMLElement,
 *   say?: (text: string) => void,
 *   complain?: (text: string) => void,
 * }} View
 */

// onJoin(code); `say(text)` tells what went wrong.
/** @param {{ texts: Record<string, string>, code: string, onJoin: (code: string) => void }} options */
export function createJoin({ texts, code, onJoin }) {
  const id = uid();
  const heading = h("h1", { tabindex: -1 }, texts.live_join_heading);
  const notice = h("p", { class: "lc-notice", role: "alert", id: uid() });
  const input = h("input", {
    id,
    type: "text",
    class: "lc-typed lc-live-typed-code",
    value: code,
    maxlength: 10,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-describedby": notice.id,
  });
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    notice.textContent = "";
    if (input.value.trim()) onJoin(input.value);
    else say(texts.live_bad_code);
  };
  /** @param {string} text */
  const say = (text) => {
    notice.textContent = text;
    input.focus();
  };
  const element = h(
    "form",
    { class: "lc-live-join", novalidate: true, onsubmit },
    heading,
    h("p", {}, texts.live_join_intro),
    h("label", { for: id }, texts.live_join_code),
    input,
    notice,
    h(
      "div",
      { class: "lc-buttons" },
      h("button", { type: "submit", class: "lc-button lc-primary" }, texts.live_join),
    ),
  );
  return { element, heading, say };
}

/**
 * @param {string} title
 * @param {...string} lines
 */
export function createMessage(title, ...lines) {
  const heading = h("h1", { tabindex: -1 }, title);
  const element = h(
    "div",
    { class: "lc-live-message" },
    heading,
    lines.map((line) => line && h("p", {}, line)),
  );
  return { element, heading };
}

// The open question; `onAnswer(response)` with each complete answer. An answer that was given
// before a reload stands in its place again.
/**
 * @param {{
 *   view: PhoneJson & { item: ItemJson },
 *   answer: unknown,
 *   texts: Record<string, string>,
 *   onAnswer: (response: Given) => void,
 * }} options
 * @returns {View}
 */
export function createAsked({ view, answer, texts, onAnswer }) {
  const { element: fields, control } = createFields({ item: view.item, texts, media: view.media });
  if (answer !== undefined && answer !== null) control.write(answer);
  const heading = createProgress(view, texts);
  const notice = h("p", { class: "lc-notice", role: "alert" });
  const status = h("p", { class: "lc-live-sent", role: "status" });
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    const missing = control.findMissing();
    notice.textContent = missing ? missing.message : "";
    if (missing) missing.element.focus();
    else onAnswer(control.read());
  };
  const oninput = () => {
    notice.textContent = "";
    if (status.textContent) status.textContent = texts.live_changed;
  };
  const form = h(
    "form",
    { class: "lc-question", novalidate: true, onsubmit, oninput },
    fields,
    notice,
    h(
      "div",
      { class: "lc-buttons" },
      h("button", { type: "submit", class: "lc-button lc-primary" }, texts.live_send),
    ),
    status,
  );
  return {
    element: h("div", {}, heading, form),
    heading,
    say(text) {
      status.textContent = text;
    },
    complain(text) {
      notice.textContent = text;
    },
  };
}

/** @param {{ view: PhoneJson, texts: Record<string, string> }} options */
export function createClosed({ view, texts }) {
  const heading = createProgress(view, texts);
  const given = view.answer !== null;
  const words = given ? texts.live_closed_given : texts.live_closed_none;
  const element = h(
    "div",
    { class: "lc-live-message" },
    heading,
    h("p", { class: "lc-big" }, texts.live_state_dong),
    h("p", {}, words),
  );
  return { element, heading };
}

/**
 * @param {{
 *   view: PhoneJson & { item: ItemJson },
 *   texts: Record<string, string>,
 * }} options
 */
export function createTold({ view, texts }) {
  const heading = createProgress(view, texts);
  const review = createReview({
    item: view.item,
    feedback: /** @type {FeedbackJson} */ (view.feedback),
    texts,
    media: view.media,
    level: 2,
  });
  return { element: h("div", {}, heading, review.element), heading };
}

/** @param {{ view: PhoneJson, texts: Record<string, string>, onOther: () => void }} options */
export function createDone({ view, texts, onOther }) {
  const { own, ended } = view;
  const words =
    !own || own.total === 0
      ? ""
      : fillIn(own.after === null ? texts.live_done_once : texts.live_done_rounds, own);
  const message = createMessage(texts.live_done, words, words && texts.live_done_note);
  if (ended) message.element.append(createButton(texts.live_other_code, "", onOther));
  return message;
}

/**
 * @param {PhoneJson} view
 * @param {Record<string, string>} texts
 */
function createProgress({ number, total }, texts) {
  return h("h1", { tabindex: -1, class: "lc-live-progress" }, fillIn(texts.progress, { number, total }));
}
