// A long content in screens: what one does not hold goes on the next. The browser's own columns break
// it, so that no line and no picture is cut; pager.css says what stays together.

import { h } from "./dom.js";

// What has to be read at one glance is set smaller before it is split, down to its own least size.
const scales = [1, 0.92, 0.84, 0.77, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];
const least_scale = 0.64;
// Smaller than this it rather gets a screen of its own.
const least_beside = 0.77;

/** @typedef {ReturnType<typeof createPager>} Pager */

// Mark what is not to be split: it is read as a whole, at `least` times its size where it must be.
/**
 * @template {HTMLElement} Whole
 * @param {Whole} element
 */
export function keepWhole(element, least = least_scale) {
  element.classList.add("lc-whole");
  element.dataset.least = String(least);
  return element;
}

// `onturn` hears when another page is on show, or there are more or fewer of them. Outside of
// projector mode there is one page, as long as it is.
/** @param {{ kind?: string, onturn?: () => unknown }} [options] */
export function createPager({ kind = "", onturn = () => {} } = {}) {
  const element = h("div", { class: `lc-sheets ${kind}` });
  let page = 0;
  let pages = 1;
  let isStale = true;

  const findStep = () => {
    const { columnGap, width } = getComputedStyle(element);
    const gap = Number.parseFloat(columnGap) || 0;
    // As it is laid out: what is shown as a small picture of itself is measured smaller.
    return { gap, step: Number.parseFloat(width) + gap };
  };
  const isPaged = () => getComputedStyle(element).columnCount !== "auto";

  // Count the pages anew where something has changed since.
  const settle = () => {
    if (changes.takeRecords().length > 0) isStale = true;
    if (!isStale) return;
    isStale = false;
    fitWholes(element);
    const { gap, step } = findStep();
    pages = isPaged() && step > 0 ? Math.max(1, Math.round((element.scrollWidth + gap) / step)) : 1;
    page = Math.min(page, pages - 1);
  };
  /** @param {number} wanted */
  const show = (wanted) => {
    const before = `${page}/${pages}`;
    settle();
    page = Math.min(Math.max(wanted, 0), pages - 1);
    element.scrollLeft = isPaged() ? page * findStep().step : 0;
    element.scrollTop = 0;
    if (`${page}/${pages}` !== before) onturn();
  };
  const refresh = () => {
    isStale = true;
    show(page);
  };
  /** @param {number} by */
  const turn = (by) => {
    settle();
    const wanted = page + by;
    if (wanted < 0 || wanted >= pages) return false;
    show(wanted);
    return true;
  };

  // Whoever goes through the page by Tab, or searches it, is taken to where they are.
  /** @param {FocusEvent} event */
  const onFocus = ({ target }) => {
    if (!(target instanceof Element) || target === element) return;
    const { step } = findStep();
    const start = element.getBoundingClientRect().left - element.scrollLeft;
    const found = [...target.getClientRects()].map(({ left }) => Math.floor((left - start + 1) / step));
    if (found.length > 0 && !found.includes(page)) show(found[0]);
  };
  const onScroll = () => {
    if (!isPaged()) return;
    const { step } = findStep();
    if (Math.abs(element.scrollLeft - page * step) > 1) show(Math.round(element.scrollLeft / step));
  };
  const changes = new MutationObserver(refresh);
  const sizes = new ResizeObserver(refresh);
  changes.observe(element, { childList: true, subtree: true });
  sizes.observe(element);
  element.addEventListener("focusin", onFocus);
  element.addEventListener("scroll", onScroll);
  // A picture that has come, a part that was unfolded.
  for (const event of ["load", "toggle"]) element.addEventListener(event, refresh, true);
  // So has a font: the first bold line of a lesson may stand in its last step.
  document.fonts.addEventListener("loadingdone", refresh);
  return {
    element,
    show,
    turn,
    refresh,
    place: () => {
      settle();
      return { page, pages };
    },
    dispose() {
      changes.disconnect();
      sizes.disconnect();
      document.fonts.removeEventListener("loadingdone", refresh);
    },
  };
}

// What would be split is set a little smaller, or else begins a screen of its own, set as small as it
// may be; where that is not enough, it is split at its children, in full size.
/** @param {HTMLElement} element */
function fitWholes(element) {
  /** @type {NodeListOf<HTMLElement>} */
  const wholes = element.querySelectorAll(".lc-whole, .lc-question");
  for (const whole of wholes) {
    const least = Number(whole.dataset.least ?? least_scale);
    // The bar of a deck goes with its question.
    const start = whole.closest(".lc-deck") ?? whole;
    start.classList.remove("lc-alone");
    if (fit(whole, Math.max(least, least_beside))) continue;
    start.classList.add("lc-alone");
    if (fit(whole, least)) continue;
    start.classList.remove("lc-alone");
    whole.style.fontSize = "";
  }
}

// The largest size, down to `least`, at which it is not split; false where there is none.
/**
 * @param {HTMLElement} whole
 * @param {number} least
 */
function fit(whole, least) {
  return scales.some((scale) => {
    if (scale < least) return false;
    whole.style.fontSize = scale < 1 ? `${scale}em` : "";
    return whole.getClientRects().length <= 1;
  });
}
