// The room's calls over HTTP: each gives { status, body }, where status 0 is a lost network.

import { askServer } from "../shared/server-link.js";

const patience_ms = 12000;

// `base` is the contest's address, with a slash at its end.
export function createHttpTransport(base) {
  const ask = (name, message) =>
    askServer(`${base}goi/${name}`, patience_ms, {
      ...(message === undefined ? {} : { method: "POST", body: JSON.stringify(message) }),
      headers: { "Content-Type": "application/json", "X-Lachan": "1" },
      redirect: "error",
    });
  return { ask, findPicture: async (path) => `${base}hinh/${path}` };
}
