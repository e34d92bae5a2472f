// Questions from a widget to its kernel over custom messages; every answer names its question.

/** @import { Model } from "./send.js" */
import { send } from "./send.js";

/**
 * A file that comes with an answer.
 * @typedef {{ file?: DataView }} WithFile
 */

/**
 * @template {object} Answer
 * @param {Pick<Model<unknown>, "on" | "off" | "send">} model
 */
export function createKernelLink(model) {
  /** @type {Map<number, (answer: Answer & WithFile) => void>} */
  const waiting = new Map();
  let count = 0;
  /**
   * @param {number} id
   * @param {Answer & WithFile} answer
   */
  const settle = (id, answer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  /**
   * @param {Answer & { id: number }} message
   * @param {DataView[]} [buffers]
   */
  const hear = ({ id, ...answer }, buffers) =>
    settle(id, /** @type {Answer & WithFile} */ ({ ...answer, file: buffers?.[0] }));
  model.on("msg:custom", hear);
  return {
    // Resolves with the kernel's answer, or with `lost` where none comes in time.
    /**
     * @param {object} message
     * @param {{ patience_ms: number, lost: Answer, buffers?: ArrayBuffer[] }} options
     * @returns {Promise<Answer & WithFile>}
     */
    ask(message, { patience_ms, lost, buffers }) {
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(id, lost), patience_ms);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        if (!send(model, { id, ...message }, buffers)) settle(id, lost);
      });
    },
    isBusy: () => waiting.size > 0,
    dispose: () => model.off("msg:custom", hear),
  };
}
