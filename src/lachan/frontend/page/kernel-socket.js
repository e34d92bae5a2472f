// The page's line to its kernel. A lost line is taken up again, and what was said meanwhile is sent
// then; the server keeps what the kernel said.

import { PROTOCOL, decodeFrame, encodeFrame } from "./kernel-frames.js";
import { askServer } from "../shared/server-link.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15000;
const PATIENCE_MS = 5000;
// The server has let the page go (RFC 6455, section 7.4.1); connecting again would change nothing.
const REFUSED = [1008, 1009];
const GONE = ["dead", "restarting", "autorestarting"];

// `onOpen` is called whenever the line stands, `hear` with every message of the kernel; both are
// given the line, to answer on it. `onGone` is called once the server knows no such kernel any more.
// Why the server lets a page go, the page's own script shows.
export function connectKernel(address, { hear, onOpen, onGone }) {
  const session = randomId();
  const waiting = [];
  let socket = null;
  let wait_ms = FIRST_WAIT_MS;
  let closed = false;

  const channels = `${address.replace(/^http/, "ws")}/channels`;
  const isOpen = () => socket?.readyState === WebSocket.OPEN;

  function connect() {
    socket = new WebSocket(`${channels}?session_id=${session}`, [PROTOCOL]);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => {
      wait_ms = FIRST_WAIT_MS;
      for (const frame of waiting.splice(0)) socket.send(frame);
      onOpen(line);
    });
    socket.addEventListener("message", ({ data }) => {
      const message = decodeFrame(data);
      if (message.header.msg_type === "status" && GONE.includes(message.content.execution_state)) {
        close();
      }
      hear(line, message);
    });
    socket.addEventListener("close", ({ code }) => {
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
    socket.close();
  }

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
    if (isOpen()) socket.send(frame);
    else waiting.push(frame);
  }

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
