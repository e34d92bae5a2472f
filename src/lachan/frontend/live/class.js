// A live class on the teacher's screen: the front end of lachan.widgets.LiveClass.

/**
 * @import { LiveClassState } from "../wire"
 * @import { Place } from "../shared/send.js"
 */
import { fillWith, focusOn, h } from "../shared/dom.js";
import { createLiveChooser } from "./chooser.js";
import { createLiveRoom } from "./room.js";
import { send } from "../shared/send.js";

/**
 * @typedef {{ element: HTMLElement, heading: () => HTMLElement, dispose: () => void }} View
 */

const tick_ms = 1000;

/** @param {Place<LiveClassState>} place */
function render({ model, el }) {
  const root = h("div", { class: "lc lc-live", lang: "vi", "data-lm-suppress-shortcuts": "true" });
  const notice = h("p", { class: "lc-notice", role: "status" });
  /** @type {View | null} */
  let view = null;
  el.replaceChildren(root);

  const show = () => {
    const isFirst = view === null;
    view?.dispose();
    const create = model.get("stage") === "room" ? createLiveRoom : createLiveChooser;
    view = create({ model, root });
    fillWith(root, notice, view.element);
    if (!isFirst) focusOn(view.heading());
  };
  const onNotice = () => {
    notice.textContent = model.get("notice");
  };
  // A page that nobody sees needs no news.
  const tick = () => !document.hidden && send(model, { type: "tick" });

  model.on("change:stage", show);
  model.on("change:notice", onNotice);
  show();
  model.send({ type: "here", address: findPupilsPage() });
  const ticking = setInterval(tick, tick_ms);
  return () => {
    clearInterval(ticking);
    view?.dispose();
    model.off("change:stage", show);
    model.off("change:notice", onNotice);
  };
}

// The pupils' page lies two steps above this one; only the browser knows how it got here.
function findPupilsPage() {
  return new URL("../../lop", window.location.href).href;
}

export default { render };
