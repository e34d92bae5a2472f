// The room's calls over HTTP: each gives { status, body }, where status 0 is a lost network.

const patience_ms = 12000;

// `base` is the contest's address, with a slash at its end.
export function createHttpTransport(base) {
  const ask = async (name, message) => {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), patience_ms);
    try {
      const response = await fetch(`${base}goi/${name}`, {
        ...(message === undefined ? {} : { method: "POST", body: JSON.stringify(message) }),
        headers: { "Content-Type": "application/json", "X-Lachan": "1" },
        cache: "no-store",
        redirect: "error",
        signal: ending.signal,
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return { status: 0, body: {} };
    } finally {
      clearTimeout(timer);
    }
  };
  return { ask, findPicture: async (path) => `${base}hinh/${path}` };
}
