// The way from the office's page to its kernel: every question gets one answer, and a kernel
// that is gone gives an error in words instead of silence.

import { fillIn } from "../shared/dom.js";
import { createKernelLink } from "../shared/kernel-link.js";
import { saveBlob } from "../shared/save-blob.js";

const patience_ms = 20_000;
// Drawing a paper, scoring, printing hundreds of pages.
const long_patience_ms = 300_000;
const slow = new Set([
  "check",
  "create",
  "add_roster",
  "add_codes",
  "close",
  "print_cards",
  "results",
  "bundle",
  "certificates",
  "export",
  "shares",
]);
const piece_bytes = 400_000;

export function createOfficeLink(model, words) {
  const link = createKernelLink(model);
  const lost = { body: { error: words.lost } };

  const ask = async (name, values = {}, piece = null) => {
    const { body, file } = await link.ask(
      { name, values },
      {
        patience_ms: slow.has(name) ? long_patience_ms : patience_ms,
        lost,
        buffers: piece ? [piece] : undefined,
      },
    );
    return { ...body, file };
  };

  // In pieces, since a message to the kernel may not be long.
  const upload = async (key, file) => {
    let reply = {};
    const count = Math.max(1, Math.ceil(file.size / piece_bytes));
    for (let part = 0; part < count && !reply.error; part += 1) {
      const piece = file.slice(part * piece_bytes, (part + 1) * piece_bytes);
      reply = await ask("upload", { key, name: file.name, part }, await piece.arrayBuffer());
    }
    return reply;
  };
  return { ask, upload, isBusy: link.isBusy, dispose: link.dispose };
}

// Give an answer that is a file to the browser to save; returns what there is to say.
export function saveFile(reply, words) {
  if (reply.error) return reply;
  saveBlob(new Blob([reply.file], { type: reply.type }), reply.name);
  return { said: fillIn(words.saved_file, reply) };
}
