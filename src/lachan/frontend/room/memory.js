// What stays in this browser between two openings of the page: answers on their way, marks,
// and which tab may write. A browser that keeps nothing only loses this comfort.

import { keep, readKept } from "../shared/kept.js";

const prefix = "lachan-thi:";
const tab = Math.random();

// `name` names one attempt; another attempt's notes are never mixed in.
export function createMemory(name) {
  const key = prefix + name;
  const tabKey = `${key}:the`;
  const read = () => readKept("localStorage", key) ?? {};
  return {
    read,
    write: (notes) => keep("localStorage", key, { ...read(), ...notes }),
    forget() {
      for (const name of [key, tabKey]) keep("localStorage", name, null);
    },
    // This tab writes from now on; the others hear of it through `onTaken`.
    claim: () => keep("localStorage", tabKey, tab),
    onTaken(listener) {
      const hear = (event) => {
        if (event.key === tabKey && event.newValue !== null && event.newValue !== String(tab)) listener();
      };
      window.addEventListener("storage", hear);
      return () => window.removeEventListener("storage", hear);
    },
  };
}
