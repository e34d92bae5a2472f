// Projector mode: large type, nothing but the step, arrow keys, and B for a black screen.
// Its keys work only while it is on, and a button as well as Escape turns it off.

import { fillWith, h } from "./dom.js";
import { createIcon } from "./icons.js";

// `move(by)` goes to another step; `ontoggle(isOn)` hears of the mode.
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
  const onKey = (event) => {
    if (!isOn || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!act(event.key, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const act = (key, target) => {
    if (!black.hidden) return (black.hidden = true);
    if (key === "Escape") return set(false) ?? true;
    if (isTyping(target)) return false;
    if (key === "b" || key === "B") return !(black.hidden = false);
    if (key === "ArrowRight" || key === "PageDown") return move(1) ?? true;
    if (key === "ArrowLeft" || key === "PageUp") return move(-1) ?? true;
    return false;
  };
  const onFullScreen = () => {
    if (isOn && wasFull && !document.fullscreenElement) set(false);
    wasFull = Boolean(document.fullscreenElement);
  };
  let wasFull = false;
  toggle.addEventListener("click", () => set(!isOn));
  black.addEventListener("click", () => (black.hidden = true));
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFullScreen);
  const dispose = () => {
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("fullscreenchange", onFullScreen);
  };
  return { toggle, hint, black, dispose };
}

// Arrow keys belong to radios and text boxes when one of them has the focus.
function isTyping(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

// Full screen is a wish: a browser or a frame may refuse it, and the mode works without.
function setFullScreen(root, on) {
  if (on) root.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}
