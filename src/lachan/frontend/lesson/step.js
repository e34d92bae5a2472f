// What a page of a lesson holds: the opening, or a step with its blocks.

/**
 * @import { AnchorJson, BlockJson, LessonJson, LessonPlayerState, PlanJson } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { createDeck } from "../items/deck.js";
import { fillIn, h } from "../shared/dom.js";
import { createHelp, createHelpLists } from "../shared/help.js";
import { createPhone } from "../shared/phone.js";
import { renderBlocks } from "../shared/rich.js";
import { createTimer } from "../shared/timer.js";
import { createComic } from "./comic.js";
import { createStepPicture } from "./step-picture.js";

const note_kind = "ghi-chu-giao-vien";

/**
 * Something on a page that has to be put away with it.
 * @typedef {{ dispose: () => void }} Part
 *
 * @typedef {{
 *   model: Model<LessonPlayerState>,
 *   lesson: LessonJson,
 *   texts: Record<string, string>,
 *   page: number,
 * }} Page
 */

// Page 0 is the opening; page n is step n. Help is always there, but on a projector at the end only.
/** @param {Page} page */
export function createPage(page) {
  const { model, lesson, texts } = page;
  const shown = page.page === 0 ? createOpening(page) : createStep(page);
  const help = shown.hasHelp ? null : createHelp({ help: model.get("help"), texts, level: 2 });
  if (page.page < lesson.steps.length) help?.classList.add("lc-chrome");
  return { ...shown, help };
}

/** @param {Page} page */
function createOpening({ model, lesson, texts }) {
  const heading = h("h2", { tabindex: -1 }, texts.opening);
  const blocks = createBlocks(model, lesson.opening);
  const element = h(
    "section",
    {},
    heading,
    h("p", { class: "lc-lead" }, lesson.summary),
    createProgramme(lesson.programme, texts),
    blocks.elements,
    createList(texts.big_questions, lesson.questions, "lc-block lc-questions"),
  );
  return { element, heading, parts: blocks.parts, hasHelp: blocks.hasHelp };
}

/**
 * Where the lesson stands in the national programme, for teachers: pupils are told nothing of it.
 * @param {AnchorJson[]} programme
 * @param {Record<string, string>} texts
 */
function createProgramme(programme, texts) {
  if (programme.length === 0) return null;
  const rows = programme.map((anchor) =>
    h(
      "li",
      {},
      h("strong", {}, fillIn(texts.programme_grade, { grade: anchor.grade })),
      ` ${anchor.label}`,
      anchor.outcomes.length > 0 &&
        h(
          "ul",
          {},
          anchor.outcomes.map((outcome) => h("li", {}, outcome)),
        ),
      anchor.note && h("p", { class: "lc-small" }, `(${anchor.note})`),
    ),
  );
  return h("details", { class: "lc-plan lc-chrome" }, h("summary", {}, texts.programme), h("ul", {}, rows));
}

/** @param {Page} context */
function createStep({ model, lesson, texts, page }) {
  const step = lesson.steps[page - 1];
  const isLast = page === lesson.steps.length;
  const heading = h("h2", { tabindex: -1 }, step.title);
  const timer = model.get("staff") ? createTimer({ minutes: step.minutes, texts }) : null;
  const blocks = createBlocks(model, step.blocks);
  const minutes = fillIn(texts.minutes, { minutes: step.minutes });
  const element = h(
    "section",
    {},
    h(
      "div",
      { class: "lc-step-head" },
      h("p", { class: "lc-small" }, `${step.phase_label} \u00b7 ${minutes}`),
      timer?.element,
    ),
    heading,
    step.picture && createStepPicture(step.picture),
    step.plan && createPlan(step.plan, texts),
    blocks.elements,
    isLast && createList(texts.key_points, lesson.key_points, "lc-block lc-key-points"),
  );
  const parts = timer ? [...blocks.parts, timer] : blocks.parts;
  return { element, heading, parts, hasHelp: blocks.hasHelp };
}

/**
 * @param {Model<LessonPlayerState>} model
 * @param {BlockJson[]} blocks
 */
function createBlocks(model, blocks) {
  /** @type {Part[]} */
  const parts = [];
  const elements = blocks.map((block) => createBlock(model, block, parts));
  return { elements, parts, hasHelp: blocks.some((block) => block.kind === "ho-tro") };
}

/**
 * @param {Model<LessonPlayerState>} model
 * @param {BlockJson} block
 * @param {Part[]} parts
 */
function createBlock(model, block, parts) {
  // Headings of the text stand below the block's own, where it has one.
  const shift = block.title ? 1 : 0;
  const text = renderBlocks(block.nodes, { media: model.get("media"), shift });
  if (block.kind === "loi-dan") return h("div", { class: "lc-text" }, text);
  const hasItems = block.items.length > 0;
  const deck = hasItems ? createDeck({ model, ids: block.items }) : null;
  if (deck) parts.push(deck);
  return h(
    "section",
    { class: `lc-block lc-block-${block.kind}` },
    !block.title.startsWith(block.label) && h("p", { class: "lc-block-label" }, block.label),
    block.title && h("h3", {}, block.title),
    text,
    block.comic && createComic(block.comic, model.get("texts")),
    block.thread && createPhone({ thread: block.thread, texts: model.get("texts") }),
    deck?.element,
    block.kind === "ho-tro" && createHelpLists(model.get("help"), model.get("texts")),
  );
}

/**
 * @param {string} title
 * @param {string[]} rows
 * @param {string} kind
 */
function createList(title, rows, kind) {
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: kind },
    h("h3", {}, title),
    h(
      "ul",
      {},
      rows.map((row) => h("li", {}, row)),
    ),
  );
}

// What only the teacher reads of a step: the plan's columns and the notes.
/**
 * @param {Model<LessonPlayerState>} model
 * @param {{ plan: PlanJson | null, blocks: BlockJson[] }} step
 * @returns {HTMLElement[]}
 */
export function createNotes(model, { plan, blocks }) {
  const notes = blocks.filter(({ kind }) => kind === note_kind);
  const columns = plan ? createColumns(plan, model.get("texts")) : null;
  return [...createBlocks(model, notes).elements, ...(columns ? [columns] : [])];
}

// The four columns of a teacher's plan; sent to staff only.
/**
 * @param {PlanJson} plan
 * @param {Record<string, string>} texts
 */
function createPlan(plan, texts) {
  const columns = createColumns(plan, texts);
  return h("details", { class: "lc-plan lc-chrome" }, h("summary", {}, texts.plan), columns);
}

/**
 * @param {PlanJson} plan
 * @param {Record<string, string>} texts
 */
function createColumns(plan, texts) {
  const names = /** @type {const} */ ([
    "objective",
    "content",
    "product",
    "organisation",
    "task",
    "everyone",
    "report",
    "conclude",
  ]);
  const rows = names
    .filter((name) => plan[name])
    .map((name) => [h("dt", {}, texts[`plan_${name}`]), h("dd", {}, plan[name])]);
  return rows.length > 0 ? h("dl", { class: "lc-plan-columns" }, rows) : null;
}
