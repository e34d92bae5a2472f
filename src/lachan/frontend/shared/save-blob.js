// Give a file that was made in the browser to it to save.

import { h } from "./dom.js";

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  // The browser reads it after the click, and may ask where to first.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
