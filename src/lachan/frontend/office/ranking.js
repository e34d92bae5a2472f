// The order of ranking, moved by buttons, and the prizes, a row each.

/** @import { RankKey } from "../wire" */
import { createButton, fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { createInput } from "./fields.js";

/**
 * @typedef {{ title: string, count: number | string }} Prize
 */

// `names` is key -> its name; `chosen` the keys in use, the first one first.
/**
 * @param {{
 *   words: Record<string, string>,
 *   names: Record<RankKey, string>,
 *   chosen: RankKey[],
 *   onchange: () => void,
 * }} options
 */
export function createRanking({ words, names, chosen, onchange }) {
  const keys = /** @type {RankKey[]} */ (Object.keys(names));
  const order = [...chosen, ...keys.filter((key) => !chosen.includes(key))];
  const used = new Set(chosen);
  let asksPrediction = true;
  const list = h("ol", { class: "lc-office-order" });
  /** @param {string} [focus] */
  const draw = (focus) => {
    const shown = order.filter((key) => asksPrediction || key !== "prediction");
    fillWith(
      list,
      shown.map((key, index) => createKey(key, index, shown)),
    );
    if (focus) focusOn(list.querySelector(`[data-key="${focus}"]`) ?? list.querySelector("input") ?? list);
  };
  /**
   * @param {RankKey[]} shown
   * @param {number} index
   * @param {number} by
   */
  const move = (shown, index, by) => {
    const [a, b] = [order.indexOf(shown[index]), order.indexOf(shown[index + by])];
    [order[a], order[b]] = [order[b], order[a]];
    draw(`${shown[index]}-${by}`);
    onchange();
  };
  /**
   * @param {RankKey[]} shown
   * @param {number} index
   * @param {number} by
   */
  const createMove = (shown, index, by) => {
    const isEnd = index + by < 0 || index + by >= shown.length;
    const name = names[shown[index]];
    const button = createButton(
      createIcon(by < 0 ? "up" : "down"),
      "lc-quiet",
      () => !isEnd && move(shown, index, by),
    );
    button.setAttribute("aria-label", fillIn(by < 0 ? words.move_up : words.move_down, { name }));
    button.dataset.key = `${shown[index]}-${by}`;
    if (isEnd) button.setAttribute("aria-disabled", "true");
    return button;
  };
  /**
   * @param {RankKey} key
   * @param {number} index
   * @param {RankKey[]} shown
   */
  const createKey = (key, index, shown) => {
    const box = createInput("checkbox", {
      checked: used.has(key),
      onchange: () => {
        if (box.checked) used.add(key);
        else used.delete(key);
        onchange();
      },
    });
    const label = h(
      "label",
      {},
      box,
      h("span", {}, names[key], h("span", { class: "lc-small" }, ` \u2013 ${words[`better_${key}`]}`)),
    );
    return h(
      "li",
      {},
      label,
      h("span", { class: "lc-office-moves" }, createMove(shown, index, -1), createMove(shown, index, 1)),
    );
  };
  draw();
  return {
    element: list,
    read: () => order.filter((key) => used.has(key) && (asksPrediction || key !== "prediction")),
    /** @param {boolean} asks */
    askPrediction(asks) {
      asksPrediction = asks;
      if (asks) used.add("prediction");
      draw();
    },
  };
}

/** @param {{ words: Record<string, string>, prizes: Prize[], onchange: () => void }} options */
export function createPrizes({ words, prizes, onchange }) {
  let rows = prizes.map((prize) => ({ ...prize }));
  const element = h("div", { class: "lc-office-prizes" });
  const draw = () => fillWith(element, rows.map(createPrize));
  /**
   * @param {Prize} prize
   * @param {number} index
   */
  const createPrize = (prize, index) => {
    const n = index + 1;
    const title = createInput("text", {
      value: prize.title,
      maxlength: 100,
      "aria-label": fillIn(words.prize_title, { n }),
    });
    const count = createInput("number", {
      value: prize.count,
      min: 1,
      "aria-label": fillIn(words.prize_count, { n }),
    });
    title.addEventListener("input", () => {
      prize.title = title.value;
    });
    count.addEventListener("input", () => {
      prize.count = count.value;
    });
    const remove = createButton(createIcon("wrong"), "lc-quiet", () => {
      rows = rows.filter((each) => each !== prize);
      draw();
      onchange();
      focusOn(element.querySelectorAll("input")[2 * Math.min(index, rows.length - 1)] ?? add);
    });
    remove.setAttribute("aria-label", fillIn(words.prize_remove, { n }));
    return h("div", { class: "lc-office-prize" }, title, count, remove);
  };
  const add = createButton(words.prize_add, "", () => {
    rows.push({ title: "", count: 1 });
    draw();
    onchange();
    focusOn([...element.querySelectorAll("input")].at(-2) ?? element);
  });
  draw();
  return {
    element: h("div", {}, element, h("div", { class: "lc-buttons" }, add)),
    read: () => rows.map((row) => ({ ...row })),
  };
}
