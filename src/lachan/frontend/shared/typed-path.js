// Fields of a form that is typed, by the keys and indexes that lead to them: "parts.0.points".

/**
 * @typedef {readonly (string | number)[]} Path
 *
 * @typedef {{ [step: string]: unknown }} Steps
 */

// Undefined where the path leads nowhere.
/**
 * @param {unknown} form
 * @param {Path} path
 * @returns {unknown}
 */
export const readAt = (form, path) => path.reduce(enter, form);

// What is missing on the way is made.
/**
 * @param {unknown} form
 * @param {Path} path
 * @param {unknown} value
 */
export function writeAt(form, path, value) {
  const holder = path.slice(0, -1).reduce(open, form);
  /** @type {Steps} */ (holder)[path[path.length - 1]] = value;
}

/**
 * @param {unknown} holder
 * @param {string | number} step
 */
function enter(holder, step) {
  return /** @type {Steps | null | undefined} */ (holder)?.[step];
}

/**
 * @param {unknown} holder
 * @param {string | number} step
 */
function open(holder, step) {
  const steps = /** @type {Steps} */ (holder);
  steps[step] ??= {};
  return steps[step];
}
