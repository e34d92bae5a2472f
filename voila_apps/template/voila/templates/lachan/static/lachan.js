// What every page of ours does by itself: quick exit, the loading line, word of lost connections,
// and the end of the kernel when the page goes. No text is written here; the template has it all.

const ESCAPES_TO_LEAVE = 3;
const ESCAPE_WINDOW_MS = 1500;
const SLOW_AFTER_MS = 20000;
const LOST_AFTER_MS = 4000;

// How the server's websocket ends for a page that is over a bound (RFC 6455, section 7.4.1); the
// reason is a sentence to show.
const POLICY_VIOLATED = 1008;
const REFUSED = [POLICY_VIOLATED, 1009];

const byId = (id) => document.getElementById(id);

// ---- Quick exit -------------------------------------------------------------------------------

// All tabs of ours in this browser leave together: what was opened beside a lesson says as much.
const tabs = window.BroadcastChannel && new window.BroadcastChannel("lachan-thoat");
tabs?.addEventListener("message", () => leave());

function leaveAll() {
  tabs?.postMessage("");
  leave();
}

function leave() {
  const link = document.querySelector("[data-lachan-exit]");
  // Hidden first: the neutral page may take a moment on a slow network.
  document.documentElement.hidden = true;
  document.title = "";
  forgetVisit();
  window.location.replace(link.href);
}

// The next person at this computer finds no practice under way, no seat in a class, no paper that
// is being made and no name. A contest's answers are kept elsewhere, until they have been sent.
function forgetVisit() {
  try {
    window.sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function watchExit() {
  let times = [];
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-lachan-exit]")) {
      event.preventDefault();
      leaveAll();
    }
  });
  // Captured on the window, so that no widget can swallow the key.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") {
        times = [];
        return;
      }
      if (event.repeat) return;
      times = times.filter((time) => event.timeStamp - time < ESCAPE_WINDOW_MS);
      times.push(event.timeStamp);
      if (times.length >= ESCAPES_TO_LEAVE) leaveAll();
    },
    true,
  );
}

// ---- Trouble ----------------------------------------------------------------------------------

function setTrouble(kind, shown) {
  const box = byId("lachan-trouble");
  if (!box) return;
  const line = box.querySelector(`[data-lachan-trouble="${kind}"]`);
  line.hidden = !shown;
  box.hidden = ![...box.querySelectorAll("[data-lachan-trouble]")].some((p) => !p.hidden);
}

function watchReload() {
  document.querySelector("[data-lachan-reload]")?.addEventListener("click", () => {
    window.location.reload();
  });
}

// ---- Loading ----------------------------------------------------------------------------------

// A widget's place stands in the page well before the widget has drawn anything into it; until
// then JupyterLab keeps a bare English sentence there, which the style sheet hides.
function isDrawn() {
  const pending = document.querySelector(
    '#lachan-cells script[type="application/vnd.voila.cell-output+json"]',
  );
  if (pending) return false;
  const places = [...document.querySelectorAll("#lachan-cells .jp-OutputArea-output")];
  return places.every((place) => [...place.children].some(hasContent));
}

function hasContent(element) {
  return element.textContent.trim() !== "" || element.querySelector("input, img, svg") !== null;
}

function watchLoading() {
  const loading = byId("lachan-loading");
  const cells = byId("lachan-cells");
  if (!loading || !cells) return;
  const slow = setTimeout(() => setTrouble("slow", true), SLOW_AFTER_MS);
  const observer = new MutationObserver(settle);
  function settle() {
    if (!isDrawn()) return;
    observer.disconnect();
    clearTimeout(slow);
    setTrouble("slow", false);
    loading.hidden = true;
    document.body.dataset.lachanReady = "true";
  }
  observer.observe(cells, { childList: true, characterData: true, subtree: true });
  settle();
}

// Voilà's front end, where a page needs it, calls these once its theme is in; our page needs no such
// moment.
window.voila_process = () => {};
window.voila_finish = () => {};

// ---- Kernel -----------------------------------------------------------------------------------

function kernelConfig() {
  const config = byId("jupyter-config-data");
  return config ? JSON.parse(config.textContent) : null;
}

function watchConnection() {
  let open = 0;
  let lost = null;
  let leaving = false;
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  const tellTheEnd = (kind) => {
    leaving = true;
    clearTimeout(lost);
    setTrouble("lost", false);
    setTrouble(kind, true);
  };
  window.addEventListener("lachan-kernel-gone", () => tellTheEnd("dead"));
  const Stock = window.WebSocket;
  window.WebSocket = class extends Stock {
    constructor(...args) {
      super(...args);
      this.addEventListener("open", () => {
        open += 1;
        clearTimeout(lost);
        lost = null;
        setTrouble("lost", false);
      });
      this.addEventListener("close", ({ code, reason }) => {
        if (REFUSED.includes(code)) {
          // A message that tornado refuses by itself is refused in English.
          if (reason && code === POLICY_VIOLATED) byId("lachan-refusal").textContent = reason;
          tellTheEnd("refused");
        }
        open = Math.max(0, open - 1);
        // A try that fails comes here too; the time runs from the first loss.
        if (leaving || open || lost) return;
        lost = setTimeout(() => setTrouble("lost", true), LOST_AFTER_MS);
      });
      this.addEventListener("message", (event) => {
        if (isKernelGone(event.data)) setTrouble("dead", true);
      });
    }
  };
}

function isKernelGone(data) {
  if (!(data instanceof ArrayBuffer) || data.byteLength > 4096) return false;
  const text = new TextDecoder().decode(data);
  return /"execution_state":\s*"(dead|restarting|autorestarting)"/.test(text);
}

function watchLeaving() {
  const config = kernelConfig();
  if (!config?.kernelId) return;
  window.addEventListener("pagehide", () => {
    const base = config.baseUrl.endsWith("/") ? config.baseUrl : `${config.baseUrl}/`;
    navigator.sendBeacon(`${base}voila/api/shutdown/${config.kernelId}`);
  });
  // A page taken back from the browser's cache has no kernel any more.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}

watchExit();
watchReload();
watchConnection();
watchLoading();
watchLeaving();
