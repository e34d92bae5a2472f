// Choosing what to practise: for whom, which topic, how many questions.

/**
 * @import { Band, BandJson, PracticeState } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 * @import { Wish } from "../shared/wish.js"
 */
import { fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createRadios } from "../shared/radios.js";
import { findWish } from "../shared/wish.js";

/**
 * @typedef {Wish & { length: number }} PracticeWish
 */

const lengths = [5, 10, 15];

// onStart({ band, topic, length }) with length 0 for all questions.
/** @param {{ model: Model<PracticeState>, onStart: (wish: PracticeWish) => void }} options */
export function createChooser({ model, onStart }) {
  const texts = model.get("texts");
  const menu = model.get("menu");
  const bands = menu.map(({ band, label }) => ({ value: band, label }));
  /** @type {PracticeWish} */
  const wish = { ...findWish(menu), length: 5 };
  // What leaves no choice is chosen.
  wish.band ??= only(bands);
  const topics = h("div", {});
  const sizes = h("div", {});

  /** @param {string | undefined} topic */
  const pickTopic = (topic) => {
    wish.topic = topic;
    const found = findTopic(menu, wish);
    const options = found ? lengthOptions(found.count, texts) : [];
    if (found && !options.some(({ value }) => value === wish.length)) wish.length = options[0].value;
    /** @param {number} value */
    const onpick = (value) => {
      wish.length = value;
    };
    fillWith(
      sizes,
      found && createRadios({ legend: texts.choose_length, options, current: wish.length, onpick }),
    );
  };
  /** @param {Band | undefined} band */
  const pickBand = (band) => {
    wish.band = band;
    const found = menu.find((entry) => entry.band === band);
    const options = (found?.topics ?? []).map((topic) => ({
      value: topic.topic,
      label: topic.title,
      note: fillIn(texts.question_count, { count: topic.count }),
    }));
    if (!options.some(({ value }) => value === wish.topic)) wish.topic = only(options);
    const radios = { legend: texts.choose_topic, options, current: wish.topic, onpick: pickTopic, kind: "" };
    fillWith(topics, found && createRadios(radios));
    pickTopic(wish.topic);
  };
  pickBand(wish.band);

  return createForm({ texts, menu, wish, onStart }, [
    createRadios({ legend: texts.choose_band, options: bands, current: wish.band, onpick: pickBand }),
    topics,
    sizes,
  ]);
}

/**
 * @param {{
 *   texts: Record<string, string>,
 *   menu: BandJson[],
 *   wish: PracticeWish,
 *   onStart: (wish: PracticeWish) => void,
 * }} options
 * @param {Child[]} groups
 */
function createForm({ texts, menu, wish, onStart }, groups) {
  const heading = h("h1", { tabindex: -1 }, texts.practice_heading);
  const notice = h("p", { class: "lc-notice", role: "status" });
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    const missing = wish.band ? (wish.topic ? "" : texts.missing_topic) : texts.missing_band;
    notice.textContent = missing;
    if (missing) focusOn(form.querySelector("fieldset:not(:has(:checked)) input") ?? form);
    else onStart({ ...wish });
  };
  const form = h(
    "form",
    { novalidate: true, onsubmit, oninput: () => (notice.textContent = "") },
    groups,
    notice,
    h(
      "div",
      { class: "lc-buttons" },
      h("button", { type: "submit", class: "lc-button lc-primary" }, texts.start),
    ),
  );
  const element = h(
    "div",
    { class: "lc-chooser" },
    heading,
    h("p", { class: "lc-lead" }, texts.practice_intro),
    menu.length > 0 ? form : h("p", {}, texts.no_items),
  );
  return { element, heading };
}

/**
 * @param {number} count
 * @param {Record<string, string>} texts
 */
function lengthOptions(count, texts) {
  const some = lengths
    .filter((length) => length < count)
    .map((length) => ({ value: length, label: fillIn(texts.length_some, { length }) }));
  return [...some, { value: 0, label: fillIn(texts.length_all, { count }) }];
}

/**
 * @param {BandJson[]} menu
 * @param {Wish} wish
 */
function findTopic(menu, { band, topic }) {
  return menu.find((entry) => entry.band === band)?.topics.find((known) => known.topic === topic);
}

/**
 * @template Value
 * @param {{ value: Value }[]} options
 */
function only(options) {
  return options.length === 1 ? options[0].value : undefined;
}
