// How long a room is kept, which its teacher decides, and its results to take along.

/** @import { LiveClassState } from "../wire" */
/** @import { Model } from "../shared/send.js" */
import { fillIn, h, uid } from "../shared/dom.js";
import { formatInstant } from "../shared/time.js";

/**
 * @param {{
 *   model: Model<LiveClassState>,
 *   code: string,
 *   days: number,
 *   until: string,
 * }} options
 */
export function createKeep({ model, code, days, until }) {
  const texts = model.get("texts");
  const id = uid();
  /** @type {HTMLSelectElement} */
  const select = h(
    "select",
    {
      id,
      class: "lc-select",
      onchange() {
        model.send({ type: "keep", code, days: Number(select.value) });
      },
    },
    model
      .get("keep_days")
      .map((each) =>
        h("option", { value: each, selected: each === days }, fillIn(texts.live_keep_days, { days: each })),
      ),
  );
  select.dataset.key = `keep-${code}`;
  return h(
    "div",
    { class: "lc-live-keep" },
    h("label", { for: id }, texts.live_keep),
    select,
    h("p", { class: "lc-small" }, fillIn(texts.live_kept_until, { time: formatInstant(until, texts) })),
  );
}

/**
 * @param {Model<LiveClassState>} model
 * @param {string} code
 */
export function createDownload(model, code) {
  const texts = model.get("texts");
  const href = model.get("results_href").replace("{code}", code);
  if (!href) return null;
  const link = h("a", { class: "lc-button", href, download: "" }, texts.live_download);
  link.dataset.key = `download-${code}`;
  return link;
}
