// Where a matrix comes from: one that is ready-made, one from scratch, or a file.

/** @import { Context } from "./maker.js" */
import { createButton, h, uid } from "../shared/dom.js";
import { createFile } from "./fields.js";
import { readFile } from "../shared/work-link.js";

// `open(message)` asks the kernel for a form and shows it.
/** @param {Pick<Context, "menu" | "texts"> & { open: (message: object) => unknown }} context */
export function createStart({ menu, texts, open }) {
  const { blueprints, bands } = menu;
  const ready = createChoice(
    texts.paper_ready_made,
    blueprints.map(({ slug, title, band }) => [slug, `${title} (${band})`]),
  );
  const band = createChoice(
    texts.paper_new_band,
    bands.map((entry) => [entry.band, entry.label]),
  );
  /** @param {File} file */
  const load = async (file) => open({ type: "load", name: file.name, data: await readFile(file) });
  return h(
    "div",
    { class: "lc-paper-start" },
    h(
      "div",
      { class: "lc-paper-way" },
      blueprints.length > 0 ? ready.element : h("p", {}, texts.paper_none),
      blueprints.length > 0 &&
        createButton(texts.paper_use, "lc-primary", () => open({ type: "start", blueprint: ready.value() })),
    ),
    h(
      "div",
      { class: "lc-paper-way" },
      band.element,
      createButton(texts.paper_new, "", () => open({ type: "start", band: band.value() })),
    ),
    h(
      "div",
      { class: "lc-paper-way" },
      createFile({ label: texts.paper_load, accept: ".yaml,.yml", onpick: load }),
    ),
  );
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 */
function createChoice(label, options) {
  const select = h(
    "select",
    { class: "lc-select", id: uid() },
    options.map(([value, text]) => h("option", { value }, text)),
  );
  return {
    element: h("div", { class: "lc-paper-field" }, h("label", { for: select.id }, label), select),
    value: () => select.value,
  };
}
