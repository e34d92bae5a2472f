// What the answer rests on: provisions of the registry, looked up by word or article.

/**
 * @import { CitableJson } from "../wire"
 * @import { Context } from "./writer.js"
 */
import { createButton, fillIn, fillWith, h, uid } from "../shared/dom.js";
import { compareOrders, rankFields, readTyped } from "../shared/search.js";
import { toWords } from "../shared/words.js";
import { createFlag, createGroup } from "./fields.js";

const most = 8;

/** @param {Context} context */
export function createCitations(context) {
  const { state, menu, words } = context;
  const path = ["citations"];
  const known = new Map(menu.law.map((each) => [each.id, each]));
  const rows = menu.law.map((law) => ({ law, fields: listFields(law) }));
  const chosen = h("ul", { class: "lc-write-cited" });
  const found = h("ul", { class: "lc-write-found" });
  const status = h("p", { class: "lc-small", role: "status" });
  const box = h("input", {
    type: "search",
    id: uid(),
    class: "lc-write-input",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    oninput: () => search(),
  });
  /** @param {string[]} ids */
  const cite = (ids) => {
    state.write(path, ids);
    context.touch("citations");
    draw();
    context.update();
  };
  const draw = () => {
    const ids = state.readList(path);
    fillWith(
      chosen,
      ids.map((id) => {
        const label = known.get(id)?.label ?? id;
        const drop = createButton(
          [words.cite_drop, h("span", { class: "lc-unseen" }, ` ${label}`)],
          "lc-quiet",
          () => {
            cite(ids.filter((each) => each !== id));
            box.focus();
          },
        );
        return h("li", {}, h("span", {}, label), drop);
      }),
      ids.length === 0 && h("li", {}, words.cite_none),
    );
  };
  const search = () => {
    const typed = readTyped(box.value);
    const ranked = rows
      .map(({ law, fields }) => ({ law, order: rankFields(typed, fields) }))
      .flatMap(({ law, order }) => (order ? [{ law, order }] : []))
      .sort((one, other) => compareOrders(one.order, other.order));
    const isAsked = typed.words.length > 0;
    const shown = isAsked ? ranked.slice(0, most) : [];
    const count = { count: ranked.length, shown: shown.length };
    status.textContent = isAsked ? fillIn(words.cite_found, count) : "";
    fillWith(
      found,
      shown.map(({ law }) => createFound(law)),
    );
  };
  /** @param {CitableJson} law */
  const createFound = (law) => {
    const add = createButton(
      [words.cite_add, h("span", { class: "lc-unseen" }, ` ${law.label}`)],
      "lc-quiet",
      () => {
        cite([...new Set([...state.readList(path), law.id])]);
        box.value = "";
        search();
        box.focus();
      },
    );
    return h(
      "li",
      {},
      h("p", {}, h("strong", {}, law.label), law.warning && ` (${fillIn(words.cite_warning, law)})`),
      h("p", { class: "lc-small" }, law.summary),
      add,
    );
  };
  draw();
  return createGroup(
    { context, path, legend: words.citations },
    chosen,
    h("div", { class: "lc-write-field" }, h("label", { for: box.id }, words.cite_search), box),
    status,
    found,
    createFlag({ context, path: ["skill"], label: words.skill }),
  );
}

/** @param {CitableJson} law */
function listFields({ id, label, summary, plain }) {
  return [
    { rank: 0, words: toWords(label) },
    { rank: 1, words: toWords(summary) },
    { rank: 2, words: toWords(`${plain} ${id}`) },
  ];
}
