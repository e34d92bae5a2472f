// A list of lessons that is searched by words, grade and subject, and jumped in by band.

/**
 * @import { LessonCardJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 */
import { createButton, fillIn, fillWith, h, uid } from "../shared/dom.js";
import { rankFields, readTyped } from "../shared/search.js";
import { toWords } from "../shared/words.js";
import { writeAddress } from "../law/address.js";

/**
 * What is looked for; it outlives the list, which is drawn anew when a lesson is left.
 * @typedef {{ query: string, grade: string, subject: string }} Sought
 */

/** @returns {Sought} */
export const createSought = () => ({ query: "", grade: "", subject: "" });

// `lookup` is the address of the page of the law, if any; `found(query)` is what is found besides.
/**
 * @param {{
 *   index: LessonCardJson[],
 *   texts: Record<string, string>,
 *   sought: Sought,
 *   label: string,
 *   lookup: string,
 *   createCard: (lesson: LessonCardJson) => HTMLElement,
 *   found?: (query: string) => Child,
 * }} options
 */
export function createFinder({ index, texts, sought, label, lookup, createCard, found = () => null }) {
  const rows = index.map((lesson) => ({ lesson, fields: listFields(lesson) }));
  const status = h("p", { class: "lc-finder-count", role: "status" });
  const jump = h("nav", { class: "lc-finder-jump", "aria-label": texts.finder_jump });
  const body = h("div", {});
  const box = h("input", {
    type: "search",
    id: uid(),
    class: "lc-finder-box",
    value: sought.query,
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    oninput: () => take(),
  });
  const grades = createSelect(texts.finder_all_grades, listGrades(index, texts), sought.grade, () => take());
  const subjects = createSelect(texts.finder_all_subjects, listSubjects(index), sought.subject, () => take());

  const take = () => {
    sought.query = box.value;
    sought.grade = grades.value;
    sought.subject = subjects.value;
    draw();
  };
  const clear = () => {
    box.value = grades.value = subjects.value = "";
    take();
    box.focus();
  };
  const draw = () => {
    const shown = rows.filter((row) => isMeant(row, sought)).map(({ lesson }) => lesson);
    const sections = group(shown).map((lessons) => createSection(lessons, createCard));
    const isAll = shown.length === index.length;
    status.textContent = isAll ? "" : fillIn(texts.finder_count, { count: shown.length });
    fillWith(jump, sections.length > 1 && sections.map(createJump));
    jump.hidden = sections.length < 2;
    const query = sought.query.trim();
    fillWith(
      body,
      sections.map(({ element }) => element),
      shown.length === 0 &&
        h(
          "p",
          { class: "lc-finder-none" },
          `${texts.finder_none} `,
          createButton(texts.finder_clear, "", clear),
        ),
      query && found(query),
      query && lookup && createLawLink(lookup, query, texts),
    );
  };
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    body.querySelector("a")?.focus();
  };
  draw();
  return h(
    "div",
    { class: "lc-finder" },
    h(
      "form",
      { class: "lc-finder-form", role: "search", onsubmit },
      h("label", { for: box.id }, label),
      box,
      h("p", { class: "lc-small" }, texts.finder_hint),
      h(
        "div",
        { class: "lc-finder-choices" },
        createField(texts.finder_grade, grades),
        createField(texts.finder_subject, subjects),
      ),
      status,
    ),
    jump,
    body,
  );
}

/** @param {LessonCardJson} lesson */
function listFields({ title, summary, subjects, grades, words }) {
  return [
    { rank: 1, words: toWords(title) },
    { rank: 2, words: toWords([summary, ...subjects, grades].join(" ")) },
    { rank: 3, words: toWords(words) },
  ];
}

/**
 * @param {{ lesson: LessonCardJson, fields: ReturnType<typeof listFields> }} row
 * @param {Sought} sought
 */
function isMeant({ lesson, fields }, { query, grade, subject }) {
  if (grade && !listOwnGrades(lesson).includes(grade)) return false;
  if (subject && !lesson.subjects.includes(subject)) return false;
  return rankFields(readTyped(query), fields) !== null;
}

// Whoever is at no school is found by their band.
/** @param {LessonCardJson} lesson */
function listOwnGrades({ years, band }) {
  return years.length > 0 ? years.map(String) : [band];
}

/**
 * @param {LessonCardJson[]} index
 * @param {Record<string, string>} texts
 */
function listGrades(index, texts) {
  const years = [...new Set(index.flatMap((lesson) => lesson.years))].sort((one, other) => one - other);
  const others = new Map(
    index.filter((lesson) => lesson.years.length === 0).map(({ band, band_label }) => [band, band_label]),
  );
  return [
    ...years.map((year) => ({ value: String(year), label: fillIn(texts.finder_grade_of, { grade: year }) })),
    ...[...others].map(([value, label]) => ({ value, label })),
  ];
}

/** @param {LessonCardJson[]} index */
function listSubjects(index) {
  const names = [...new Set(index.flatMap(({ subjects }) => subjects))];
  return names
    .sort((one, other) => one.localeCompare(other, "vi"))
    .map((name) => ({ value: name, label: name }));
}

/**
 * @param {string} all
 * @param {{ value: string, label: string }[]} options
 * @param {string} current
 * @param {() => void} onchange
 */
function createSelect(all, options, current, onchange) {
  return h(
    "select",
    { id: uid(), onchange },
    [{ value: "", label: all }, ...options].map(({ value, label }) =>
      h("option", { value, selected: value === current }, label),
    ),
  );
}

/**
 * @param {string} label
 * @param {HTMLSelectElement} select
 */
function createField(label, select) {
  return h("div", {}, h("label", { for: select.id }, label), select);
}

/** @param {LessonCardJson[]} lessons */
function group(lessons) {
  /** @type {Map<string, LessonCardJson[]>} */
  const groups = new Map();
  for (const lesson of lessons) groups.set(lesson.band, [...(groups.get(lesson.band) ?? []), lesson]);
  return [...groups.values()];
}

/**
 * @param {LessonCardJson[]} lessons
 * @param {(lesson: LessonCardJson) => HTMLElement} createCard
 */
function createSection(lessons, createCard) {
  const label = lessons[0].band_label;
  const heading = h("h2", { tabindex: -1 }, label);
  const cards = h("ul", { class: "lc-cards" }, lessons.map(createCard));
  return { label, heading, element: h("section", {}, heading, cards) };
}

/** @param {{ label: string, heading: HTMLElement }} section */
function createJump({ label, heading }) {
  return createButton(label, "", () => {
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  });
}

/**
 * @param {string} lookup
 * @param {string} query
 * @param {Record<string, string>} texts
 */
function createLawLink(lookup, query, texts) {
  const href = lookup + writeAddress({ query });
  return h("p", {}, h("a", { class: "lc-button", href }, fillIn(texts.finder_law, { query })));
}
