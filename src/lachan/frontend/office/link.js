// The way from the office's page to its kernel: every question gets one answer, and a kernel
// that is gone gives an error in words instead of silence.

/**
 * @import { CardsJson, ContestJson, ContestOfficePageState, ContestOptionsJson, ContestsJson, ErasedJson, FileJson, InviteJson, LogJson, LookedJson, NewCodeJson, OfficeFaultJson, OfficeJson, OutcomeJson, PlannedJson, RosterLookJson, SharesJson } from "../wire"
 * @import { Model } from "../shared/send.js"
 */
import { fillIn } from "../shared/dom.js";
import { createKernelLink } from "../shared/kernel-link.js";
import { saveBlob } from "../shared/save-blob.js";

/**
 * What the kernel answers to each question; what has nothing to tell answers with an empty object.
 * @typedef {{
 *   start: OfficeJson,
 *   list: ContestsJson,
 *   options: ContestOptionsJson,
 *   check: PlannedJson,
 *   create: ContestJson,
 *   look: LookedJson,
 *   invite: InviteJson,
 *   act: Partial<NewCodeJson>,
 *   log: LogJson,
 *   read_roster: RosterLookJson,
 *   add_roster: CardsJson,
 *   add_codes: CardsJson,
 *   renew_unused: CardsJson,
 *   load_codes: CardsJson,
 *   cards: CardsJson,
 *   print_cards: FileJson,
 *   list_codes: FileJson,
 *   close: object,
 *   outcome: OutcomeJson,
 *   shares: SharesJson,
 *   results: FileJson,
 *   bundle: FileJson,
 *   certificates: FileJson,
 *   export: FileJson,
 *   erase: ErasedJson,
 *   withdraw: ErasedJson,
 *   slip: FileJson,
 *   upload: object,
 * }} Calls
 *
 * Where something went wrong the answer is a fault alone; whoever asks looks for `error` first.
 * @typedef {Partial<OfficeFaultJson> & { file?: DataView }} Fault
 *
 * What a button says of its work.
 * @typedef {{ said?: string } & Partial<OfficeFaultJson>} Said
 *
 * @typedef {ReturnType<typeof createOfficeLink>} OfficeLink
 */

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

/**
 * @param {Model<ContestOfficePageState>} model
 * @param {Record<string, string>} words
 */
export function createOfficeLink(model, words) {
  /** @type {ReturnType<typeof createKernelLink<{ body: object }>>} */
  const link = createKernelLink(model);
  const lost = { body: { error: words.lost } };

  /**
   * @template {keyof Calls} Name
   * @param {Name} name
   * @param {object} [values]
   * @param {ArrayBuffer | null} [piece]
   * @returns {Promise<Calls[Name] & Fault>}
   */
  const ask = async (name, values = {}, piece = null) => {
    const { body, file } = await link.ask(
      { name, values },
      {
        patience_ms: slow.has(name) ? long_patience_ms : patience_ms,
        lost,
        buffers: piece ? [piece] : undefined,
      },
    );
    return /** @type {Calls[Name] & Fault} */ ({ ...body, file });
  };

  // In pieces, since a message to the kernel may not be long.
  /**
   * @param {string} key
   * @param {File} file
   */
  const upload = async (key, file) => {
    /** @type {Fault} */
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
/**
 * @param {FileJson & Fault} reply
 * @param {Record<string, string>} words
 * @returns {Said}
 */
export function saveFile(reply, words) {
  if (reply.error || !reply.file) return reply;
  saveBlob(new Blob([/** @type {DataView<ArrayBuffer>} */ (reply.file)], { type: reply.type }), reply.name);
  return { said: fillIn(words.saved_file, reply) };
}
