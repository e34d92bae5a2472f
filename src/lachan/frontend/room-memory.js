// What stays in this browser between two openings of the page: answers on their way, marks,
// and which tab may write. A browser that keeps nothing only loses this comfort.

const prefix = "lachan-thi:";
const tab = Math.random().toString(36).slice(2);

// `name` names one attempt; another attempt's notes are never mixed in.
export function createMemory(name) {
  const key = prefix + name;
  const tabKey = `${key}:the`;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  };
  return {
    read,
    write: (notes) => keep(key, JSON.stringify({ ...read(), ...notes })),
    forget: () => drop([key, tabKey]),
    // This tab writes from now on; the others hear of it through `onTaken`.
    claim: () => keep(tabKey, tab),
    onTaken(listener) {
      const hear = (event) => {
        if (event.key === tabKey && event.newValue !== null && event.newValue !== tab) listener();
      };
      window.addEventListener("storage", hear);
      return () => window.removeEventListener("storage", hear);
    },
  };
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: answers still go to the server at once.
  }
}

function drop(keys) {
  try {
    keys.forEach((key) => localStorage.removeItem(key));
  } catch {
    // As above.
  }
}
