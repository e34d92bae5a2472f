// Quizzes on a page with no kernel and no network.

/** @import { OfflineJson } from "../wire" */
import { createAloud } from "../shared/aloud.js";
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

// A page that tells the words of the switch is read as a whole, the questions in it too.
/** @param {Document} root */
function mountAloud(root) {
  const told = root.querySelector("script#lachan-doc-to");
  const main = root.querySelector("main");
  if (!told || !main) return;
  main.setAttribute("data-lc-aloud", "");
  main.prepend(createAloud({ root: main, texts: JSON.parse(told.textContent ?? "") }).element);
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

mountAloud(document);
mountAll(document);

export default { mountOffline };
