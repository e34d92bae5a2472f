// Projector mode: large type, nothing but the step, arrow keys, and B for a black screen.
// Its keys work only while it is on, and a button as well as Escape turns it off.

import { fillWith, h } from "./dom.js";
import { createIcon } from "./icons.js";

// `move(by)` goes to another step; `ontoggle(isOn)` hears of the mode.
/**
 * @param {{
 *   root: HTMLElement,
 *   texts: Record<string, string>,
 *   move: (by: number) => unknown,
 *   ontoggle?: (isOn: boolean) => unknown,
 * }} options
 */
export function createProjector({ root, texts, move, ontoggle = () => {} }) {
  const toggle = h(
    "button",
    { type: "button", class: "lc-button lc-quiet", "aria-pressed": "false" },
    createIcon("screen"),
    texts.projector,
  );
  const hint = h("p", { class: "lc-projector-hint", role: "status" });
  const black = h("div", { class: "lc-black", hidden: true, role: "presentation" });
  let isOn = false;

  /** @param {boolean} on */
  const set = (on) => {
    isOn = on;
    root.classList.toggle("lc-projector", on);
    toggle.setAttribute("aria-pressed", String(on));
    fillWith(toggle, createIcon("screen"), on ? texts.projector_leave : texts.projector);
    hint.textContent = on ? texts.projector_keys : "";
    black.hidden = true;
    setFullScreen(root, on);
    ontoggle(on);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!isOn || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!act(event.key, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /**
   * True where the key was meant for the projector.
   * @param {string} key
   * @param {EventTarget | null} target
   */
  const act = (key, target) => {
    if (!black.hidden) black.hidden = true;
    else if (key === "Escape") set(false);
    else if (isTyping(target)) return false;
    else if (key === "b" || key === "B") black.hidden = false;
    else if (key === "ArrowRight" || key === "PageDown") move(1);
    else if (key === "ArrowLeft" || key === "PageUp") move(-1);
    else return false;
    return true;
  };
  const onFullScreen = () => {
    if (isOn && wasFull && !document.fullscreenElement) set(false);
    wasFull = Boolean(document.fullscreenElement);
  };
  let wasFull = false;
  toggle.addEventListener("click", () => set(!isOn));
  black.addEventListener("click", () => {
    black.hidden = true;
  });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFullScreen);
  const dispose = () => {
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("fullscreenchange", onFullScreen);
  };
  return { toggle, hint, black, dispose };
}

// Arrow keys belong to radios and text boxes when one of them has the focus.
/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

// Full screen is a wish: a browser or a frame may refuse it, and the mode works without.
/**
 * @param {HTMLElement} root
 * @param {boolean} on
 */
function setFullScreen(root, on) {
  if (on) root.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}
