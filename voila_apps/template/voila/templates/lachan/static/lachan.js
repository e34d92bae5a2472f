// What every page of ours does by itself: the loading line, word of lost connections, and the end of
// the kernel when the page goes. No text is written here; the template has it all. Quick exit is in
// thoat.js, which runs earlier.

const SLOW_AFTER_MS = 20000;
const LOST_AFTER_MS = 4000;

// How the server's websocket ends for a page that is over a bound (RFC 6455, section 7.4.1); the
// reason is a sentence to show.
const POLICY_VIOLATED = 1008;
const REFUSED = [POLICY_VIOLATED, 1009];

/** @param {string} id */
const byId = (id) => document.getElementById(id);

// ---- Trouble ----------------------------------------------------------------------------------

/**
 * @param {string} kind
 * @param {boolean} shown
 */
function setTrouble(kind, shown) {
  const box = byId("lachan-trouble");
  if (!box) return;
  /** @type {NodeListOf<HTMLElement>} */
  const lines = box.querySelectorAll("[data-lachan-trouble]");
  for (const line of lines) if (line.dataset.lachanTrouble === kind) line.hidden = !shown;
  box.hidden = [...lines].every((line) => line.hidden);
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

/** @param {Element} element */
function hasContent(element) {
  return element.textContent?.trim() !== "" || element.querySelector("input, img, svg") !== null;
}

function watchLoading() {
  const loading = byId("lachan-loading");
  const cells = byId("lachan-cells");
  if (!loading || !cells) return;
  const slow = setTimeout(() => setTrouble("slow", true), SLOW_AFTER_MS);
  const observer = new MutationObserver(() => settle());
  const settle = () => {
    if (!isDrawn()) return;
    observer.disconnect();
    clearTimeout(slow);
    setTrouble("slow", false);
    loading.hidden = true;
    document.body.dataset.lachanReady = "true";
  };
  observer.observe(cells, { childList: true, characterData: true, subtree: true });
  settle();
}

// Voilà's front end, where a page needs it, calls these once its theme is in; our page needs no such
// moment.
Object.assign(window, { voila_process() {}, voila_finish() {} });

// ---- Kernel -----------------------------------------------------------------------------------

function kernelConfig() {
  const config = byId("jupyter-config-data");
  return config ? JSON.parse(config.textContent ?? "") : null;
}

function watchConnection() {
  let open = 0;
  /** @type {number | undefined} */
  let lost;
  let leaving = false;
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  /** @param {string} kind */
  const tellTheEnd = (kind) => {
    leaving = true;
    clearTimeout(lost);
    setTrouble("lost", false);
    setTrouble(kind, true);
  };
  window.addEventListener("lachan-kernel-gone", () => tellTheEnd("dead"));
  const Stock = window.WebSocket;
  window.WebSocket = class extends Stock {
    /** @param {ConstructorParameters<typeof WebSocket>} args */
    constructor(...args) {
      super(...args);
      this.addEventListener("open", () => {
        open += 1;
        clearTimeout(lost);
        lost = undefined;
        setTrouble("lost", false);
      });
      this.addEventListener("close", ({ code, reason }) => {
        if (REFUSED.includes(code)) {
          // A message that tornado refuses by itself is refused in English.
          const words = byId("lachan-refusal");
          if (words && reason && code === POLICY_VIOLATED) words.textContent = reason;
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

/** @param {unknown} data */
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

watchReload();
watchConnection();
watchLoading();
watchLeaving();
