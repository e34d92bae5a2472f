// What a browser keeps for a page, as JSON. A browser may refuse, be full, or hold what somebody
// else has written: the page then only loses its comfort.

// `storage` is "sessionStorage" or "localStorage". Null when nothing is kept, undefined when it
// cannot be read.
/**
 * @param {"sessionStorage" | "localStorage"} storage
 * @param {string} key
 * @returns {unknown}
 */
export function readKept(storage, key) {
  try {
    return JSON.parse(window[storage].getItem(key) ?? "null");
  } catch {
    return undefined;
  }
}

// Null takes away what was kept.
/**
 * @param {"sessionStorage" | "localStorage"} storage
 * @param {string} key
 * @param {unknown} value
 */
export function keep(storage, key, value) {
  try {
    if (value === null) window[storage].removeItem(key);
    else window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // Refused or full.
  }
}
