// Choosing what to practise: for whom, which topic, how many questions.

import { fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createRadios } from "../shared/radios.js";
import { findWish } from "../shared/wish.js";

const lengths = [5, 10, 15];

// onStart({ band, topic, length }) with length 0 for all questions.
export function createChooser({ model, onStart }) {
  const texts = model.get("texts");
  const menu = model.get("menu");
  const bands = menu.map(({ band, label }) => ({ value: band, label }));
  const wish = { ...findWish(menu), length: 5 };
  // What leaves no choice is chosen.
  wish.band ??= only(bands);
  const topics = h("div", {});
  const sizes = h("div", {});

  const pickTopic = (topic) => {
    wish.topic = topic;
    const found = findTopic(menu, wish);
    const options = found ? lengthOptions(found.count, texts) : [];
    if (found && !options.some(({ value }) => value === wish.length)) wish.length = options[0].value;
    const onpick = (value) => (wish.length = value);
    fillWith(
      sizes,
      found && createRadios({ legend: texts.choose_length, options, current: wish.length, onpick }),
    );
  };
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

function createForm({ texts, menu, wish, onStart }, groups) {
  const heading = h("h1", { tabindex: -1 }, texts.practice_heading);
  const notice = h("p", { class: "lc-notice", role: "status" });
  const onsubmit = (event) => {
    event.preventDefault();
    const missing = wish.band ? (wish.topic ? "" : texts.missing_topic) : texts.missing_band;
    notice.textContent = missing;
    if (missing) return focusOn(form.querySelector("fieldset:not(:has(:checked)) input"));
    return onStart({ ...wish });
  };
  const form = h(
    "form",
    { novalidate: true, onsubmit },
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

function lengthOptions(count, texts) {
  const some = lengths
    .filter((length) => length < count)
    .map((length) => ({ value: length, label: fillIn(texts.length_some, { length }) }));
  return [...some, { value: 0, label: fillIn(texts.length_all, { count }) }];
}

function findTopic(menu, { band, topic }) {
  return menu.find((entry) => entry.band === band)?.topics.find((known) => known.topic === topic);
}

function only(options) {
  return options.length === 1 ? options[0].value : undefined;
}
