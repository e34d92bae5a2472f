// Steps to be put in order with two buttons each, so that no dragging is needed.

/**
 * @import { OptionJson } from "../wire"
 * @import { Control, FieldContext } from "./item.js"
 */
import { fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { plainText, renderPhrasing } from "../shared/rich.js";

/**
 * @param {FieldContext} context
 * @returns {Control}
 */
export function createOrdering({ item, texts, media }) {
  const order = [...item.options];
  const list = h("ol", { class: "lc-order" });
  const status = h("p", { class: "lc-unseen", role: "status" });

  /**
   * @param {number} index
   * @param {number} by
   */
  const move = (index, by) => {
    const [step] = order.splice(index, 1);
    order.splice(index + by, 0, step);
    draw();
    const place = index + by;
    status.textContent = fillIn(texts.step_moved, { step: plainText(step.text), place: place + 1 });
    const buttons = [...list.children[place].querySelectorAll("button")];
    const same = buttons[by < 0 ? 0 : 1];
    focusOn((same.disabled && buttons.find((button) => !button.disabled)) || same);
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** @param {unknown} answer */
  const write = (answer) => {
    const ids = /** @type {string[]} */ (answer);
    order.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    draw();
  };

  /**
   * @param {OptionJson} step
   * @param {number} index
   */
  const createStep = (step, index) => {
    const name = plainText(step.text);
    /**
     * @param {number} by
     * @param {"up" | "down"} icon
     * @param {string} text
     * @param {boolean} disabled
     */
    const button = (by, icon, text, disabled) =>
      h(
        "button",
        {
          type: "button",
          class: "lc-button lc-move",
          disabled,
          "aria-label": fillIn(text, { step: name }),
          onclick: () => move(index, by),
        },
        createIcon(icon),
      );
    return h(
      "li",
      { class: "lc-step-row" },
      h("span", { class: "lc-option" }, renderPhrasing(step.text, { media })),
      h(
        "span",
        { class: "lc-moves" },
        button(-1, "up", texts.step_up, index === 0),
        button(1, "down", texts.step_down, index === order.length - 1),
      ),
    );
  };

  const draw = () => fillWith(list, order.map(createStep));

  draw();
  return {
    element: h("div", { class: "lc-ordering" }, list, status),
    findMissing: () => null,
    read: () => order.map((step) => step.id),
    write,
    focus: () => focusOn(list.querySelector("button:not([disabled])") ?? list),
  };
}
