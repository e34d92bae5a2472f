// Jupyter's messages as its binary protocol frames them: a table of offsets, then the channel, the
// header, the parent's header, the metadata, the content, and buffers as they are.

/**
 * A message of Jupyter's; what its content holds, its type says.
 * @typedef {{
 *   header: { msg_type: string, [field: string]: unknown },
 *   metadata: object,
 *   content: any,
 *   buffers: (ArrayBuffer | ArrayBufferView)[],
 * }} Message
 */
export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

// An offset has eight bytes, of which a page's messages need four.
const WIDTH = 8;
const FIXED_PARTS = 5;

/**
 * @param {string} channel
 * @param {Message} message
 */
export function encodeFrame(channel, { header, metadata, content, buffers }) {
  const words = [channel, ...[header, {}, metadata, content].map((each) => JSON.stringify(each))];
  const encoder = new TextEncoder();
  const parts = [...words.map((word) => encoder.encode(word)), ...buffers.map(toBytes)];
  let end = WIDTH * (parts.length + 2);
  const offsets = [end];
  for (const part of parts) {
    end += part.byteLength;
    offsets.push(end);
  }
  const frame = new Uint8Array(end);
  const table = new DataView(frame.buffer);
  [offsets.length, ...offsets].forEach((value, place) => {
    table.setUint32(place * WIDTH, value, true);
  });
  parts.forEach((part, place) => {
    frame.set(part, offsets[place]);
  });
  return frame.buffer;
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Message & { buffers: DataView[] }}
 */
export function decodeFrame(buffer) {
  const table = new DataView(buffer);
  /** @param {number} place */
  const read = (place) => table.getUint32(place * WIDTH, true);
  const count = read(0) - 1;
  /** @param {number} place */
  const part = (place) => buffer.slice(read(place + 1), read(place + 2));
  const decoder = new TextDecoder();
  const [header, , metadata, content] = [1, 2, 3, 4].map((place) => JSON.parse(decoder.decode(part(place))));
  const buffers = [];
  for (let place = FIXED_PARTS; place < count; place += 1) {
    buffers.push(new DataView(part(place)));
  }
  return { header, metadata, content, buffers };
}

/** @param {ArrayBuffer | ArrayBufferView} data */
function toBytes(data) {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
