// A quiet count-down for one step; for the teacher, so it never rings and never turns red.

import { h } from "./dom.js";
import { formatTime } from "./time.js";

/** @param {{ minutes: number, texts: Record<string, string> }} options */
export function createTimer({ minutes, texts }) {
  let left_s = minutes * 60;
  /** @type {number | undefined} */
  let ticking;
  const clock = h("span", { class: "lc-clock", role: "timer" }, formatTime(left_s));
  const toggle = h("button", { type: "button", class: "lc-button lc-quiet" }, texts.timer_start);

  const stop = () => {
    clearInterval(ticking);
    ticking = undefined;
    toggle.textContent = texts.timer_start;
  };
  const start = () => {
    // Counted from the clock, since a hidden page ticks late.
    const end_ms = Date.now() + left_s * 1000;
    ticking = setInterval(() => {
      left_s = Math.max(0, Math.round((end_ms - Date.now()) / 1000));
      clock.textContent = left_s === 0 ? texts.timer_done : formatTime(left_s);
      if (left_s === 0) stop();
    }, 250);
    toggle.textContent = texts.timer_pause;
  };
  toggle.addEventListener("click", () => {
    if (ticking !== undefined) return stop();
    if (left_s === 0) left_s = minutes * 60;
    start();
  });
  return { element: h("div", { class: "lc-timer" }, clock, toggle), dispose: stop };
}
