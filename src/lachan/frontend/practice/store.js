// Where the browser keeps a practice until its tab closes. A browser may refuse to keep
// anything; practice then works, but starts anew after a reload.

/** @import { NothingJson, SessionJson } from "../wire" */
import { keep, readKept } from "../shared/kept.js";

// The quick exit of our pages removes the same key (page/exit.js).
const key = "lachan-luyen-tap";

// The kept session; null when there is none, undefined when it cannot be read.
export function readSession() {
  const session = /** @type {SessionJson | null | undefined} */ (readKept("sessionStorage", key));
  return session === null || typeof session?.start?.topic === "string" ? session : undefined;
}

// An empty session removes what was kept.
/** @param {SessionJson | NothingJson} session */
export function keepSession(session) {
  keep("sessionStorage", key, "start" in session ? session : null);
}
