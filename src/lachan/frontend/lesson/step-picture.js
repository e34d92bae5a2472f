// What a class sees when a step begins, with its words for who listens.

/** @import { ComicPanelJson } from "../wire" */
import { h } from "../shared/dom.js";
import { createPicture } from "./comic.js";

/** @param {ComicPanelJson} picture */
export function createStepPicture({ svg, alt, lines }) {
  const words = lines.map((line) => h("p", {}, `${line.label}: ${line.text}`));
  return h(
    "figure",
    { class: "lc-step-picture" },
    createPicture(svg, alt),
    words.length > 0 && h("figcaption", { class: "lc-unseen" }, words),
  );
}
