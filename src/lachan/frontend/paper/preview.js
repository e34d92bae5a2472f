// The first form as its readers meet it; keys are shown only when they are asked for.

/**
 * @import { PreviewItemJson, PreviewJson, PreviewRowJson } from "../wire"
 * @import { Media } from "../shared/rich.js"
 * @import { Context } from "./maker.js"
 */
import { createChoice } from "../shared/choice.js";
import { createButton, fillIn, fillWith, focusOn, h, uid } from "../shared/dom.js";
import { renderBlocks, renderImage } from "../shared/rich.js";

/** @param {Context} context */
export function createPreview({ form, link, model, texts }) {
  const notice = h("p", { class: "lc-notice", role: "status" });
  const place = h("div", {});
  /** @type {string | null} */
  let seen = null;
  const show = async () => {
    notice.textContent = texts.paper_preview_working;
    const asked = JSON.stringify(form.get());
    notice.textContent = await link.ask({ type: "preview", form: form.get() });
    if (notice.textContent) return;
    seen = asked;
    const preview = /** @type {PreviewJson} */ (model.get("preview"));
    const heading = h("h3", { tabindex: -1 }, fillIn(texts.paper_preview_title, preview));
    fillWith(place, createSheet({ heading, preview, media: model.get("media"), texts, hide }));
    focusOn(heading);
  };
  const hide = () => {
    seen = null;
    notice.textContent = "";
    fillWith(place);
    button.focus();
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
 * @param {{
 *   heading: HTMLElement,
 *   preview: PreviewJson,
 *   media: Media,
 *   texts: Context["texts"],
 *   hide: () => void,
 * }} sheet
 */
function createSheet({ heading, preview: { head, parts }, media, texts, hide }) {
  const keys = h("input", {
    type: "checkbox",
    id: uid(),
    onchange() {
      sheet.classList.toggle("lc-paper-keys", keys.checked);
    },
  });
  const sheet = h(
    "div",
    { class: "lc-paper-sheet" },
    heading,
    h("p", { class: "lc-small" }, head.filter(Boolean).join(" \u00b7 ")),
    createChoice(keys, [texts.paper_key_show, h("span", { class: "lc-small" }, texts.paper_key_note)]),
    parts.map(({ title, instruction, items }) => [
      h("h4", {}, title),
      h("p", {}, instruction),
      items.map((item) => createItem(item, media, texts)),
    ]),
    h("div", { class: "lc-buttons" }, createButton(texts.paper_preview_hide, "", hide)),
  );
  return sheet;
}

/**
 * @param {PreviewItemJson} item
 * @param {Media} media
 * @param {Context["texts"]} texts
 */
function createItem({ number, id, level, points, key, stem, media: picture, groups }, media, texts) {
  return h(
    "div",
    { class: "lc-paper-item" },
    h(
      "p",
      { class: "lc-paper-item-head" },
      h("strong", {}, fillIn(texts.paper_question, { number })),
      " ",
      h("span", { class: "lc-small" }, fillIn(texts.paper_question_small, { id, level, points })),
    ),
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
