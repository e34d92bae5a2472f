// Grading in the browser, for pages without a kernel. tests/support/vectors.json holds
// this module and lachan.grading to the same results.

/**
 * @import { AnswerJson, ChoiceExplanation, EssayExplanation, ExplanationJson, FeedbackJson, MatchingExplanation, OrderingExplanation, ScenarioExplanation, TypedExplanation } from "../wire"
 */

/**
 * How many parts of an answer were right, and the answer as it counts.
 * @typedef {{ response: AnswerJson, right: number, total: number }} Count
 */

// Scores of a true/false group by the number of right statements. Strings, as floating point
// would not be exact.
const groupScores = ["0", "0.1", "0.25", "0.5", "1"];
const maxTypedLength = 32;
const maxEssayLength = 6000;

export class ResponseError extends Error {}

// What to show after an answer, as lachan.widgets.feedback_json gives it. `key` is the item's
// explanation; a response that does not fit it throws ResponseError.
/**
 * @param {string} id
 * @param {ExplanationJson} key
 * @param {unknown} raw
 * @returns {FeedbackJson}
 */
export function buildFeedback(id, key, raw) {
  if (key.type === "essay") return buildEssay(id, key, raw);
  const { response, right, total } = count(key, raw);
  const correct = right === total;
  const score = scoreOf(key.type, right, total);
  return { item: id, response, score, maximum: "1", correct, right, total, explanation: key };
}

// A person marks an essay; the guide is shown beside what was written.
/**
 * @param {string} id
 * @param {EssayExplanation} key
 * @param {unknown} raw
 * @returns {FeedbackJson}
 */
function buildEssay(id, key, raw) {
  const shown = { score: null, maximum: "1", correct: null, right: 0, total: 1, explanation: key };
  return { item: id, response: parseText(raw, maxEssayLength), ...shown };
}

// Shares are rounded half up to hundredths, in whole numbers, as lachan.grading does.
/**
 * @param {ExplanationJson["type"]} type
 * @param {number} right
 * @param {number} total
 */
function scoreOf(type, right, total) {
  if (type === "true_false_group") return groupScores[right];
  if (right === total) return "1";
  if (type !== "matching" && type !== "scenario") return "0";
  const hundredths = Math.floor((200 * right + total) / (2 * total));
  return `0.${String(hundredths).padStart(2, "0")}`;
}

// Letters and digits in lower case, single spaces; Vietnamese accents stay.
/** @param {string} value */
export function fold(value) {
  const words = value
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, " ");
  return words.replace(/\s+/g, " ").trim();
}

// A typed number as keys are written: no spaces, "-" for minus, a decimal comma.
/** @param {string} value */
export function normalizeTyped(value) {
  return value
    .replace(/[ \t\r\n\u00a0\u2009\u202f]+/g, "")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\./g, ",");
}

/**
 * @param {Exclude<ExplanationJson, EssayExplanation>} key
 * @param {unknown} raw
 * @returns {Count}
 */
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
    case "short_text":
      return countText(key, raw);
    case "matching":
      return countPairs(key, raw);
    case "ordering":
      return countSteps(key, raw);
    case "scenario":
      return countPath(key, raw);
    default:
      throw new TypeError(`unknown item type ${JSON.stringify(key)}`);
  }
}

/**
 * @param {ChoiceExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countChoice(key, raw) {
  const picked = key.options.find((option) => option.id === raw);
  if (picked === undefined) throw new ResponseError("not a choice");
  return { response: picked.id, right: picked.key ? 1 : 0, total: 1 };
}

/**
 * @param {ChoiceExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countChoices(key, raw) {
  const ids = key.options.map((option) => option.id);
  if (!Array.isArray(raw) || raw.length === 0) throw new ResponseError("not a list of choices");
  if (!raw.every((id) => ids.includes(id))) throw new ResponseError("unknown choice");
  if (new Set(raw).size !== raw.length) throw new ResponseError("a choice given twice");
  const exact = key.options.every((option) => option.key === raw.includes(option.id));
  const response = ids.filter((id) => raw.includes(id));
  return { response, right: exact ? 1 : 0, total: 1 };
}

/**
 * @param {ChoiceExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countStatements(key, raw) {
  const ids = key.options.map((option) => option.id);
  const said = readParts(raw, "no statement");
  for (const [id, value] of Object.entries(said)) {
    if (!ids.includes(id)) throw new ResponseError("unknown statement");
    if (typeof value !== "boolean") throw new ResponseError("neither true nor false");
  }
  const verdicts = /** @type {Record<string, boolean>} */ ({ ...said });
  const right = key.options.filter((option) => verdicts[option.id] === option.key).length;
  return { response: verdicts, right, total: ids.length };
}

/**
 * @param {TypedExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countTyped(key, raw) {
  const isTooLong = typeof raw === "string" && [...raw].length > maxTypedLength;
  if (typeof raw !== "string" || isTooLong) throw new ResponseError("not a short text");
  const typed = normalizeTyped(raw);
  const spellings = [key.key, ...key.accepted].map(normalizeTyped);
  const isNumber = /^[0-9,-]{1,4}$/.test(typed);
  if (!isNumber && !spellings.includes(typed)) throw new ResponseError("not a number");
  return { response: typed, right: spellings.includes(typed) ? 1 : 0, total: 1 };
}

/**
 * @param {unknown} raw
 * @param {number} longest
 */
function parseText(raw, longest) {
  if (typeof raw !== "string" || raw.trim() === "") throw new ResponseError("no text");
  if ([...raw].length > longest) throw new ResponseError("text too long");
  return raw.trim();
}

/**
 * @param {TypedExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countText(key, raw) {
  const response = parseText(raw, 2 * maxTypedLength);
  const right = [key.key, ...key.accepted].map(fold).includes(fold(response));
  return { response, right: right ? 1 : 0, total: 1 };
}

/**
 * @param {MatchingExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countPairs(key, raw) {
  const joined = /** @type {Record<string, string>} */ ({ ...readParts(raw, "no pair") });
  const lefts = key.options.map((option) => option.id);
  const targets = [...key.options.map((option) => option.key), ...key.extra.map(({ id }) => id)];
  for (const [left, target] of Object.entries(joined)) {
    if (!lefts.includes(left) || !targets.includes(target)) throw new ResponseError("unknown pair");
  }
  const right = key.options.filter((option) => joined[option.id] === option.key).length;
  return { response: joined, right, total: lefts.length };
}

/**
 * An answer part by part.
 * @param {unknown} raw
 * @param {string} missing
 * @returns {object}
 */
function readParts(raw, missing) {
  const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  if (!isObject || Object.keys(raw).length === 0) throw new ResponseError(missing);
  return raw;
}

/**
 * @param {OrderingExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countSteps(key, raw) {
  const ids = key.options.map((option) => option.id);
  const isOrder = Array.isArray(raw) && raw.length === ids.length && new Set(raw).size === ids.length;
  if (!isOrder || !raw.every((id) => ids.includes(id))) throw new ResponseError("not all steps");
  const right = raw.every((id, index) => id === ids[index]);
  return { response: [...raw], right: right ? 1 : 0, total: 1 };
}

/**
 * @param {ScenarioExplanation} key
 * @param {unknown} raw
 * @returns {Count}
 */
function countPath(key, raw) {
  if (!Array.isArray(raw)) throw new ResponseError("not a path");
  const scenes = new Map(key.scenes.map((each) => [each.id, each]));
  let scene = key.scenes[0];
  let right = 0;
  for (const id of raw) {
    const choice = scene.choices.find((each) => each.id === id);
    if (choice === undefined) throw new ResponseError("no such way");
    if (choice.best) right += 1;
    scene = /** @type {typeof scene} */ (scenes.get(choice.next));
  }
  if (scene.choices.length > 0) throw new ResponseError("not at an end");
  return { response: [...raw], right, total: raw.length };
}
