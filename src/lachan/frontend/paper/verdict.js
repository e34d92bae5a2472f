// What the bank makes of the form, in words, and the sums that stay in sight.

/**
 * @import { LookJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Typed } from "./form.js"
 * @import { Context } from "./maker.js"
 */
import { fillIn, fillWith, h } from "../shared/dom.js";
import { formatNumber, sumPart } from "./form.js";

/**
 * What the bank says, or that it said nothing in time.
 * @typedef {LookJson | { state: "unknown", supply: LookJson["supply"] | undefined, lines: string[] }} Told
 *
 * The same; while a form is typed only what the bank has, or nothing yet.
 * @typedef {Told | { state?: undefined, supply?: LookJson["supply"] }} Look
 */

/** @param {Context} context */
export function createVerdict({ form, faults, texts }) {
  const element = h("section", { class: "lc-paper-verdict" });
  const sums = h("span", {});
  const state = h("span", { class: "lc-paper-state", role: "status" });
  const bar = h("p", { class: "lc-paper-bar" }, sums, " ", state);
  return {
    element,
    bar,
    wait() {
      state.textContent = texts.paper_state_waiting;
    },
    /** @param {Look} look */
    update(look) {
      sums.textContent = tellSums(form.get(), texts);
      if (!look.state) return;
      const rest = faults.show(look.state === "faults" ? look.faults : []);
      state.textContent = texts[`paper_state_${look.state}`];
      bar.dataset.state = look.state;
      fillWith(element, createWords(look, rest, texts));
    },
  };
}

/**
 * @param {Typed} form
 * @param {Context["texts"]} texts
 */
function tellSums({ parts, topics, minutes }, texts) {
  const all = parts.map((part) => sumPart(part, topics));
  /** @param {"items" | "points"} name */
  const add = (name) => formatNumber(all.reduce((sum, part) => sum + part[name], 0));
  return fillIn(texts.paper_sum, { count: add("items"), points: add("points"), minutes });
}

/**
 * @param {Told} look
 * @param {string[]} rest
 * @param {Context["texts"]} texts
 * @returns {Child}
 */
function createWords(look, rest, texts) {
  if (look.state === "faults") {
    return rest.length > 0 && [h("h2", {}, texts.paper_faults_heading), createLines(rest)];
  }
  if (look.state === "unknown") return createLines(look.lines);
  if (look.state === "short") {
    return [
      h("h2", {}, texts.paper_short_heading),
      createLines(look.lines),
      Object.keys(look.cells).length > 0 && h("p", {}, texts.paper_short_advice),
    ];
  }
  return [
    h("h2", {}, texts.paper_ready_heading),
    createLines([
      fillIn(texts.paper_ready_codes, { codes: look.codes.join(", ") }),
      look.minutes > 0 && fillIn(texts.paper_ready_time, look),
      look.sets > 1 && fillIn(texts.paper_ready_sets, look),
      ...look.warnings.map((warning) => fillIn(texts.paper_warning, { warning })),
    ]),
  ];
}

/** @param {Child[]} lines */
function createLines(lines) {
  return h(
    "ul",
    {},
    lines.filter(Boolean).map((line) => h("li", {}, line)),
  );
}
