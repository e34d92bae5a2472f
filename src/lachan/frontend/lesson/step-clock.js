// How long each step has taken beside what was planned for it; for the teacher, so it never rings.

/** @import { StepJson } from "../wire" */
import { createButton, fillIn, h } from "../shared/dom.js";
import { keep, readKept } from "../shared/kept.js";
import { formatTime } from "../shared/time.js";

const tick_ms = 500;

// `go(step)` says which step is on show, from 1 on; at the opening (0) no clock runs. `name` keeps
// the times over a reload.
/** @param {{ name: string, steps: StepJson[], texts: Record<string, string> }} options */
export function createStepClock({ name, steps, texts }) {
  const key = `lachan-gio-${name}`;
  const kept = readKept("sessionStorage", key);
  /** @type {number[]} seconds, by step */
  const used = steps.map((_, index) => (Array.isArray(kept) ? Number(kept[index]) || 0 : 0));
  let step = 0;
  let isPaused = false;
  let last_ms = Date.now();

  const now = h("p", { class: "lc-clock-now", role: "timer" });
  const all = h("p", { class: "lc-small" });
  const rows = steps.map((each) => {
    const cell = h("td", {});
    const row = h("tr", {}, h("th", { scope: "row" }, each.title), h("td", {}, String(each.minutes)), cell);
    return { row, cell };
  });
  const toggle = createButton(texts.presenter_pause, "lc-quiet", () => {
    count();
    isPaused = !isPaused;
    toggle.textContent = isPaused ? texts.presenter_run : texts.presenter_pause;
  });

  const draw = () => {
    rows.forEach(({ row, cell }, index) => {
      cell.textContent = formatTime(Math.floor(used[index]));
      row.classList.toggle("lc-is-current", index === step - 1);
    });
    const planned = steps.reduce((sum, { minutes }) => sum + minutes, 0);
    const sum = used.reduce((total, each) => total + each, 0);
    now.textContent =
      step > 0 ? say(used[step - 1], steps[step - 1].minutes, texts) : texts.presenter_opening;
    all.textContent = `${texts.presenter_lesson} ${say(sum, planned, texts)}`;
  };
  // By the clock of the machine, since a hidden window ticks late.
  const count = () => {
    const now_ms = Date.now();
    if (step > 0 && !isPaused) used[step - 1] += (now_ms - last_ms) / 1000;
    last_ms = now_ms;
    keep("sessionStorage", key, used);
    draw();
  };
  const ticking = setInterval(count, tick_ms);
  draw();
  return {
    element: h(
      "section",
      { class: "lc-step-clock" },
      h("h2", {}, texts.presenter_clock),
      now,
      all,
      toggle,
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            [texts.presenter_step, texts.presenter_planned, texts.presenter_used].map((head) =>
              h("th", { scope: "col" }, head),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map(({ row }) => row),
        ),
      ),
    ),
    /** @param {number} shown */
    go(shown) {
      count();
      step = shown;
      draw();
    },
    dispose: () => clearInterval(ticking),
  };
}

// Minutes used of those planned, and by how much it is over.
/**
 * @param {number} seconds
 * @param {number} minutes
 * @param {Record<string, string>} texts
 */
function say(seconds, minutes, texts) {
  const whole = Math.floor(seconds);
  const over = whole - minutes * 60;
  const told = fillIn(texts.presenter_time, { used: formatTime(whole), minutes });
  return over > 0 ? `${told} ${fillIn(texts.presenter_over, { over: formatTime(over) })}` : told;
}
