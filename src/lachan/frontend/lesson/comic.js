// A comic: its strip of panels, each with its words for who listens, and the questions under it.

/** @import { ComicJson } from "../wire" */
import { fillIn, h } from "../shared/dom.js";
import { createStrip } from "./strip.js";

/**
 * @param {ComicJson} comic
 * @param {Record<string, string>} texts
 */
export function createComic(comic, texts) {
  const panels = comic.panels.map((panel, index) =>
    h(
      "li",
      { class: "lc-panel" },
      h(
        "figure",
        {},
        createPicture(panel.svg, fillIn(texts.comic_panel, { number: index + 1, alt: panel.alt })),
        h(
          "figcaption",
          { class: "lc-unseen" },
          panel.lines.map((line) => h("p", {}, `${line.label}: ${line.text}`)),
        ),
      ),
    ),
  );
  return h(
    "div",
    { class: "lc-comic" },
    createStrip(h("ol", { class: "lc-panels", "aria-label": comic.title }, panels), texts),
    h("h4", {}, texts.comic_ask),
    h(
      "ul",
      { class: "lc-comic-ask" },
      comic.ask.map((question) => h("li", {}, question)),
    ),
  );
}

// A drawing of our own, whose words stay words: found, translated, as large as the reader wants.
/**
 * @param {string} svg
 * @param {string} label
 */
export function createPicture(svg, label) {
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  const picture = document.importNode(documentElement, true);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  return picture;
}
