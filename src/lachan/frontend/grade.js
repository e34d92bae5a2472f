// Grading in the browser, for pages without a kernel. tests/unit/grading/vectors.json holds
// this module and lachan.grading to the same results.

// Scores of a true/false group by the number of right statements. Strings, as floating point
// would not be exact.
const groupScores = ["0", "0.1", "0.25", "0.5", "1"];
const maxTypedLength = 32;

export class ResponseError extends Error {}

// What to show after an answer, as lachan.widgets.feedback_json gives it. `key` is the item's
// explanation; a response that does not fit it throws ResponseError.
export function buildFeedback(id, key, raw) {
  const { response, right, total } = count(key, raw);
  const correct = right === total;
  const score = key.type === "true_false_group" ? groupScores[right] : correct ? "1" : "0";
  return { item: id, response, score, maximum: "1", correct, right, total, explanation: key };
}

// A typed number as keys are written: no spaces, "-" for minus, a decimal comma.
export function normalizeTyped(value) {
  return value
    .replace(/[ \t\r\n\u00a0\u2009\u202f]+/g, "")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\./g, ",");
}

function count(key, raw) {
  switch (key.type) {
    case "single_choice":
      return countChoice(key, raw);
    case "multiple_choice":
      return countChoices(key, raw);
    case "true_false_group":
      return countStatements(key, raw);
    case "short_answer":
      return countTyped(key, raw);
    default:
      throw new TypeError(`unknown item type ${key.type}`);
  }
}

function countChoice(key, raw) {
  const picked = key.options.find((option) => option.id === raw);
  if (picked === undefined) throw new ResponseError("not a choice");
  return { response: raw, right: picked.key ? 1 : 0, total: 1 };
}

function countChoices(key, raw) {
  const ids = key.options.map((option) => option.id);
  if (!Array.isArray(raw) || raw.length === 0) throw new ResponseError("not a list of choices");
  if (!raw.every((id) => ids.includes(id))) throw new ResponseError("unknown choice");
  if (new Set(raw).size !== raw.length) throw new ResponseError("a choice given twice");
  const exact = key.options.every((option) => option.key === raw.includes(option.id));
  const response = ids.filter((id) => raw.includes(id));
  return { response, right: exact ? 1 : 0, total: 1 };
}

function countStatements(key, raw) {
  const ids = key.options.map((option) => option.id);
  const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  if (!isObject || Object.keys(raw).length === 0) throw new ResponseError("no statement");
  for (const [id, value] of Object.entries(raw)) {
    if (!ids.includes(id)) throw new ResponseError("unknown statement");
    if (typeof value !== "boolean") throw new ResponseError("neither true nor false");
  }
  const right = key.options.filter((option) => raw[option.id] === option.key).length;
  return { response: { ...raw }, right, total: ids.length };
}

function countTyped(key, raw) {
  const isTooLong = typeof raw === "string" && [...raw].length > maxTypedLength;
  if (typeof raw !== "string" || isTooLong) throw new ResponseError("not a short text");
  const typed = normalizeTyped(raw);
  const spellings = [key.key, ...key.accepted].map(normalizeTyped);
  const isNumber = /^[0-9,-]{1,4}$/.test(typed);
  if (!isNumber && !spellings.includes(typed)) throw new ResponseError("not a number");
  return { response: typed, right: spellings.includes(typed) ? 1 : 0, total: 1 };
}
