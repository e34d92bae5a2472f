// The form as it is typed: kept by the tab, so that a reload loses nothing. Fields are named by
// their path, as the kernel names what is wrong with them: "minutes", "parts.0.points".

import { keep, readKept } from "../shared/kept.js";

// The quick exit of our pages removes the same key (page/exit.js).
const key = "lachan-ra-de";

// `onWrite` is called after each change of a field. Another form is told to nobody: what is on the
// screen belongs to the one before, and whoever replaces it draws the screen anew.
export function createForm() {
  let form = readForm();
  const listeners = [];
  return {
    get: () => form,
    read: (path) => path.reduce((value, step) => value?.[step], form),
    write(path, value) {
      const holder = path.slice(0, -1).reduce((each, step) => (each[step] ??= {}), form);
      holder[path.at(-1)] = value;
      keep("sessionStorage", key, form);
      for (const listener of listeners) listener();
    },
    replace(next) {
      form = next;
      keep("sessionStorage", key, form);
    },
    onWrite: (listener) => listeners.push(listener),
  };
}

function readForm() {
  const kept = readKept("sessionStorage", key);
  const isForm = typeof kept?.band === "string" && Array.isArray(kept.parts) && Array.isArray(kept.topics);
  return isForm ? kept : null;
}

const statementsPerGroup = 4;

// A number as it is typed: "0,25" or "0.25"; 0 for what is no number.
export function parseNumber(text) {
  const number = Number(
    String(text ?? "")
      .trim()
      .replace(",", "."),
  );
  return Number.isFinite(number) && number > 0 ? number : 0;
}

export function formatNumber(number) {
  return number.toLocaleString("vi-VN", { maximumFractionDigits: 4 });
}

// Sums of a part over the topics on show: by topic, by level, of cells, of items, of points.
export function sumPart(part, topics) {
  const rows = {};
  const columns = {};
  let total = 0;
  for (const [name, text] of Object.entries(part.counts ?? {})) {
    const [topic, level] = name.split("/");
    const count = topics.includes(topic) ? Math.floor(parseNumber(text)) : 0;
    rows[topic] = (rows[topic] ?? 0) + count;
    columns[level] = (columns[level] ?? 0) + count;
    total += count;
  }
  const grouped = part.type === "true_false_group" && part.unit === "statements";
  const items = grouped ? total / statementsPerGroup : total;
  return { rows, columns, total, items, points: items * parseNumber(part.points) };
}
