// Where to get help: numbers to call, places to go, people to tell.

/** @import { HelpJson } from "../wire" */
import { h } from "./dom.js";
import { createIcon } from "./icons.js";

// The first number is always in sight; the others unfold.
/** @param {{ help: HelpJson, texts: Record<string, string>, level: number }} options */
export function createHelp({ help, texts, level }) {
  const first = { ...help, hotlines: help.hotlines.slice(0, 1), places: [], contacts: [] };
  const others = { ...help, hotlines: help.hotlines.slice(1) };
  return h(
    "section",
    { class: "lc-help" },
    h(`h${level}`, {}, texts.help_heading),
    h("p", {}, texts.help_intro),
    createHelpLists(first, texts),
    h("details", {}, h("summary", {}, texts.help_more), createHelpLists(others, texts)),
  );
}

// The lists alone, for a block that has a heading of its own.
/**
 * @param {HelpJson} help
 * @param {Record<string, string>} texts
 */
export function createHelpLists({ hotlines, places, contacts }, texts) {
  const calls = hotlines.map((line) =>
    h(
      "li",
      { class: "lc-hotline" },
      h("a", { class: "lc-number-link", href: telephone(line.number) }, createIcon("phone"), line.number),
      h(
        "div",
        {},
        h("p", { class: "lc-help-name" }, line.name),
        h("p", {}, line.when),
        h("p", { class: "lc-small" }, [line.hours, line.free && texts.free].filter(Boolean).join(" \u00b7 ")),
      ),
    ),
  );
  const visits = places.map((place) =>
    h("li", {}, h("p", { class: "lc-help-name" }, place.name), h("p", {}, place.when)),
  );
  const local = contacts.map((contact) => h("li", {}, contact));
  return [
    calls.length > 0 && h("ul", { class: "lc-hotlines" }, calls),
    visits.length > 0 && h("ul", { class: "lc-places" }, visits),
    local.length > 0 && [
      h("p", { class: "lc-help-name" }, texts.help_local),
      h("ul", { class: "lc-places" }, local),
    ],
  ];
}

/** @param {string} number */
function telephone(number) {
  return `tel:${number.replace(/[^0-9+]/g, "")}`;
}
