// The lesson player: the front end of lachan.widgets.LessonPlayer.

/**
 * @import { LessonPlayerState } from "../wire"
 * @import { Place } from "../shared/send.js"
 */
import { createAloud } from "../shared/aloud.js";
import { fillWith, h } from "../shared/dom.js";
import { createSought } from "./finder.js";
import { createIndex } from "./index.js";
import { pairParameter } from "./pair.js";
import { createPresenter } from "./presenter.js";
import { createLessonView } from "./view.js";

const parameter = "bai";

/** @param {Place<LessonPlayerState>} place */
function render({ model, el }) {
  const root = h("div", { class: "lc lc-lesson", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  const notice = h("p", { class: "lc-notice", role: "status" });
  /** @type {{ element: HTMLElement, heading: HTMLElement, start(): void, dispose(): void } | null} */
  let view = null;
  const sought = createSought();
  // Small children are read to more slowly.
  const aloud = createAloud({
    root,
    texts: model.get("texts"),
    find: () => root.querySelector(".lc-lesson-body .lc-step"),
    rate: () => (isPrimary(model.get("lesson")) ? 0.85 : 1),
  });
  el.replaceChildren(aloud.element, root);

  /** @param {string} slug */
  const open = (slug) => model.send({ type: "open", lesson: slug });
  /** @param {string} slug */
  const choose = (slug) => {
    history.pushState(null, "", addressOf(slug));
    open(slug);
  };
  const show = (takeFocus = true) => {
    view?.dispose();
    const lesson = model.get("lesson");
    const pair = model.get("staff") ? readParameter(pairParameter) : "";
    if (!("slug" in lesson)) view = createIndex({ model, sought, choose, addressOf });
    else if (pair) view = createPresenter({ model, lesson, pair });
    else view = createLessonView({ model, root, lesson, onLeave: () => choose("") });
    fillWith(root, notice, view.element);
    view.start();
    if (!takeFocus) return;
    view.heading.focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  };
  const onLesson = () => show();
  const onNotice = () => {
    const isAnswer = root.querySelector(".lc-question [aria-disabled=true]");
    notice.textContent = isAnswer ? "" : model.get("notice");
  };
  const isOpen = () => {
    const lesson = model.get("lesson");
    return wanted() === ("slug" in lesson ? lesson.slug : "");
  };
  const onPop = () => {
    if (!isOpen()) open(wanted());
  };

  model.on("change:lesson", onLesson);
  model.on("change:notice", onNotice);
  window.addEventListener("popstate", onPop);
  show(false);
  if (wanted() && !isOpen()) open(wanted());
  return () => {
    view?.dispose();
    aloud.dispose();
    model.off("change:lesson", onLesson);
    model.off("change:notice", onNotice);
    window.removeEventListener("popstate", onPop);
  };
}

/** @param {LessonPlayerState["lesson"]} lesson */
function isPrimary(lesson) {
  return "slug" in lesson && lesson.band === "tieu-hoc";
}

// The lesson that the address asks for; read here, since the kernel does not know it.
function wanted() {
  return readParameter(parameter);
}

/** @param {string} name */
function readParameter(name) {
  return new URLSearchParams(window.location.search).get(name) ?? "";
}

/** @param {string} slug */
function addressOf(slug) {
  const url = new URL(window.location.href);
  url.hash = "";
  if (slug) url.searchParams.set(parameter, slug);
  else url.searchParams.delete(parameter);
  return url.href;
}

export default { render };
