// The teachers' corner: the front end of lachan.widgets.lessons.corner. A lesson's card has one thing
// to do and a menu of the others; what is typed finds questions too.

/**
 * @import { FoundItemJson, LessonCardJson, LessonCornerState, LinkJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model, Place } from "../shared/send.js"
 */
import { fillIn, fillWith, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { compareOrders, rankFields, readTyped } from "../shared/search.js";
import { toWords } from "../shared/words.js";
import { createFinder, createSought } from "./finder.js";
import { createOrigin, describe } from "./index.js";

// More would be a list that nobody reads to its end.
const most_questions = 10;

/** @param {Place<LessonCornerState>} place */
function render({ model, el }) {
  const texts = model.get("texts");
  const index = model.get("index");
  const finder = createFinder({
    index,
    texts,
    sought: createSought(),
    label: texts.finder_label_all,
    lookup: model.get("lookup"),
    createCard: (lesson) => createCard(lesson, model.get("links"), texts),
    found: createQuestionSearch(model, texts),
  });
  el.replaceChildren(h("div", { class: "lc lc-lesson lc-corner", lang: "vi" }, finder));
}

/**
 * @param {LessonCardJson} lesson
 * @param {LinkJson[]} links
 * @param {Record<string, string>} texts
 */
function createCard(lesson, [main, ...others], texts) {
  const { title, slug, band } = lesson;
  /** @param {LinkJson} link */
  const createLink = ({ label, href }, kind = "") =>
    h("a", { class: kind, href: fillIn(href, { slug, band }) }, label);
  const menu = h(
    "details",
    { class: "lc-corner-menu" },
    h(
      "summary",
      { "aria-label": fillIn(texts.corner_others_of, { title }) },
      texts.corner_others,
      createIcon("unfold"),
    ),
    h(
      "ul",
      {},
      others.map((link) => h("li", {}, createLink(link))),
    ),
  );
  return h(
    "li",
    { class: "lc-card" },
    h("h3", {}, title),
    h("p", { class: "lc-small" }, describe(lesson, texts)),
    createOrigin(lesson, texts),
    h("p", {}, lesson.summary),
    h("p", {}, createLink(main, "lc-button lc-primary")),
    menu,
  );
}

/**
 * @param {Model<LessonCornerState>} model
 * @param {Record<string, string>} texts
 * @returns {(query: string) => Child}
 */
function createQuestionSearch(model, texts) {
  const titles = new Map(model.get("index").map(({ band, slug, title }) => [`${band}/${slug}`, title]));
  const rows = model
    .get("questions")
    .map((question) => ({ question, fields: [{ rank: 1, words: toWords(question.stem) }] }));
  /** @param {FoundItemJson} question */
  const createRow = ({ stem, band, topic }) => {
    const title = titles.get(`${band}/${topic}`) ?? topic;
    const href = fillIn(model.get("ask"), { slug: topic, band });
    return h(
      "li",
      {},
      h("p", {}, stem),
      h("p", { class: "lc-small" }, h("a", { href }, fillIn(texts.finder_question_of, { title }))),
    );
  };
  return (query) => {
    const typed = readTyped(query);
    const found = rows.flatMap(({ question, fields }) => {
      const order = rankFields(typed, fields);
      return order ? [{ question, order }] : [];
    });
    if (found.length === 0) return null;
    found.sort((one, other) => compareOrders(one.order, other.order));
    const shown = found.slice(0, most_questions);
    const section = h("section", { class: "lc-corner-questions" });
    fillWith(
      section,
      h("h2", {}, fillIn(texts.finder_questions, { count: found.length })),
      found.length > shown.length && h("p", {}, fillIn(texts.finder_first, { count: shown.length })),
      h(
        "ul",
        {},
        shown.map((each) => createRow(each.question)),
      ),
    );
    return section;
  };
}

export default { render };
