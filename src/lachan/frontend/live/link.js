// The way from a pupil's page to its server; answers are those of askServer.

/** @import { Given } from "../items/item.js" */
import { askServer } from "../shared/server-link.js";

/**
 * A phone's seat, and an answer of it that has not reached the server yet.
 * @typedef {{ place: number, response: Given }} Unsent
 * @typedef {{ code: string, seat: string, unsent?: Unsent | null }} Seat
 */

const patience_ms = 8000;

/** @param {string} base */
export function createLink(base) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {{ seat?: string, etag?: string, body?: object }} options
   */
  const ask = (method, path, { seat = "", etag = "", body } = {}) => {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json" };
    if (seat) headers["X-Lachan-Seat"] = seat;
    if (etag) headers["If-None-Match"] = etag;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return askServer(`${base}/api/${path}`, patience_ms, { method, headers, body: JSON.stringify(body) });
  };
  return {
    /** @param {string} code */
    join: (code) => ask("POST", "vao", { body: { code } }),
    /**
     * @param {Seat} seat
     * @param {string} etag
     */
    look: ({ code, seat }, etag) => ask("GET", `phong/${code}`, { seat, etag }),
    /**
     * @param {Seat} seat
     * @param {Unsent} unsent
     */
    answer: ({ code, seat }, { place, response }) =>
      ask("PUT", `phong/${code}/cau/${place}`, { seat, body: { response } }),
  };
}
