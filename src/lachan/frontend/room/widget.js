// The contest room in a notebook. The front end of lachan.widgets.ContestRoom: the kernel
// passes every call on to the room's server.

/**
 * @import { ContestRoomState, ListedJson } from "../wire"
 * @import { Place } from "../shared/send.js"
 * @import { Reply, Transport } from "./session.js"
 */
import { createButton, fillWith, h } from "../shared/dom.js";
import { createKernelLink } from "../shared/kernel-link.js";
import { mountRoom } from "./room.js";

/**
 * Asks one contest's room for something.
 * @typedef {(slug: string, name: string, message?: unknown) => Promise<Reply>} Ask
 */

const patience_ms = 15000;
const look_again_ms = 3000;

/** @param {Place<ContestRoomState>} place */
function render({ model, el }) {
  const texts = model.get("texts");
  /** @type {ReturnType<typeof createKernelLink<Reply>>} */
  const link = createKernelLink(model);
  /** @type {Ask} */
  const ask = (slug, name, message) =>
    link.ask(
      { slug, name, ...(message === undefined ? {} : { message }) },
      { patience_ms, lost: { status: 0, body: {} } },
    );
  /** @type {(() => void) | null} */
  let endRoom = null;
  let isOver = false;
  /** @param {string} slug */
  const open = async (slug) => {
    /** @type {Transport} */
    const transport = {
      ask: (name, message) => ask(slug, name, message),
      findPicture: async (path) => (await ask(slug, "picture", path)).body,
    };
    // Whom the contest is for decides how they are spoken to.
    const { status, body } = await ask(slug, "words");
    if (isOver) return;
    endRoom = mountRoom({ el, texts: status === 200 ? body : texts, transport });
  };
  const asked = new URLSearchParams(location.search).get("cuoc-thi");
  if (asked) open(asked);
  else showList({ el, texts, ask, open, isOver: () => isOver });
  return () => {
    isOver = true;
    endRoom?.();
    link.dispose();
  };
}

/**
 * @param {{
 *   el: HTMLElement,
 *   texts: Record<string, string>,
 *   ask: Ask,
 *   open: (slug: string) => void,
 *   isOver: () => boolean,
 * }} options
 */
async function showList({ el, texts, ask, open, isOver }) {
  const place = h("div", { class: "lc-card" }, h("p", { role: "status" }, texts.room_opening));
  el.replaceChildren(h("div", { class: "lc lc-room", lang: "vi" }, place));
  const draw = async () => {
    const { status, body } = await ask("", "list");
    if (isOver()) return;
    /** @type {ListedJson[]} */
    const rows = status === 200 ? body : [];
    const empty = status === 200 ? texts.room_no_contest : texts.room_no_network;
    fillWith(
      place,
      h("h1", {}, texts.room_contests),
      rows.length === 0 && h("p", { role: "status" }, empty),
      rows.map(({ slug, title }) =>
        h(
          "p",
          {},
          createButton(title, "", () => open(slug)),
        ),
      ),
    );
    if (status !== 200) setTimeout(draw, look_again_ms);
  };
  await draw();
}

export default { render };
