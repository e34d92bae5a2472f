// The first form as its readers meet it; keys are shown only when they are asked for.

/**
 * @import { PreviewItemJson, PreviewJson, PreviewRowJson, SwapJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Context } from "./maker.js"
 */
import { createChoice } from "../shared/choice.js";
import { createButton, createSlowButton, fillIn, fillWith, focusOn, h, uid } from "../shared/dom.js";
import { renderBlocks, renderImage } from "../shared/rich.js";

const swapped = /** @type {const} */ (["include", "exclude"]);

/** @param {Context} context */
export function createPreview({ form, faults, link, model, texts }) {
  const notice = h("p", { class: "lc-notice", role: "status" });
  const place = h("div", {});
  /** @type {string | null} */
  let seen = null;
  let showsKeys = false;
  const show = async () => {
    notice.textContent = texts.paper_preview_working;
    const asked = JSON.stringify(form.get());
    notice.textContent = await link.ask({ type: "preview", form: form.get() });
    if (notice.textContent) return;
    seen = asked;
    focusOn(draw());
  };
  // Returns the heading.
  const draw = () => {
    const preview = /** @type {PreviewJson} */ (model.get("preview"));
    const heading = h("h3", { tabindex: -1 }, fillIn(texts.paper_preview_title, preview));
    const media = model.get("media");
    fillWith(place, createSheet({ heading, preview, media, texts, hide, swap, showsKeys, keep }));
    return heading;
  };
  /** @param {boolean} shown */
  const keep = (shown) => {
    showsKeys = shown;
  };
  const hide = () => {
    seen = null;
    notice.textContent = "";
    fillWith(place);
    button.focus();
  };
  // Another question in the place of one; what is wrong with that is told beside it.
  /**
   * @param {string} id
   * @param {HTMLElement} told
   */
  const swap = async (id, told) => {
    const before = { include: form.get().include, exclude: form.get().exclude };
    told.textContent = texts.paper_swap_working;
    told.textContent = await link.ask({ type: "swap", form: form.get(), item: id });
    if (told.textContent) return;
    const found = model.get("swap");
    setRules(found);
    draw();
    const block = findBlock(found.taken[0]);
    if (!block) return;
    const undo = createButton(texts.paper_swap_undo, "lc-quiet", async () => {
      setRules(before);
      await show();
      notice.textContent ||= texts.paper_swap_undone;
    });
    fillWith(block.told, tellSwap(found, texts), " ", undo);
    focusOn(block.button);
    // Not behind the sums at the foot of the screen.
    block.told.scrollIntoView({ block: "center" });
  };
  /** @param {{ include: string, exclude: string }} rules */
  const setRules = (rules) => {
    for (const name of swapped) {
      form.write([name], rules[name]);
      const input = /** @type {HTMLInputElement | undefined} */ (faults.find(name));
      if (input) input.value = rules[name];
    }
    seen = JSON.stringify(form.get());
    notice.textContent = "";
  };
  /** @param {string} id */
  const findBlock = (id) => {
    const block = place.querySelector(`[data-item="${CSS.escape(id)}"]`);
    /** @type {HTMLElement | null | undefined} */
    const told = block?.querySelector(".lc-paper-swapped");
    const found = block?.querySelector("button");
    return told && found ? { told, button: found } : null;
  };
  const button = createButton(texts.paper_preview_show, "", show);
  return {
    element: h(
      "section",
      { class: "lc-paper-preview" },
      h("h2", {}, texts.paper_preview),
      h("div", { class: "lc-buttons" }, button),
      notice,
      place,
    ),
    update() {
      if (seen !== null && seen !== JSON.stringify(form.get())) notice.textContent = texts.paper_preview_old;
    },
  };
}

/**
 * @param {SwapJson} swap
 * @param {Context["texts"]} texts
 */
function tellSwap({ taken, dropped }, texts) {
  const words = { taken: taken.join(", "), dropped: dropped.join(", "), count: dropped.length };
  return fillIn(dropped.length > 1 ? texts.paper_swap_more : texts.paper_swap_done, words);
}

/**
 * @typedef {(id: string, told: HTMLElement) => unknown} OnSwap
 *
 * @param {{
 *   heading: HTMLElement,
 *   preview: PreviewJson,
 *   media: Media,
 *   texts: Context["texts"],
 *   hide: () => void,
 *   swap: OnSwap,
 *   showsKeys: boolean,
 *   keep: (showsKeys: boolean) => void,
 * }} sheet
 */
function createSheet({ heading, preview: { head, parts }, media, texts, hide, swap, showsKeys, keep }) {
  const keys = h("input", {
    type: "checkbox",
    id: uid(),
    checked: showsKeys,
    onchange() {
      sheet.classList.toggle("lc-paper-keys", keys.checked);
      keep(keys.checked);
    },
  });
  const sheet = h(
    "div",
    { class: showsKeys ? "lc-paper-sheet lc-paper-keys" : "lc-paper-sheet" },
    heading,
    h("p", { class: "lc-small" }, head.filter(Boolean).join(" \u00b7 ")),
    createChoice(keys, [texts.paper_key_show, h("span", { class: "lc-small" }, texts.paper_key_note)]),
    parts.map(({ title, instruction, items }) => [
      h("h4", {}, title),
      h("p", {}, instruction),
      items.map((item) => createItem(item, media, texts, swap)),
    ]),
    h("div", { class: "lc-buttons" }, createButton(texts.paper_preview_hide, "", hide)),
  );
  return sheet;
}

/**
 * @param {PreviewItemJson} item
 * @param {Media} media
 * @param {Context["texts"]} texts
 * @param {OnSwap} swap
 */
function createItem({ number, id, level, points, key, stem, media: picture, groups }, media, texts, swap) {
  const told = h("p", { class: "lc-notice lc-paper-swapped", role: "status" });
  const button = createSlowButton(texts.paper_swap, "lc-quiet lc-paper-swap", () => swap(id, told));
  button.setAttribute("aria-label", fillIn(texts.paper_swap_of, { number, id }));
  return h(
    "div",
    { class: "lc-paper-item", "data-item": id },
    h(
      "p",
      { class: "lc-paper-item-head" },
      h("strong", {}, fillIn(texts.paper_question, { number })),
      " ",
      h("span", { class: "lc-small" }, fillIn(texts.paper_question_small, { id, level, points })),
      button,
    ),
    told,
    renderBlocks(stem, { media, shift: 4 }),
    picture && renderImage(picture.path, picture.alt, media),
    groups.map(({ text, rows }) => [
      renderBlocks(text, { media }),
      h(
        "ul",
        { class: "lc-paper-options" },
        rows.map((row) => createOption(row, media)),
      ),
    ]),
    h("p", { class: "lc-paper-key" }, key ? fillIn(texts.paper_key, { key }) : texts.paper_key_none),
  );
}

/**
 * @param {PreviewRowJson} row
 * @param {Media} media
 */
function createOption({ label, text }, media) {
  return h(
    "li",
    {},
    h("span", { class: "lc-letter" }, `${label}.`),
    h("div", { class: "lc-option" }, renderBlocks(text, { media })),
  );
}
