// Where the browser keeps a practice until its tab closes. A browser may refuse to keep
// anything; practice then works, but starts anew after a reload.

// The quick exit of our pages removes the same key (lachan.js).
const key = "lachan-luyen-tap";

// The kept session; null when there is none, undefined when it cannot be read.
export function readSession() {
  try {
    const kept = window.sessionStorage.getItem(key);
    if (kept === null) return null;
    const session = JSON.parse(kept);
    return typeof session?.start?.topic === "string" ? session : undefined;
  } catch {
    return undefined;
  }
}

// An empty session removes what was kept.
export function keepSession(session) {
  try {
    if (session.start) window.sessionStorage.setItem(key, JSON.stringify(session));
    else window.sessionStorage.removeItem(key);
  } catch {
    // Refused or full: see above.
  }
}
