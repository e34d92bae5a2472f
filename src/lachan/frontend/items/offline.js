// Quizzes on a page with no kernel and no network.

/** @import { OfflineJson } from "../wire" */
import quiz from "./quiz.js";
import { createStubModel } from "./stub-model.js";

// Put a quiz into `el`; `data` as lachan.widgets.offline_json gives it.
/**
 * @param {HTMLElement} el
 * @param {OfflineJson} data
 */
function mountOffline(el, data) {
  return quiz.render({ model: createStubModel(data), el });
}

// Every <script type="application/json" class="lachan-quiz"> gets its quiz right after it.
/** @param {Document} root */
function mountAll(root) {
  for (const script of root.querySelectorAll("script.lachan-quiz")) {
    const el = root.createElement("div");
    script.after(el);
    mountOffline(el, JSON.parse(script.textContent ?? ""));
  }
}

mountAll(document);

export default { mountOffline };
