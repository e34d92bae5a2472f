// The lesson player: the front end of lachan.widgets.LessonPlayer.

import { fillWith, h } from "../shared/dom.js";
import { createIndex } from "./index.js";
import { createLessonView } from "./view.js";

const parameter = "bai";

function render({ model, el }) {
  const root = h("div", { class: "lc lc-lesson", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  const notice = h("p", { class: "lc-notice", role: "status" });
  let view = null;
  el.replaceChildren(root);

  const open = (slug) => model.send({ type: "open", lesson: slug });
  const choose = (slug) => {
    history.pushState(null, "", addressOf(slug));
    open(slug);
  };
  const show = (takeFocus = true) => {
    view?.dispose();
    const lesson = model.get("lesson");
    view = lesson.slug
      ? createLessonView({ model, root, lesson, onLeave: () => choose("") })
      : createIndex({ model, choose, addressOf });
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
  const onPop = () => {
    const slug = wanted();
    if (slug !== (model.get("lesson").slug ?? "")) open(slug);
  };

  model.on("change:lesson", onLesson);
  model.on("change:notice", onNotice);
  window.addEventListener("popstate", onPop);
  show(false);
  if (wanted() && wanted() !== model.get("lesson").slug) open(wanted());
  return () => {
    view.dispose();
    model.off("change:lesson", onLesson);
    model.off("change:notice", onNotice);
    window.removeEventListener("popstate", onPop);
  };
}

// The lesson that the address asks for; read here, since the kernel does not know it.
function wanted() {
  return new URLSearchParams(window.location.search).get(parameter) ?? "";
}

function addressOf(slug) {
  const url = new URL(window.location.href);
  url.hash = "";
  if (slug) url.searchParams.set(parameter, slug);
  else url.searchParams.delete(parameter);
  return url.href;
}

export default { render };
