// One question to our own server over HTTP: { status, etag, body }, where status 0 means that no
// answer came in time.

/**
 * @param {string} address
 * @param {number} patience_ms
 * @param {RequestInit} [options]
 */
export async function askServer(address, patience_ms, options) {
  const stopper = new AbortController();
  const timer = setTimeout(() => stopper.abort(), patience_ms);
  try {
    const reply = await fetch(address, { ...options, cache: "no-store", signal: stopper.signal });
    const body = reply.status === 304 ? {} : await reply.json();
    return { status: reply.status, etag: reply.headers.get("ETag") ?? "", body };
  } catch {
    return { status: 0, etag: "", body: {} };
  } finally {
    clearTimeout(timer);
  }
}
