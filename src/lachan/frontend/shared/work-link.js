// The way to the kernel. ask(message) resolves once the kernel is done with it, with what is
// wrong ("" when nothing is); its answers are then in the model. Where the kernel stays silent,
// that is what is wrong.

/** @import { Model } from "./send.js" */
import { send } from "./send.js";

/**
 * The part of a widget's state that tells when it is done with a message.
 * @typedef {{ answered: number, notice: string }} Reporting
 *
 * @typedef {ReturnType<typeof createLink>} Link
 */

// A hard matrix may be thought about for a minute; a message may wait behind it.
const patience_ms = 180_000;

/**
 * @param {Pick<Model<Reporting>, "get" | "on" | "off" | "send">} model
 * @param {string} lost
 */
export function createLink(model, lost) {
  /** @type {Map<number, (problem: string) => void>} */
  const waiting = new Map();
  let serial = 0;
  /**
   * @param {number} asked
   * @param {string} problem
   */
  const settle = (asked, problem) => {
    waiting.get(asked)?.(problem);
    waiting.delete(asked);
  };
  const onAnswered = () => settle(model.get("answered"), model.get("notice"));
  model.on("change:answered", onAnswered);
  return {
    /**
     * @param {object} message
     * @returns {Promise<string>}
     */
    ask(message) {
      serial += 1;
      const asked = serial;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(asked, lost), patience_ms);
        waiting.set(asked, (problem) => {
          clearTimeout(timer);
          resolve(problem);
        });
        if (!send(model, { ...message, serial: asked })) settle(asked, lost);
      });
    },
    dispose: () => model.off("change:answered", onAnswered),
  };
}

// A file as base64, as messages carry it.
/**
 * @param {File} file
 * @returns {Promise<string>}
 */
export function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = /** @type {string} */ (reader.result);
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
