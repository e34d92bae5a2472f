// Choosing what to practise: for whom, which topic, how many questions.

import { fillIn, fillWith, focusOn, h, uid } from "./dom.js";

const lengths = [5, 10, 15];
const parameters = { band: "cap", topic: "chu-de" };

// onStart({ band, topic, length }) with length 0 for all questions.
export function createChooser({ model, onStart }) {
  const texts = model.get("texts");
  const menu = model.get("menu");
  const wish = { ...findWish(menu), length: 5 };
  const topics = h("div", {});
  const sizes = h("div", {});

  const pickTopic = (topic) => {
    wish.topic = topic;
    const found = findTopic(menu, wish);
    const options = found ? lengthOptions(found.count, texts) : [];
    if (found && !options.some(({ value }) => value === wish.length)) wish.length = options[0].value;
    const pick = (value) => (wish.length = value);
    fillWith(sizes, found && createGroup(texts.choose_length, options, wish.length, pick, "lc-row"));
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
    fillWith(topics, found && createGroup(texts.choose_topic, options, wish.topic, pickTopic, ""));
    pickTopic(wish.topic);
  };
  pickBand(wish.band);

  const bands = menu.map(({ band, label }) => ({ value: band, label }));
  return createForm({ texts, menu, wish, onStart }, [
    createGroup(texts.choose_band, bands, wish.band, pickBand, "lc-row"),
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
    h("div", { class: "lc-buttons" }, h("button", { type: "submit", class: "lc-button lc-primary" }, texts.start)),
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

function createGroup(legend, options, current, pick, kind) {
  const name = uid();
  const rows = options.map(({ value, label, note }) => {
    const checked = value === current;
    const input = h("input", { type: "radio", name, value, checked, onchange: () => pick(value) });
    const text = h("span", { class: "lc-option" }, label, note && h("span", { class: "lc-small" }, note));
    return h("label", { class: "lc-choice" }, input, text);
  });
  return h("fieldset", {}, h("legend", {}, legend), h("div", { class: `lc-choices ${kind}` }, rows));
}

function lengthOptions(count, texts) {
  const some = lengths
    .filter((length) => length < count)
    .map((length) => ({ value: length, label: fillIn(texts.length_some, { length }) }));
  return [...some, { value: 0, label: fillIn(texts.length_all, { count }) }];
}

// What the address asks for, and what leaves no choice.
export function findWish(menu) {
  const address = new URLSearchParams(window.location.search);
  const topic = address.get(parameters.topic);
  const byTopic = menu.find((entry) => entry.topics.some((known) => known.topic === topic));
  const byBand = menu.find((entry) => entry.band === address.get(parameters.band));
  const band = (byBand ?? byTopic ?? (menu.length === 1 ? menu[0] : undefined))?.band;
  return { band, topic: byTopic ? topic : undefined };
}

function findTopic(menu, { band, topic }) {
  return menu.find((entry) => entry.band === band)?.topics.find((known) => known.topic === topic);
}

function only(options) {
  return options.length === 1 ? options[0].value : undefined;
}
