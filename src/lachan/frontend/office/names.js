// Names of those who take part: whether they are asked for, what for, and until when.

/**
 * @import { PrivacyJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Fields } from "./fields.js"
 */
import { fillIn, h } from "../shared/dom.js";
import { createInput, createTextArea } from "./fields.js";

// The part of the form; what is asked only where names are stays out of sight until then.
/**
 * @param {{
 *   words: Record<string, string>,
 *   fields: Fields,
 *   isAsked: boolean,
 *   recall: (name: string) => string,
 * }} options
 */
export function createNamesPart({ words, fields, isAsked, recall }) {
  const more = h(
    "div",
    {},
    fields.add("purposes", createTextArea(3, {}, recall("purposes")), {
      label: words.purposes,
      hint: words.purposes_hint,
    }),
    h(
      "div",
      { class: "lc-office-row" },
      fields.add("erase_on", createInput("date", { value: recall("erase_on") }), {
        label: words.erase_on,
        hint: words.erase_on_hint,
      }),
      fields.add("seen_by", createInput("text", { value: recall("seen_by"), maxlength: 160 }), {
        label: words.seen_by,
      }),
    ),
    h(
      "div",
      { class: "lc-office-row" },
      fields.add("withdraw", createInput("text", { value: recall("withdraw"), maxlength: 160 }), {
        label: words.withdraw,
        hint: words.withdraw_hint,
      }),
      fields.add("organiser", createInput("text", { value: recall("organiser"), maxlength: 160 }), {
        label: words.organiser,
        hint: words.organiser_hint,
      }),
    ),
  );
  const box = createInput("checkbox", {
    checked: isAsked,
    onchange: () => {
      more.hidden = !box.checked;
    },
  });
  more.hidden = !isAsked;
  return [fields.add("names", box, { label: words.names, hint: words.names_hint }), more];
}

// What a contest that was made keeps of people, in sentences.
/**
 * @param {PrivacyJson} privacy
 * @param {Record<string, string>} words
 * @returns {Child[]}
 */
export function describePrivacy({ names, erases, erased }, words) {
  const end = erased
    ? fillIn(words.privacy_erased, { day: erased })
    : erases
      ? fillIn(words.privacy_erases, { day: erases })
      : words.privacy_no_day;
  if (!names) return [h("p", {}, words.privacy_no_names), h("p", {}, end)];
  return [
    h("p", {}, words.privacy_names),
    h(
      "ul",
      {},
      names.purposes.map((purpose) => h("li", {}, purpose)),
    ),
    h("p", {}, fillIn(words.privacy_seen_by, { who: names.seen_by })),
    h("p", {}, end),
  ];
}
