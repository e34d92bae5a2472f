// How large the type of a projected page is: by how far away the last row sits.

import { keep, readKept } from "./kept.js";

// Distances of the last row, in heights of the screen; projector.css makes the type of it.
const distances = [3, 4, 5, 6, 7, 8, 10];
const usual = 6;
const key = "lachan-hang-cuoi";

// `step(by)` makes the type larger or smaller and returns the distance it is for.
/** @param {HTMLElement} root */
export function createReach(root) {
  const kept = readKept("localStorage", key);
  let distance = distances.find((each) => each === kept) ?? usual;
  const apply = () => root.style.setProperty("--lc-reach", String(distance));
  apply();
  return {
    get: () => distance,
    /** @param {number} by */
    step(by) {
      const place = distances.indexOf(distance) + by;
      distance = distances[Math.min(Math.max(place, 0), distances.length - 1)];
      apply();
      keep("localStorage", key, distance);
      return distance;
    },
  };
}
