// A button that asks once more.

import { h } from "./dom.js";

const patience_ms = 5000;

// The first press asks, the second one within some seconds acts.
/**
 * @param {string} text
 * @param {string} question
 * @param {() => unknown} act
 */
export function createSureButton(text, question, act) {
  /** @type {number | undefined} */
  let timer;
  const calm = () => {
    clearTimeout(timer);
    timer = undefined;
    button.textContent = text;
  };
  const onclick = () => {
    if (timer === undefined) {
      button.textContent = question;
      timer = setTimeout(calm, patience_ms);
      return;
    }
    calm();
    act();
  };
  const button = h("button", { type: "button", class: "lc-button lc-quiet", onclick, onblur: calm }, text);
  return button;
}
