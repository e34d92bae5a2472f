// What is seldom wanted: own codes, how sets of items may differ, items that must be or not be.

/** @import { Context } from "./maker.js" */
import { fillIn, h } from "../shared/dom.js";
import { createCheck, createFile, createSelect, createText, createTextField } from "./fields.js";

const numbers = ["base_forms", "max_shared", "max_exposure", "difficulty_tolerance", "time_tolerance_s"];

/** @param {Context} context */
export function createRules({ form, faults, texts }) {
  /** @param {string} name */
  const at = (name) => ({ form, faults, path: [name], label: texts[`paper_field_${name}`] });
  const notice = h("p", { class: "lc-notice", role: "status" });
  const previous = createTextField(at("previous"));
  /** @param {File} file */
  const addPrevious = async (file) => {
    const found = await readIds(file);
    if (found === null) {
      notice.textContent = fillIn(texts.paper_previous_bad, { name: file.name });
      return;
    }
    const { input } = previous;
    input.value = [...new Set([...input.value.split(/[\s,;]+/).filter(Boolean), ...found])].join(", ");
    form.write(["previous"], input.value);
    notice.textContent = fillIn(texts.paper_previous_added, { count: found.length });
  };
  return h(
    "details",
    { class: "lc-paper-details" },
    h("summary", {}, texts.paper_advanced),
    h(
      "div",
      { class: "lc-paper-fields" },
      createText({ ...at("codes"), note: texts.paper_note_codes }),
      createSelect({
        ...at("code_digits"),
        options: [
          ["3", texts.paper_digits_3],
          ["4", texts.paper_digits_4],
        ],
      }),
    ),
    h("p", { class: "lc-small" }, texts.paper_only_different),
    h(
      "div",
      { class: "lc-paper-fields" },
      numbers.map((name) =>
        createText({ ...at(name), short: true, inputmode: "decimal", note: texts[`paper_note_${name}`] }),
      ),
    ),
    createCheck({ form, path: ["key_balance"], label: texts.paper_field_key_balance, usual: true }),
    h("p", { class: "lc-small" }, texts.paper_note_ids),
    h(
      "div",
      { class: "lc-paper-lists" },
      createText(at("include")),
      createText(at("exclude")),
      previous.element,
    ),
    createFile({ label: texts.paper_previous_file, accept: ".json", onpick: addPrevious }),
    notice,
  );
}

// The ids of the items in all forms of a manifest; null where it is none.
/**
 * @param {File} file
 * @returns {Promise<string[] | null>}
 */
async function readIds(file) {
  try {
    /** @type {{ forms: { parts: { item: unknown }[][] }[] }} */
    const { forms } = JSON.parse(await file.text());
    const ids = forms.flatMap((form) => form.parts.flat().map((row) => row.item));
    return ids.length > 0 && ids.every((id) => typeof id === "string") ? [...new Set(ids)] : null;
  } catch {
    return null;
  }
}
