// A live class's question, to read only.

/**
 * @import { ItemJson, OptionJson, WayJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Media } from "../shared/rich.js"
 */
import { h } from "../shared/dom.js";
import { createFields, findHint, optionLabel } from "../items/item.js";
import { targetLabel } from "../items/matching.js";
import { renderBlocks, renderImage } from "../shared/rich.js";

/**
 * @param {ItemJson} item
 * @param {Media} media
 */
export function createStem(item, media) {
  return h(
    "div",
    { class: "lc-live-stem" },
    renderBlocks(item.stem, { media }),
    item.media && renderImage(item.media.path, item.media.alt, media),
  );
}

// What there is to choose from, for a class that reads it from the wall.
/**
 * @param {ItemJson} item
 * @param {Record<string, string>} texts
 * @param {Media} media
 * @returns {Child}
 */
export function createReadOnly(item, texts, media) {
  switch (item.type) {
    case "single_choice":
    case "multiple_choice":
    case "true_false_group":
      return createList(item.options, (_, index) => optionLabel(item, index), media);
    case "matching":
      return [
        createList(item.options, (_, index) => `${index + 1}.`, media),
        createList(item.targets, (_, index) => targetLabel(index), media),
      ];
    case "ordering":
      return createList(item.options, () => "\u2022", media);
    case "scenario":
      // A class goes through a chat together: it votes, and its teacher chooses what it voted for.
      if (item.chat) return createFields({ item, texts, media }).control.element;
      return [
        h("div", {}, renderBlocks(item.scenes[0].text, { media })),
        createList(item.scenes[0].choices, () => "\u2022", media),
      ];
    default:
      return h("p", { class: "lc-hint" }, findHint(item, texts));
  }
}

/**
 * @param {(OptionJson | WayJson)[]} options
 * @param {(option: OptionJson | WayJson, index: number) => string} label
 * @param {Media} media
 */
function createList(options, label, media) {
  const rows = options.map((option, index) =>
    h(
      "li",
      {},
      h("span", { class: "lc-letter" }, label(option, index)),
      h("div", { class: "lc-option" }, renderBlocks(option.text, { media })),
    ),
  );
  return h("ul", { class: "lc-live-options" }, rows);
}
