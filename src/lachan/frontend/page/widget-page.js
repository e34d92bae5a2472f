// A page of our widgets without JupyterLab: kilobytes where Voila's front end is megabytes. Where a
// notebook shows anything else than widgets of anywidget, Voila's front end is loaded after all.

/**
 * @import { Line } from "./kernel-socket.js"
 * @import { Message } from "./kernel-frames.js"
 * @import { Update, WidgetModel } from "./widget-model.js"
 */
import { connectKernel, randomId } from "./kernel-socket.js";
import { createWidgetModel, withBuffers } from "./widget-model.js";

/**
 * Where a widget is to be drawn, in place of its script.
 * @typedef {{ script: Element, id: string | undefined }} Spot
 *
 * @typedef {Record<string, { state: Record<string, unknown>, model_module: string } | undefined>} States
 */

const CELL_OUTPUT = 'script[type="application/vnd.voila.cell-output+json"]';
const VIEW = "application/vnd.jupyter.widget-view+json";
const CONTROL = "jupyter.widget.control";
const CONTROL_VERSION = "1.0.0";

function showPage() {
  const places = [...document.querySelectorAll(CELL_OUTPUT)].map((script) => {
    return { script, id: JSON.parse(script.textContent ?? "").data?.[VIEW]?.model_id };
  });
  if (places.every(({ id }) => id)) showWidgets(places);
  else loadVoila();
}

/** @param {Spot[]} places */
function showWidgets(places) {
  const control = randomId();
  /** @type {Map<string, WidgetModel>} */
  const models = new Map();

  // Asked whenever the line stands anew: what the kernel said meanwhile may be lost.
  /** @param {Line} line */
  const askForStates = ({ send }) => {
    const metadata = { version: CONTROL_VERSION };
    send("comm_open", { comm_id: control, target_name: CONTROL, data: {} }, { metadata });
    send("comm_msg", { comm_id: control, data: { method: "request_states" } });
  };

  /**
   * @param {Line} socket
   * @param {Message & { buffers: DataView[] }} message
   */
  const takeStates = (socket, { content, buffers }) => {
    const states = takeApart(content.data, buffers);
    if (models.size > 0) {
      for (const [id, model] of models) model.apply(states[id]?.state ?? {});
      return;
    }
    const known = places.flatMap(({ id, script }) => {
      const told = id && states[id];
      return told && told.model_module === "anywidget" ? [{ id, script, state: told.state }] : [];
    });
    if (known.length < places.length) {
      socket.close();
      loadVoila();
      return;
    }
    for (const { id, script, state } of known) {
      const model = createWidgetModel(id, state, socket);
      models.set(id, model);
      draw(model, script);
    }
  };

  connectKernel(kernelAddress(), {
    onOpen: askForStates,
    onGone: tellOfTrouble,
    hear(socket, message) {
      if (message.header.msg_type !== "comm_msg") return;
      const { comm_id: id, data } = message.content;
      if (id === control) takeStates(socket, message);
      else models.get(id)?.hear(data, message.buffers);
    },
  });
}

// The buffers of all widgets come in one row; each path begins with the widget that it belongs to.
/**
 * @param {{ states: States, buffer_paths?: Update["buffer_paths"] }} told
 * @param {DataView[]} buffers
 */
function takeApart({ states, buffer_paths }, buffers) {
  withBuffers({ state: states, buffer_paths }, buffers);
  return states;
}

/**
 * @param {WidgetModel} model
 * @param {Element} script
 */
async function draw(model, script) {
  try {
    const module = await loadModule(model.get("_esm"));
    addStyles(model.get("_css"));
    const place = document.createElement("div");
    place.className = "jp-OutputArea-output";
    const el = place.appendChild(document.createElement("div"));
    script.replaceWith(place);
    await module.initialize?.({ model });
    await module.render({ model, el });
  } catch (error) {
    console.error(error);
    tellOfTrouble();
  }
}

/** @param {string} source */
async function loadModule(source) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: module } = await import(address);
  URL.revokeObjectURL(address);
  return typeof module === "function" ? module() : module;
}

/** @param {string} css */
function addStyles(css) {
  if (!css) return;
  const styles = document.createElement("style");
  styles.textContent = css;
  document.head.append(styles);
}

// The page's own script has the words for it.
function tellOfTrouble() {
  window.dispatchEvent(new Event("lachan-kernel-gone"));
}

function kernelAddress() {
  const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "");
  const base = config.baseUrl.endsWith("/") ? config.baseUrl : `${config.baseUrl}/`;
  return new URL(`${base}api/kernels/${config.kernelId}`, window.location.href).href;
}

function loadVoila() {
  beginLate();
  const script = document.createElement("script");
  /** @type {HTMLElement | null} */
  const named = document.querySelector("[data-lachan-voila]");
  script.src = named?.dataset.lachanVoila ?? "";
  document.body.append(script);
}

// Voila's front end begins when the page has loaded, which it has by now.
function beginLate() {
  const listen = window.addEventListener;
  /**
   * @param {string} type
   * @param {EventListenerOrEventListenerObject} listener
   * @param {boolean | AddEventListenerOptions} [options]
   */
  window.addEventListener = (type, listener, options) => {
    const isLate = type === "load" && document.readyState === "complete";
    if (isLate && typeof listener === "function") setTimeout(listener, 0);
    else listen.call(window, type, listener, options);
  };
}

showPage();

export default showPage;
