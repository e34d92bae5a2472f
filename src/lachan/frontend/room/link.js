// The room's calls over HTTP: each gives { status, body }, where status 0 is a lost network.

/** @import { Transport } from "./session.js" */
import { askServer } from "../shared/server-link.js";

const patience_ms = 12000;

// `base` is the contest's address, with a slash at its end.
/**
 * @param {string} base
 * @returns {Transport}
 */
export function createHttpTransport(base) {
  /**
   * @param {string} name
   * @param {unknown} [message]
   */
  const ask = (name, message) =>
    askServer(`${base}goi/${name}`, patience_ms, {
      ...(message === undefined ? {} : { method: "POST", body: JSON.stringify(message) }),
      headers: { "Content-Type": "application/json", "X-Lachan": "1" },
      redirect: "error",
    });
  return { ask, findPicture: async (/** @type {string} */ path) => `${base}hinh/${path}` };
}
