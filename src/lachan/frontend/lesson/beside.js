// The class's side of a pair: opens the presenter's window, tells it what the class sees, and goes
// where it says. Without it the class's window works as ever.

/** @import { Stage } from "../shared/stage.js" */
/** @import { Said, Shown } from "./pair.js" */
import { createButton, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { createLine, findPair, pairParameter } from "./pair.js";

const size = "popup,width=1100,height=760";

// `href` is the page that a presenter opens; `stage` and `step` tell what is on show.
/**
 * @param {{
 *   href: string,
 *   texts: Record<string, string>,
 *   stage: Stage,
 *   step: () => number,
 * }} options
 */
export function createBeside({ href, texts, stage, step }) {
  const pair = findPair();
  const notice = h("p", { class: "lc-notice", role: "status" });
  /** @type {Window | null} */
  let opened = null;

  /** @returns {Shown} */
  const look = () => ({
    step: step(),
    ...stage.pager.place(),
    width: window.innerWidth,
    height: window.innerHeight,
    distance: stage.distance(),
    isBlack: stage.projector.isBlack(),
    isProjected: stage.projector.isOn(),
  });
  const tell = () => line.say({ shown: look() });
  /** @param {Said} said */
  const hear = ({ ask, go, black }) => {
    if (ask) tell();
    if (go) stage.go(go);
    if (black !== undefined && stage.projector.isOn()) stage.projector.darken(black);
  };
  const line = createLine(pair, hear);
  const open = () => {
    notice.textContent = "";
    if (opened && !opened.closed) return opened.focus();
    stage.projector.hold();
    opened = window.open(findAddress(href, pair), `lachan-day-${pair}`, size);
    if (!opened) notice.textContent = texts.presenter_blocked;
  };
  const leave = () => line.say({ gone: true });
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", tell);
  const button = createButton([createIcon("screen"), texts.presenter], "lc-quiet", open);
  button.title = texts.presenter_key;
  return {
    button,
    notice,
    open,
    tell,
    dispose() {
      leave();
      line.close();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", tell);
    },
  };
}

// The presenter's page opens the same lesson at the same step.
/**
 * @param {string} href
 * @param {string} pair
 */
function findAddress(href, pair) {
  const here = new URL(window.location.href);
  const address = new URL(href, here);
  for (const [name, value] of here.searchParams) address.searchParams.set(name, value);
  address.searchParams.set(pairParameter, pair);
  address.hash = here.hash;
  return address.href;
}
