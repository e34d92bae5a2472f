// The way from a pupil's page to its server; answers are those of askServer.

import { askServer } from "../shared/server-link.js";

const patience_ms = 8000;

export function createLink(base) {
  const ask = (method, path, { seat = "", etag = "", body } = {}) => {
    const headers = { Accept: "application/json" };
    if (seat) headers["X-Lachan-Seat"] = seat;
    if (etag) headers["If-None-Match"] = etag;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return askServer(`${base}/api/${path}`, patience_ms, { method, headers, body: JSON.stringify(body) });
  };
  return {
    join: (code) => ask("POST", "vao", { body: { code } }),
    look: ({ code, seat }, etag) => ask("GET", `phong/${code}`, { seat, etag }),
    answer: ({ code, seat }, { place, response }) =>
      ask("PUT", `phong/${code}/cau/${place}`, { seat, body: { response } }),
  };
}
