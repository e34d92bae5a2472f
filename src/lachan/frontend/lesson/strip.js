// A strip of which one panel is on show: by swipe (the list is scrolled and snaps), by arrow keys, by
// buttons. All panels stay in the page for who listens; a switch shows all at once, and so do a class's
// screen and paper.

import { createButton, fillIn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";

/** @type {Record<string, (now: number, last: number) => number>} */
const moves = {
  ArrowLeft: (now) => now - 1,
  ArrowRight: (now) => now + 1,
  Home: () => 0,
  End: (_now, last) => last,
};

// `list` holds the panels; it is taken into what is returned.
/**
 * @param {HTMLElement} list
 * @param {Record<string, string>} texts
 */
export function createStrip(list, texts) {
  const panels = [...list.children];
  const last = panels.length - 1;
  const seen = h("span", { "aria-hidden": "true" });
  const heard = h("span", { class: "lc-unseen" });
  const back = createTurn("back", texts.comic_back, () => go(now - 1));
  const on = createTurn("forward", texts.comic_on, () => go(now + 1));
  const whole = createButton(texts.comic_whole, "lc-quiet", () => setWhole(!isWhole));
  const turning = h(
    "div",
    { class: "lc-strip-turn" },
    back,
    h("p", { class: "lc-strip-place", role: "status" }, seen, heard),
    on,
  );
  const bar = h("div", { class: "lc-strip-bar" }, turning, whole);
  const strip = h("div", { class: "lc-strip" });
  let now = 0;
  let isWhole = false;

  const tell = () => {
    seen.textContent = fillIn(texts.comic_place, { number: now + 1, count: panels.length });
    back.setAttribute("aria-disabled", String(now === 0));
    on.setAttribute("aria-disabled", String(now === last));
  };
  // The panel on show stays so, whatever the list is laid out anew for: a turned phone, a class's screen.
  const settle = () => {
    if (!isWhole) list.scrollTo({ left: now * list.clientWidth });
  };
  /** @param {number} wanted */
  const go = (wanted) => {
    const next = Math.min(Math.max(wanted, 0), last);
    if (next === now) return;
    now = next;
    settle();
    tell();
    heard.textContent = sayPanel(panels[now]);
  };
  /** @param {boolean} wanted */
  const setWhole = (wanted) => {
    isWhole = wanted;
    strip.classList.toggle("lc-strip-whole", isWhole);
    whole.textContent = isWhole ? texts.comic_single : texts.comic_whole;
    turning.hidden = isWhole;
    // What scrolls is reached by the keyboard; what does not has nothing to do there.
    if (isWhole) list.removeAttribute("tabindex");
    else list.tabIndex = 0;
    settle();
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    const move = ctrlKey || altKey || metaKey || shiftKey || isWhole ? null : moves[key];
    // On a class's screen these keys turn its pages.
    if (!move || strip.closest(".lc-projector")) return;
    event.preventDefault();
    event.stopPropagation();
    go(move(now, last));
  };
  // Whoever swiped is told where they are; what they see they need not be told.
  const onScroll = () => {
    if (isWhole || list.scrollWidth <= list.clientWidth) return;
    now = Math.min(Math.round(list.scrollLeft / list.clientWidth), last);
    tell();
  };

  list.replaceWith(strip);
  strip.append(list, bar);
  list.addEventListener("scroll", onScroll, { passive: true });
  strip.addEventListener("keydown", onKey);
  new ResizeObserver(settle).observe(list);
  setWhole(false);
  tell();
  return strip;
}

// What is seen in a panel and what is said in it.
/** @param {Element} panel */
function sayPanel(panel) {
  const picture = panel.querySelector("[role=img]")?.getAttribute("aria-label") ?? "";
  const words = [...panel.querySelectorAll("figcaption > *")].map((line) => line.textContent);
  return [picture, ...words].join(" ");
}

/**
 * @param {"back" | "forward"} icon
 * @param {string} name
 * @param {() => unknown} act
 */
function createTurn(icon, name, act) {
  const button = createButton(createIcon(icon), "", act);
  button.setAttribute("aria-label", name);
  button.title = name;
  return button;
}
