// The contest room in a notebook. The front end of lachan.widgets.ContestRoom: the kernel
// passes every call on to the room's server.

import { createButton, fillWith, h } from "./dom.js";
import { mountRoom } from "./room.js";

const patience_ms = 15000;
const look_again_ms = 3000;

function render({ model, el }) {
  const texts = model.get("texts");
  const link = createKernelLink(model);
  let endRoom = null;
  let isOver = false;
  const open = (slug) => {
    const transport = {
      ask: (name, message) => link.ask(slug, name, message),
      findPicture: async (path) => (await link.ask(slug, "picture", path)).body,
    };
    endRoom = mountRoom({ el, texts, transport });
  };
  const asked = new URLSearchParams(location.search).get("cuoc-thi");
  if (asked) open(asked);
  else showList({ el, texts, link, open, isOver: () => isOver });
  return () => {
    isOver = true;
    endRoom?.();
    link.dispose();
  };
}

async function showList({ el, texts, link, open, isOver }) {
  const place = h("div", { class: "lc-card" }, h("p", { role: "status" }, texts.room_opening));
  el.replaceChildren(h("div", { class: "lc lc-room", lang: "vi" }, place));
  const draw = async () => {
    const { status, body } = await link.ask("", "list");
    if (isOver()) return;
    const rows = status === 200 ? body : [];
    const empty = status === 200 ? texts.room_no_contest : texts.room_no_network;
    fillWith(
      place,
      h("h1", {}, texts.room_contests),
      rows.length === 0 && h("p", { role: "status" }, empty),
      rows.map(({ slug, title }) => h("p", {}, createButton(title, "", () => open(slug)))),
    );
    if (status !== 200) setTimeout(draw, look_again_ms);
  };
  await draw();
}

// Questions over the widget's messages; each answer names the question's number.
function createKernelLink(model) {
  const waiting = new Map();
  let count = 0;
  const settle = (id, reply) => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  };
  const hear = ({ id, status, body }) => settle(id, { status, body });
  model.on("msg:custom", hear);
  return {
    ask(slug, name, message) {
      const id = (count += 1);
      setTimeout(() => settle(id, { status: 0, body: {} }), patience_ms);
      model.send({ id, slug, name, ...(message === undefined ? {} : { message }) });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    dispose: () => model.off("msg:custom", hear),
  };
}

export default { render };
