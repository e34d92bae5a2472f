// What the page's address remembers: #luat-53-2024/d3-k1&tim=...&cap=thcs. It stands behind the #,
// so that no server is ever told what someone looks up, and a page opened from a file has it too.

/**
 * What somebody looks for; each is empty where nothing was said.
 * @typedef {{ query: string, band: string, document: string }} Wish
 */
const names = { query: "tim", band: "cap", document: "van-ban" };

// { opened, query, band, document }, each empty where the address does not say it.
/**
 * @param {string} hash
 * @returns {Wish & { opened: string }}
 */
export function readAddress(hash) {
  const parts = hash.replace(/^#/, "").split("&").filter(Boolean);
  const opened = parts.find((part) => !part.includes("=")) ?? "";
  const said = new URLSearchParams(parts.filter((part) => part.includes("=")).join("&"));
  /** @param {keyof Wish} key */
  const read = (key) => said.get(names[key]) ?? "";
  return {
    opened: decode(opened),
    query: read("query"),
    band: read("band"),
    document: read("document"),
  };
}

/** @param {Partial<Wish> & { opened?: string }} address */
export function writeAddress({ opened = "", ...rest }) {
  const keys = /** @type {(keyof Wish)[]} */ (Object.keys(names));
  const said = keys.flatMap((key) => {
    const value = rest[key];
    return value ? [`${names[key]}=${encodeURIComponent(value)}`] : [];
  });
  return `#${[encodeURI(opened), ...said].filter(Boolean).join("&")}`;
}

// A percent sign that was typed by hand is no reason to show nothing.
/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
