// The way from a pupil's page to its server. Every answer is { status, etag, data }; status 0
// means that none came.

const patience_ms = 8000;

export function createLink(base) {
  const ask = async (method, path, { seat = "", etag = "", body } = {}) => {
    const headers = { Accept: "application/json" };
    if (seat) headers["X-Lachan-Seat"] = seat;
    if (etag) headers["If-None-Match"] = etag;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const stopper = new AbortController();
    const timer = setTimeout(() => stopper.abort(), patience_ms);
    try {
      const reply = await fetch(`${base}/api/${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        cache: "no-store",
        signal: stopper.signal,
      });
      const data = reply.status === 304 ? null : await reply.json();
      return { status: reply.status, etag: reply.headers.get("ETag") ?? "", data };
    } catch {
      return { status: 0, etag: "", data: null };
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    join: (code) => ask("POST", "vao", { body: { code } }),
    look: ({ code, seat }, etag) => ask("GET", `phong/${code}`, { seat, etag }),
    answer: ({ code, seat }, { place, response }) =>
      ask("PUT", `phong/${code}/cau/${place}`, { seat, body: { response } }),
  };
}
