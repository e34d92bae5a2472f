// The page's line to its kernel. A lost line is taken up again, and what was said meanwhile is sent
// then; the server keeps what the kernel said.

/** @import { Message } from "./kernel-frames.js" */
import { PROTOCOL, decodeFrame, encodeFrame } from "./kernel-frames.js";
import { askServer } from "../shared/server-link.js";

/**
 * @typedef {{
 *   send: (
 *     type: string,
 *     content: object,
 *     more?: { metadata?: object, buffers?: Message["buffers"] },
 *   ) => void,
 *   close: () => void,
 * }} Line
 */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15000;
const PATIENCE_MS = 5000;
// The server has let the page go (RFC 6455, section 7.4.1); connecting again would change nothing.
const REFUSED = [1008, 1009];
const GONE = ["dead", "restarting", "autorestarting"];

// `onOpen` is called whenever the line stands, `hear` with every message of the kernel; both are
// given the line, to answer on it. `onGone` is called once the server knows no such kernel any more.
// Why the server lets a page go, the page's own script shows.
/**
 * @param {string} address
 * @param {{
 *   hear: (line: Line, message: ReturnType<typeof decodeFrame>) => void,
 *   onOpen: (line: Line) => void,
 *   onGone: () => void,
 * }} listeners
 */
export function connectKernel(address, { hear, onOpen, onGone }) {
  const session = randomId();
  /** @type {ArrayBuffer[]} */
  const waiting = [];
  /** @type {WebSocket | null} */
  let socket = null;
  let wait_ms = FIRST_WAIT_MS;
  let closed = false;

  const channels = `${address.replace(/^http/, "ws")}/channels`;
  const isOpen = () => socket?.readyState === WebSocket.OPEN;

  function connect() {
    const opened = new WebSocket(`${channels}?session_id=${session}`, [PROTOCOL]);
    socket = opened;
    opened.binaryType = "arraybuffer";
    opened.addEventListener("open", () => {
      wait_ms = FIRST_WAIT_MS;
      for (const frame of waiting.splice(0)) opened.send(frame);
      onOpen(line);
    });
    opened.addEventListener("message", ({ data }) => {
      const message = decodeFrame(data);
      if (message.header.msg_type === "status" && GONE.includes(message.content.execution_state)) {
        close();
      }
      hear(line, message);
    });
    opened.addEventListener("close", ({ code }) => {
      if (REFUSED.includes(code)) close();
      else takeUpAgain();
    });
  }

  async function takeUpAgain() {
    if (closed) return;
    const { status } = await askServer(address, PATIENCE_MS);
    if (closed) return;
    if (status === 404) {
      close();
      onGone();
      return;
    }
    setTimeout(connect, wait_ms);
    wait_ms = Math.min(2 * wait_ms, LONGEST_WAIT_MS);
  }

  function close() {
    closed = true;
    waiting.length = 0;
    socket?.close();
  }

  /** @type {Line["send"]} */
  function send(type, content, { metadata = {}, buffers = [] } = {}) {
    // The words that JupyterLab has for it, which our modules know.
    if (closed) throw new Error("Cannot send");
    const header = {
      msg_id: randomId(),
      msg_type: type,
      session,
      username: "",
      date: new Date().toISOString(),
      version: "5.2",
    };
    const frame = encodeFrame("shell", { header, metadata, content, buffers });
    if (isOpen()) socket?.send(frame);
    else waiting.push(frame);
  }

  /** @type {Line} */
  const line = { send, close };
  window.addEventListener("pagehide", close);
  connect();
  return line;
}

// crypto.randomUUID is missing where a school serves plain HTTP.
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
