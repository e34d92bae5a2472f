// A small picture of the class's screen, laid out as it is there, so that it breaks where it breaks.

/**
 * @import { LessonJson, LessonPlayerState } from "../wire"
 * @import { Model } from "../shared/send.js"
 * @import { Part } from "./step.js"
 */
import { fillWith, h } from "../shared/dom.js";
import { createPager } from "../shared/pager.js";
import { createPage } from "./step.js";

/**
 * @typedef {{ step: number, page: number, width: number, height: number, distance: number }} Screen
 *
 * @param {{ model: Model<LessonPlayerState>, lesson: LessonJson, texts: Record<string, string> }} options
 */
export function createReplica({ model, lesson, texts }) {
  const pager = createPager({ kind: "lc-page" });
  // The bar of the class's screen, as high as it is there.
  const bar = h("div", { class: "lc-projector-bar" }, h("span", { class: "lc-button lc-quiet" }, "A"));
  const body = h("div", { class: "lc-lesson-body" }, pager.element);
  const screen = h(
    "div",
    { class: "lc lc-lesson lc-projector lc-paged lc-replica", inert: true },
    h("div", { class: "lc-screen" }, body, bar),
  );
  const element = h("div", { class: "lc-replica-frame" }, screen);
  /** @type {Part[]} */
  let parts = [];
  let step = -1;
  let width = 1;

  const scale = () => {
    screen.style.transform = `scale(${element.clientWidth / width})`;
  };
  const clear = () => {
    for (const part of parts) part.dispose();
    parts = [];
  };
  const sizes = new ResizeObserver(scale);
  sizes.observe(element);
  return {
    element,
    pager,
    /** @param {Screen} wanted */
    draw(wanted) {
      width = wanted.width;
      element.style.aspectRatio = `${wanted.width} / ${wanted.height}`;
      screen.style.width = `${wanted.width}px`;
      screen.style.height = `${wanted.height}px`;
      screen.style.setProperty("--lc-vw", `${wanted.width / 100}px`);
      screen.style.setProperty("--lc-vh", `${wanted.height / 100}px`);
      screen.style.setProperty("--lc-reach", String(wanted.distance));
      scale();
      if (wanted.step !== step) {
        clear();
        step = wanted.step;
        const shown = createPage({ model, lesson, texts, page: step });
        parts = shown.parts;
        fillWith(pager.element, h("div", { class: "lc-step" }, shown.element), shown.help);
      }
      pager.refresh();
      pager.show(wanted.page);
    },
    dispose() {
      clear();
      sizes.disconnect();
      pager.dispose();
    },
  };
}
