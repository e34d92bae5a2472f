// Opening a room, or going on with one: for whom, about what, how, which questions.

/**
 * @import { Band, LiveClassState, OpenRoomJson, Plan, PoolItemJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { Model } from "../shared/send.js"
 * @import { Wish } from "../shared/wish.js"
 */
import { createDownload, createKeep } from "./keep.js";
import { createChoice, createChoices } from "../shared/choice.js";
import { createButton, fillIn, fillWith, focusOn, h, uid } from "../shared/dom.js";
import { createRadios } from "../shared/radios.js";
import { plainText } from "../shared/rich.js";
import { createSureButton } from "../shared/sure-button.js";
import { in_vietnam } from "../shared/time.js";
import { findWish } from "../shared/wish.js";

/** @type {Plan[]} */
const plans = ["hoi-dap", "truoc-sau"];
const before_after = "truoc-sau";

/** @param {{ model: Model<LiveClassState> }} options */
export function createLiveChooser({ model }) {
  const texts = model.get("texts");
  const heading = h("h1", { tabindex: -1 }, texts.live_heading);
  const rooms = h("section", { class: "lc-live-rooms" });
  const drawRooms = () => keepFocus(rooms, () => fillWith(rooms, createRooms(model, texts)));
  const form = createForm(model, texts);
  model.on("change:open_rooms", drawRooms);
  model.on("change:pool", form.drawPool);
  drawRooms();
  form.start();
  return {
    element: h(
      "div",
      { class: "lc-chooser lc-live-chooser" },
      heading,
      h("p", { class: "lc-lead" }, texts.live_intro),
      rooms,
      form.element,
    ),
    heading: () => heading,
    dispose() {
      model.off("change:open_rooms", drawRooms);
      model.off("change:pool", form.drawPool);
    },
  };
}

/**
 * @param {Model<LiveClassState>} model
 * @param {Record<string, string>} texts
 * @returns {Child[]}
 */
function createRooms(model, texts) {
  const rooms = model.get("open_rooms");
  if (rooms.length === 0) return [];
  return [
    h("h2", {}, texts.live_rooms),
    h("p", { class: "lc-small" }, texts.live_rooms_note),
    h(
      "ul",
      { class: "lc-cards" },
      rooms.map((room) => createRoomCard(room, model, texts)),
    ),
  ];
}

/**
 * @param {OpenRoomJson} room
 * @param {Model<LiveClassState>} model
 * @param {Record<string, string>} texts
 */
function createRoomCard(room, model, texts) {
  const { code, title, plan, opened_at, ended, seats, keep_days, kept_until, at_lesson } = room;
  const time = new Date(opened_at).toLocaleString("vi-VN", {
    ...in_vietnam,
    dateStyle: "short",
    timeStyle: "short",
  });
  const resume = createButton(
    ended ? texts.live_look_back : at_lesson ? texts.live_after_lesson : texts.live_resume,
    ended ? "" : "lc-primary",
    () => model.send({ type: "resume", code }),
  );
  const remove = createSureButton(texts.live_delete, texts.live_delete_sure, () =>
    model.send({ type: "delete", code }),
  );
  resume.dataset.key = `resume-${code}`;
  remove.dataset.key = `delete-${code}`;
  return h(
    "li",
    { class: "lc-card" },
    h("h3", {}, title),
    h(
      "p",
      {},
      h("strong", {}, code),
      ` \u00b7 ${texts[`live_plan_${plan}`]}`,
      ended && ` \u00b7 ${texts.live_room_ended}`,
    ),
    h("p", { class: "lc-small" }, fillIn(texts.live_room_line, { time, seats })),
    createKeep({ model, code, days: keep_days, until: kept_until }),
    h("div", { class: "lc-buttons" }, resume, createDownload(model, code), remove),
  );
}

// The list is drawn anew while somebody may be on one of its buttons.
/**
 * @param {Element} element
 * @param {() => void} draw
 */
function keepFocus(element, draw) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const key = element.contains(focused) && focused?.dataset.key;
  draw();
  /** @type {HTMLElement | null} */
  const same = key ? element.querySelector(`[data-key="${key}"]`) : null;
  same?.focus({ preventScroll: true });
}

/**
 * @param {Model<LiveClassState>} model
 * @param {Record<string, string>} texts
 */
function createForm(model, texts) {
  const menu = model.get("menu");
  /** @type {Wish & { plan: Plan }} */
  const wish = { ...findWish(menu), plan: findPlan() };
  wish.band ??= menu[0]?.band;
  const notice = h("p", { class: "lc-notice", role: "status" });
  const topics = h("select", { id: uid(), class: "lc-select", onchange: () => askPool() });
  const pool = h("fieldset", {});
  const count = h("p", { class: "lc-live-picked", role: "status" });
  const askPool = () => {
    drawPool();
    model.send({ type: "pool", band: wish.band, topic: topics.value });
  };
  /** @param {Band | undefined} band */
  const pickBand = (band) => {
    wish.band = band;
    const found = menu.find((entry) => entry.band === band)?.topics ?? [];
    fillWith(
      topics,
      found.map(({ topic, title }) => h("option", { value: topic, selected: topic === wish.topic }, title)),
    );
    askPool();
  };
  const picked = () => findChecked(pool).map((input) => input.value);
  const tell = () => {
    count.textContent = fillIn(texts.live_items_picked, { count: picked().length });
  };
  const drawPool = () => {
    const found = model.get("pool");
    const isCurrent = "items" in found && found.band === wish.band && found.topic === topics.value;
    fillWith(pool, isCurrent && createPool(found.items, wish.plan, texts, tell));
    tell();
  };
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    notice.textContent = picked().length === 0 ? texts.live_missing_items : "";
    if (picked().length === 0) {
      focusOn(pool.querySelector("input") ?? pool);
      return;
    }
    model.send({
      type: "open",
      plan: wish.plan,
      band: wish.band,
      topic: topics.value,
      items: picked(),
    });
  };
  const element = h(
    "form",
    { novalidate: true, onsubmit, oninput: () => (notice.textContent = "") },
    h("h2", {}, texts.live_new),
    createRadios({
      legend: texts.live_band,
      options: menu.map(({ band, label }) => ({ value: band, label })),
      current: wish.band,
      onpick: pickBand,
    }),
    h("div", { class: "lc-live-field" }, h("label", { for: topics.id }, texts.live_topic), topics),
    createRadios({
      legend: texts.live_plan,
      options: plans.map((plan) => namePlan(plan, texts)),
      current: wish.plan,
      onpick(plan) {
        wish.plan = plan;
        drawPool();
      },
    }),
    pool,
    h(
      "div",
      { class: "lc-live-open" },
      notice,
      count,
      h("button", { type: "submit", class: "lc-button lc-primary" }, texts.live_open),
    ),
  );
  return {
    element: menu.length > 0 ? element : h("p", {}, texts.no_items),
    drawPool,
    start: () => menu.length > 0 && pickBand(wish.band),
  };
}

/**
 * @param {Element} element
 * @returns {HTMLInputElement[]}
 */
function findChecked(element) {
  return [...element.querySelectorAll("input")].filter((input) => input.checked);
}

// How the page's address asks for the questions to be asked; else in the first way.
function findPlan() {
  const wanted = new URLSearchParams(window.location.search).get("cach");
  return plans.find((plan) => plan === wanted) ?? plans[0];
}

/**
 * @param {Plan} plan
 * @param {Record<string, string>} texts
 */
function namePlan(plan, texts) {
  return { value: plan, label: texts[`live_plan_${plan}`], note: texts[`live_plan_${plan}_note`] };
}

// Before and after a lesson its own questions are asked, where it has some.
/**
 * @param {PoolItemJson[]} items
 * @param {Plan} plan
 * @param {Record<string, string>} texts
 * @param {() => void} tell hears of every choice
 * @returns {Child[]}
 */
function createPool(items, plan, texts, tell) {
  const hasOwn = plan === before_after && items.some((item) => item.before_after);
  const rows = items.map(({ id, stem, type, level, guarded, picked, before_after: isOwn }) =>
    createChoice(
      h("input", { type: "checkbox", value: id, checked: hasOwn ? isOwn : picked, onchange: tell }),
      [
        plainText(stem),
        h(
          "span",
          { class: "lc-small" },
          [type, level, guarded && texts.live_guarded].filter(Boolean).join(" \u00b7 "),
        ),
      ],
    ),
  );
  return [
    h("legend", {}, texts.live_items),
    hasOwn && h("p", { class: "lc-small" }, texts.live_items_before_after),
    createChoices(rows),
  ];
}
