// Time by the server: what is left of an attempt, whatever this machine's clock says.

/**
 * @typedef {ReturnType<typeof createServerClock>} ServerClock
 */
// Below these the contestant is told once, quietly.
const warnings_s = [300, 60];

export function createServerClock(now_ms = () => performance.now()) {
  /** @type {number | null} */
  let end_ms = null;
  let left_s = 0;
  let isStill = false;
  return {
    // `asked_ms` is when the answer was asked for: half of its way is taken off.
    /**
     * @param {{ time_left_s: number, paused: boolean }} told
     * @param {number} asked_ms
     */
    sync({ time_left_s, paused }, asked_ms) {
      const received_ms = now_ms();
      isStill = paused;
      left_s = time_left_s;
      end_ms = received_ms - (received_ms - asked_ms) / 2 + time_left_s * 1000;
    },
    now_ms,
    left_s: () => {
      if (end_ms === null) return null;
      return Math.max(0, isStill ? left_s : (end_ms - now_ms()) / 1000);
    },
  };
}

// Tells each warning once, and none that was passed before the page was opened.
/**
 * @param {number} first_s
 * @returns {(left_s: number) => number | null}
 */
export function createWarner(first_s) {
  let left = warnings_s.filter((warning) => warning < first_s);
  return (left_s) => {
    const due = left.filter((warning) => left_s <= warning);
    left = left.filter((warning) => left_s > warning);
    return due.length > 0 ? Math.min(...due) : null;
  };
}
