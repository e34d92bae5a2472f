// Steps to be put in order with two buttons each, so that no dragging is needed.

import { fillIn, fillWith, focusOn, h } from "../shared/dom.js";
import { createIcon } from "../shared/icons.js";
import { plainText, renderPhrasing } from "../shared/rich.js";

export function createOrdering({ item, texts, media }) {
  const order = [...item.options];
  const list = h("ol", { class: "lc-order" });
  const status = h("p", { class: "lc-unseen", role: "status" });

  const move = (index, by) => {
    const [step] = order.splice(index, 1);
    order.splice(index + by, 0, step);
    draw();
    const place = index + by;
    status.textContent = fillIn(texts.step_moved, { step: plainText(step.text), place: place + 1 });
    const buttons = [...list.children[place].querySelectorAll("button")];
    const same = buttons[by < 0 ? 0 : 1];
    focusOn(same.disabled ? buttons.find((button) => !button.disabled) : same);
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const write = (answer) => {
    order.sort((one, other) => answer.indexOf(one.id) - answer.indexOf(other.id));
    draw();
  };

  const createStep = (step, index) => {
    const name = plainText(step.text);
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
    focus: () => focusOn(list.querySelector("button:not([disabled])")),
  };
}
