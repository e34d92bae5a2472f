// What the page's address asks for: a band, a topic, or both.

/** @import { Band, BandJson } from "../wire" */

/**
 * @typedef {{ band?: Band, topic?: string }} Wish
 */

const parameters = { band: "cap", topic: "chu-de" };

// `menu` has the bands with their topics; what is not in it is undefined.
/**
 * @param {BandJson[]} menu
 * @returns {Wish}
 */
export function findWish(menu) {
  const address = new URLSearchParams(window.location.search);
  const topic = address.get(parameters.topic);
  const byTopic = menu.find((entry) => entry.topics.some((known) => known.topic === topic));
  const byBand = menu.find((entry) => entry.band === address.get(parameters.band));
  return { band: (byBand ?? byTopic)?.band, topic: byTopic && topic ? topic : undefined };
}
