// What a contest will be, to look at once more before it is made.

/**
 * @import { PlannedJson } from "../wire"
 * @import { Values } from "./fields.js"
 * @import { Said } from "./link.js"
 * @import { Office } from "./office.js"
 */
import { createButton, fillIn, h } from "../shared/dom.js";
import { dropDraft } from "./draft.js";
import { createFields, createInput } from "./fields.js";
import { createAskButton, createNotice, keepWho, lastWho } from "./parts.js";

// Returns { element, heading }; `back` is called where something is to be changed.
/**
 * @param {Office} office
 * @param {Values} values
 * @param {PlannedJson} planned
 * @param {() => void} back
 */
export function createSummary(office, values, planned, back) {
  const { slug, items, forms, paper, open_items, starts_now, purposes, erases } = planned;
  const { words } = office;
  const notice = createNotice();
  const fields = createFields();
  const heading = h("h2", { tabindex: -1 }, words.review_heading);
  const who = fields.add("who", createInput("text", { value: lastWho(), maxlength: 100 }), {
    label: words.who,
    hint: words.who_hint,
  });
  /** @returns {Promise<Said | void>} */
  const create = async () => {
    const name = String(fields.values().who);
    keepWho(name);
    const reply = await office.link.ask("create", { ...values, who: name });
    if (reply.error) return fields.showFaults(reply.fields) ? { said: reply.error } : reply;
    dropDraft();
    return office.openContest(reply, "prepare");
  };
  const lines = [
    fillIn(words.review_paper, { items, forms, paper }),
    fillIn(words.review_address, { slug }),
    purposes.length > 0
      ? fillIn(words.review_names, { purposes: purposes.join("; "), day: erases })
      : fillIn(words.review_no_names, { day: erases }),
  ];
  /** @param {string} text */
  const warn = (text) => h("p", { class: "lc-office-warning" }, text);
  const element = h(
    "section",
    { class: "lc-card lc-office-summary" },
    heading,
    h("p", {}, h("strong", {}, String(values.title))),
    h(
      "ul",
      {},
      lines.map((line) => h("li", {}, line)),
    ),
    planned.kept_long && warn(words.review_kept_long),
    open_items > 0 && warn(fillIn(words.review_open_items, { count: open_items })),
    starts_now && warn(words.review_starts_now),
    h("p", {}, words.review_frozen),
    who,
    notice,
    h(
      "div",
      { class: "lc-buttons" },
      createAskButton(words, words.create, "lc-primary", create, notice),
      createButton(words.edit_more, "", back),
    ),
  );
  return { element, heading };
}
