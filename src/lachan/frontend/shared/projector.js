// Projector mode: large type, nothing but the step, the keys of a clicker, and B for a black screen.
// Its keys work only while it is on, and a button as well as Escape turns it off.

import { fillWith, h } from "./dom.js";
import { createIcon } from "./icons.js";

/** @type {Record<string, number>} */
const turns = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

// How far a key turns, by whatever sent it, a keyboard or a clicker; 0 where it turns nothing.
/** @param {KeyboardEvent} event */
export function findTurn({ key, shiftKey, ctrlKey, altKey, metaKey, target }) {
  if (ctrlKey || altKey || metaKey || belongsTo(target, key)) return 0;
  if (key === " ") return shiftKey ? -1 : 1;
  return turns[key] ?? 0;
}

// `move(by)` goes on or back, and returns false where it leaves the key to the browser; `acts` are
// further keys, in lower case; `ontoggle(isOn)` hears of the mode.
/**
 * @param {{
 *   root: HTMLElement,
 *   texts: Record<string, string>,
 *   move: (by: number) => boolean,
 *   acts?: Record<string, () => unknown>,
 *   ontoggle?: (isOn: boolean) => unknown,
 *   onblack?: () => unknown,
 * }} options
 */
export function createProjector({ root, texts, move, acts = {}, ontoggle = () => {}, onblack = () => {} }) {
  const toggle = h(
    "button",
    { type: "button", class: "lc-button lc-quiet", "aria-pressed": "false" },
    createIcon("screen"),
    texts.projector,
  );
  const hint = h("p", { class: "lc-projector-hint", role: "status" });
  const black = h("div", { class: "lc-black", hidden: true, role: "presentation" });
  let isOn = false;
  // Whether the screen was full, and whether it may be left without leaving the mode.
  let wasFull = false;
  let isHeld = false;

  /** @param {boolean} on */
  const set = (on) => {
    isOn = on;
    isHeld = false;
    root.classList.toggle("lc-projector", on);
    toggle.setAttribute("aria-pressed", String(on));
    fillWith(toggle, createIcon("screen"), on ? texts.projector_leave : texts.projector);
    hint.textContent = on ? texts.projector_keys : "";
    darken(false);
    setFullScreen(root, on);
    ontoggle(on);
  };
  /** @param {boolean} on */
  const darken = (on) => {
    if (black.hidden !== on) return;
    black.hidden = !on;
    onblack();
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!isOn || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /**
   * True where the key was meant for the projector.
   * @param {KeyboardEvent} event
   */
  const act = (event) => {
    const { key, target } = event;
    const name = key.length === 1 ? key.toLowerCase() : key;
    if (!black.hidden) darken(false);
    else if (key === "Escape") set(false);
    else if (belongsTo(target, key)) return false;
    else if (name === "b" || name === ".") darken(true);
    else if (Object.hasOwn(acts, name)) acts[name]();
    else {
      const by = findTurn(event);
      return by !== 0 && goOn(by);
    }
    return true;
  };
  /** @param {number} by */
  const goOn = (by) => {
    // What took the full screen away, such as a window that was opened, is done with.
    if (isHeld && !document.fullscreenElement) setFullScreen(root, true);
    return move(by);
  };
  const onFullScreen = () => {
    if (isOn && wasFull && !document.fullscreenElement && !isHeld) set(false);
    wasFull = Boolean(document.fullscreenElement);
  };
  toggle.addEventListener("click", () => set(!isOn));
  black.addEventListener("click", () => darken(false));
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFullScreen);
  const dispose = () => {
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("fullscreenchange", onFullScreen);
  };
  return {
    toggle,
    hint,
    black,
    darken,
    isOn: () => isOn,
    isBlack: () => !black.hidden,
    // Keep the mode on when something of ours takes the full screen away.
    hold: () => {
      isHeld = isOn;
    },
    dispose,
  };
}

// Whether whoever has the focus needs this key: all for what is typed into, arrows to choose among
// radios, the space bar to press. What a clicker sends, PageUp and PageDown, nothing else needs.
/**
 * @param {EventTarget | null} target
 * @param {string} key
 */
function belongsTo(target, key) {
  if (!(target instanceof Element)) return false;
  if (key === " ") return target.matches("input, textarea, select, button, summary");
  if (key === "PageDown" || key === "PageUp") return target.matches("textarea, select");
  return target.matches("input, textarea, select");
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
