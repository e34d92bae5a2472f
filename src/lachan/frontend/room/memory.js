// What stays in this browser between two openings of the page: answers on their way, marks,
// and which tab may write. A browser that keeps nothing only loses this comfort.

import { keep, readKept } from "../shared/kept.js";

/**
 * What is kept of one attempt.
 * @typedef {{
 *   pending?: Record<string, Waiting>,
 *   flags?: string[],
 *   index?: number,
 *   isAll?: boolean,
 * }} Notes
 *
 * An answer on its way, under the number of its change.
 * @typedef {{ seq: number, value: unknown }} Waiting
 *
 * @typedef {ReturnType<typeof createMemory>} Memory
 */

const prefix = "lachan-thi:";
const tab = Math.random();

// `name` names one attempt; another attempt's notes are never mixed in.
/** @param {string} name */
export function createMemory(name) {
  const key = prefix + name;
  const tabKey = `${key}:the`;
  const read = () => /** @type {Notes} */ (readKept("localStorage", key) ?? {});
  return {
    read,
    /** @param {Notes} notes */
    write: (notes) => keep("localStorage", key, { ...read(), ...notes }),
    forget() {
      for (const name of [key, tabKey]) keep("localStorage", name, null);
    },
    // This tab writes from now on; the others hear of it through `onTaken`.
    claim: () => keep("localStorage", tabKey, tab),
    /** @param {() => void} listener */
    onTaken(listener) {
      /** @param {StorageEvent} event */
      const hear = (event) => {
        if (event.key === tabKey && event.newValue !== null && event.newValue !== String(tab)) listener();
      };
      window.addEventListener("storage", hear);
      return () => window.removeEventListener("storage", hear);
    },
  };
}
