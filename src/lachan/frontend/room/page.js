// The contest room on its own page: calls over HTTP, a code that came with the link.

import { createHttpTransport } from "./link.js";
import { mountRoom } from "./room.js";

const data = document.getElementById("phong-thi-du-lieu");
const el = document.getElementById("phong-thi");
if (data && el) {
  const { base, texts } = JSON.parse(data.textContent ?? "");
  mountRoom({ el, texts, transport: createHttpTransport(base), code: takeCode() });
  document.body.dataset.lachanReady = "true";
}

// The part after # never reaches a server; it is taken away so that the next one at this
// machine does not find it in the address bar or the history.
function takeCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("ma") ?? "";
  if (code) history.replaceState(null, "", location.pathname);
  return code;
}

export default { mountRoom };
