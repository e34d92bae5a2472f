// What the page's address remembers: #luat-53-2024/d3-k1&tim=...&cap=thcs. It stands behind the #,
// so that no server is ever told what someone looks up, and a page opened from a file has it too.

const names = { query: "tim", band: "cap", document: "van-ban" };

// { opened, query, band, document }, each empty where the address does not say it.
export function readAddress(hash) {
  const parts = hash.replace(/^#/, "").split("&").filter(Boolean);
  const opened = parts.find((part) => !part.includes("=")) ?? "";
  const said = new URLSearchParams(parts.filter((part) => part.includes("=")).join("&"));
  const values = Object.entries(names).map(([key, name]) => [key, said.get(name) ?? ""]);
  return { opened: decode(opened), ...Object.fromEntries(values) };
}

export function writeAddress({ opened = "", ...rest }) {
  const said = Object.entries(names)
    .filter(([key]) => rest[key])
    .map(([key, name]) => `${name}=${encodeURIComponent(rest[key])}`);
  return `#${[encodeURI(opened), ...said].filter(Boolean).join("&")}`;
}

// A percent sign that was typed by hand is no reason to show nothing.
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
