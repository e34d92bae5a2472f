// Quick exit: from any page of ours to a neutral one, and no way back but on purpose. A script of its
// own that runs before anything of the page is drawn. `data-lachan-neutral` of its element is the
// neutral page's address; a file without a server carries that page in <template id="lachan-neutral">.

(() => {
  const ESCAPES_TO_LEAVE = 3;
  const ESCAPE_WINDOW_MS = 1500;
  // What the tab keeps once its visitor has left.
  const LEFT = "lachan-da-thoat";

  const neutral = document.currentScript?.dataset.lachanNeutral;
  const root = document.documentElement;

  function hasLeft() {
    try {
      return window.sessionStorage.getItem(LEFT) !== null;
    } catch {
      // A browser that keeps nothing: the page that was left is gone all the same.
      return false;
    }
  }

  // The next person at this computer finds no practice under way, no seat in a class, no paper that
  // is being made and no name. A contest's answers are kept elsewhere, until they have been sent.
  function forgetVisit() {
    try {
      window.sessionStorage.clear();
      window.sessionStorage.setItem(LEFT, "1");
    } catch {
      // Nothing is kept, so there is nothing to forget.
    }
  }

  // By an address that was typed, a bookmark or a link, and not by Back, Forward, a reload or a tab
  // that the browser opened again.
  function isOpenedOnPurpose() {
    const [navigation] = performance.getEntriesByType("navigation");
    return navigation instanceof PerformanceNavigationTiming && navigation.type === "navigate";
  }

  // The neutral page takes this one's place in the tab's history.
  function showNeutral() {
    // Hidden first: the neutral page may take a moment on a slow network.
    root.hidden = true;
    document.title = "";
    if (neutral) window.location.replace(neutral);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", drawNeutral);
    else drawNeutral();
  }

  function drawNeutral() {
    const page = document.getElementById("lachan-neutral");
    if (page instanceof HTMLTemplateElement) document.body.replaceChildren(page.content.cloneNode(true));
    document.body.className = "";
    document.title = document.querySelector("h1")?.textContent ?? "";
    root.hidden = false;
  }

  function leave() {
    // Nobody hears what was on the page either.
    window.speechSynthesis?.cancel();
    forgetVisit();
    showNeutral();
  }

  // All tabs of ours in this browser leave together: what was opened beside a lesson says as much.
  const tabs = window.BroadcastChannel && new window.BroadcastChannel("lachan-thoat");
  tabs?.addEventListener("message", leave);

  function leaveAll() {
    tabs?.postMessage("");
    leave();
  }

  function watchExit() {
    /** @type {number[]} */
    let times = [];
    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-lachan-exit]")) {
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

  // A page that the browser keeps as it was runs nothing before it is shown again, so it is put away
  // hidden.
  function watchReturn() {
    window.addEventListener("pagehide", ({ persisted }) => {
      if (persisted) root.hidden = true;
    });
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      if (hasLeft()) {
        event.stopImmediatePropagation();
        showNeutral();
      } else root.hidden = false;
    });
  }

  if (hasLeft()) {
    if (isOpenedOnPurpose()) window.sessionStorage.removeItem(LEFT);
    else showNeutral();
  }
  watchExit();
  watchReturn();
})();
