// What the bank makes of the form, in words, and the sums that stay in sight.

import { fillIn, fillWith, h } from "../shared/dom.js";
import { formatNumber, sumPart } from "./form.js";

export function createVerdict({ form, faults, texts }) {
  const element = h("section", { class: "lc-paper-verdict" });
  const sums = h("span", {});
  const state = h("span", { class: "lc-paper-state", role: "status" });
  const bar = h("p", { class: "lc-paper-bar" }, sums, " ", state);
  return {
    element,
    bar,
    wait: () => (state.textContent = texts.paper_state_waiting),
    update(look) {
      sums.textContent = tellSums(form.get(), texts);
      if (!look.state) return;
      const rest = faults.show(look.faults);
      state.textContent = texts[`paper_state_${look.state}`];
      bar.dataset.state = look.state;
      fillWith(element, createWords(look, rest, texts));
    },
  };
}

function tellSums({ parts, topics, minutes }, texts) {
  const all = parts.map((part) => sumPart(part, topics));
  const add = (name) => formatNumber(all.reduce((sum, part) => sum + part[name], 0));
  return fillIn(texts.paper_sum, { count: add("items"), points: add("points"), minutes });
}

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

function createLines(lines) {
  return h(
    "ul",
    {},
    lines.filter(Boolean).map((line) => h("li", {}, line)),
  );
}
