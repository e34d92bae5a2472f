// A branching case: scenes, and the ways that lead from one to another.

/**
 * @import { AimJson } from "../wire"
 * @import { Context } from "./writer.js"
 * @import { Path, Steps } from "../shared/typed-path.js"
 */
import { createChoice } from "../shared/choice.js";
import { h, uid } from "../shared/dom.js";
import { createArea, createLine, createSelect } from "./fields.js";
import { createListNotes, createRows } from "./rows.js";

/** @param {Context} context */
export function createScenes(context) {
  const { words } = context;
  return [
    h("p", { class: "lc-small" }, words.scenes_note),
    createRows({
      context,
      path: ["scenes"],
      legend: words.scene_title,
      least: 3,
      most: 20,
      add: words.scene_add,
      blank: { text: "", ending: "an-toan" },
      numbered: true,
      moves: true,
      draw: (path, scene) => createScene(context, path, scene),
    }),
    createListNotes(context, "scenes"),
  ];
}

/**
 * @param {Context} context
 * @param {Path} path
 * @param {Steps} scene
 */
function createScene(context, path, scene) {
  const { state, words } = context;
  const kinds = [
    { value: "", label: words.scene_goes_on },
    { value: "an-toan", label: words.scene_safe },
    { value: "can-giup", label: words.scene_help },
  ];
  /** @param {string} ending */
  const end = (ending) => {
    const { choices, ending: _, ...rest } = scene;
    const ways = Array.isArray(choices) && choices.length > 0 ? choices : [createWay("a"), createWay("b")];
    const next = ending ? { ...rest, ending } : { ...rest, choices: ways };
    state.write(path, next);
    context.redraw([...path, "ending"].join("."));
  };
  return [
    createLine({
      context,
      path: [...path, "id"],
      label: words.scene_id,
      note: words.scene_id_note,
      short: true,
    }),
    createArea({ context, path: [...path, "text"], label: words.scene_text, rows: 3 }),
    createSelect({
      context,
      path: [...path, "ending"],
      label: words.scene_kind,
      options: kinds,
      onpick: end,
    }),
    !scene.ending && createWays(context, [...path, "choices"]),
  ];
}

/** @param {string} id */
function createWay(id) {
  return { id, text: "", reason: "", next: "" };
}

/**
 * @param {Context} context
 * @param {Path} path
 */
function createWays(context, path) {
  const { state, words } = context;
  const name = uid();
  /** @type {AimJson[]} */
  const scenes = state.readRows(["scenes"]).map(({ id, text }, index) => {
    const label = `${index + 1}. ${String(text || id || "").slice(0, 60)}`;
    return { value: String(id ?? ""), label };
  });
  /** @param {number} best */
  const pick = (best) => {
    const ways = state.readRows(path).map(({ best: _, ...way }, index) => {
      return index === best ? { ...way, best: "yes" } : way;
    });
    state.write(path, ways);
  };
  return [
    createRows({
      context,
      path,
      legend: words.way_title,
      least: 2,
      most: 4,
      add: words.way_add,
      blank: { text: "", reason: "", next: "" },
      draw: (at, way, index) => [
        createChoice(
          h("input", { type: "radio", name, checked: way.best === "yes", onchange: () => pick(index) }),
          words.way_best,
        ),
        createArea({ context, path: [...at, "text"], label: words.way_text }),
        createArea({ context, path: [...at, "reason"], label: words.reason, note: words.reason_note }),
        createSelect({
          context,
          path: [...at, "next"],
          label: words.way_next,
          options: [{ value: "", label: words.choose }, ...scenes],
        }),
      ],
    }),
    createListNotes(context, path.join(".")),
  ];
}
