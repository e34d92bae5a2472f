// The list of lessons, by who they are for.

/**
 * @import { LessonCardJson, LessonHeadJson, LessonPlayerState } from "../wire"
 * @import { Model } from "../shared/send.js"
 * @import { Sought } from "./finder.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createHelp } from "../shared/help.js";
import { createFinder } from "./finder.js";

// `choose(slug)` opens a lesson; `addressOf(slug)` is where its link points.
/**
 * @param {{
 *   model: Model<LessonPlayerState>,
 *   sought: Sought,
 *   choose: (slug: string) => void,
 *   addressOf: (slug: string) => string,
 * }} options
 */
export function createIndex({ model, sought, choose, addressOf }) {
  const texts = model.get("texts");
  const index = model.get("index");
  const heading = h("h1", { tabindex: -1 }, texts.lessons_heading);
  const finder = () =>
    createFinder({
      index,
      texts,
      sought,
      label: texts.finder_label,
      lookup: model.get("lookup"),
      createCard: (lesson) => createCard({ lesson, texts, choose, addressOf }),
    });
  const element = h(
    "div",
    { class: "lc-index" },
    heading,
    h("p", { class: "lc-lead" }, texts.lessons_intro),
    index.length > 0 ? finder() : h("p", {}, texts.no_lessons),
    createHelp({ help: model.get("help"), texts, level: 2 }),
  );
  return { element, heading, start() {}, dispose() {} };
}

/**
 * @param {{
 *   lesson: LessonCardJson,
 *   texts: Record<string, string>,
 *   choose: (slug: string) => void,
 *   addressOf: (slug: string) => string,
 * }} options
 */
function createCard({ lesson, texts, choose, addressOf }) {
  /** @param {MouseEvent} event */
  const onclick = (event) => {
    // A click that asks for a new tab or window is the browser's own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    choose(lesson.slug);
  };
  return h(
    "li",
    { class: "lc-card" },
    h("h3", {}, h("a", { href: addressOf(lesson.slug), onclick }, lesson.title)),
    h("p", {}, lesson.summary),
    h("p", { class: "lc-small" }, describe(lesson, texts)),
    createOrigin(lesson, texts),
  );
}

// A lesson that the school wrote or edited says so on its card.
/**
 * @param {LessonCardJson} lesson
 * @param {Record<string, string>} texts
 */
export function createOrigin({ origin }, texts) {
  return origin !== "kit" && h("p", { class: "lc-origin" }, texts[`origin_${origin}`]);
}

// "Grades 6-9 . 45 minutes", in the catalogue's words.
/**
 * @param {LessonHeadJson} lesson
 * @param {Record<string, string>} texts
 */
export function describe(lesson, texts) {
  const grades = lesson.grades && fillIn(texts.grades, { grades: lesson.grades });
  const minutes = fillIn(texts.minutes, { minutes: lesson.minutes });
  return [grades, minutes].filter(Boolean).join(" \u00b7 ");
}
