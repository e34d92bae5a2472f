// A page of our widgets without JupyterLab: kilobytes where Voila's front end is megabytes. Where a
// notebook shows anything else than widgets of anywidget, Voila's front end is loaded after all.

import { connectKernel, randomId } from "./kernel-socket.js";
import { createWidgetModel, withBuffers } from "./widget-model.js";

const CELL_OUTPUT = 'script[type="application/vnd.voila.cell-output+json"]';
const VIEW = "application/vnd.jupyter.widget-view+json";
const CONTROL = "jupyter.widget.control";
const CONTROL_VERSION = "1.0.0";

function showPage() {
  const places = [...document.querySelectorAll(CELL_OUTPUT)].map((script) => {
    return { script, id: JSON.parse(script.textContent).data?.[VIEW]?.model_id };
  });
  if (places.every(({ id }) => id)) showWidgets(places);
  else loadVoila();
}

function showWidgets(places) {
  const control = randomId();
  const models = new Map();

  // Asked whenever the line stands anew: what the kernel said meanwhile may be lost.
  const askForStates = ({ send }) => {
    const metadata = { version: CONTROL_VERSION };
    send("comm_open", { comm_id: control, target_name: CONTROL, data: {} }, { metadata });
    send("comm_msg", { comm_id: control, data: { method: "request_states" } });
  };

  const takeStates = (socket, { content, buffers }) => {
    const states = takeApart(content.data, buffers);
    if (models.size > 0) {
      for (const [id, model] of models) model.apply(states[id]?.state ?? {});
      return;
    }
    if (!places.every(({ id }) => states[id]?.model_module === "anywidget")) {
      socket.close();
      loadVoila();
      return;
    }
    for (const { id, script } of places) {
      const model = createWidgetModel(id, states[id].state, socket);
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
function takeApart({ states, buffer_paths }, buffers) {
  withBuffers({ state: states, buffer_paths }, buffers);
  return states;
}

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

async function loadModule(source) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: module } = await import(address);
  URL.revokeObjectURL(address);
  return typeof module === "function" ? module() : module;
}

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
  const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  const base = config.baseUrl.endsWith("/") ? config.baseUrl : `${config.baseUrl}/`;
  return new URL(`${base}api/kernels/${config.kernelId}`, window.location.href).href;
}

function loadVoila() {
  beginLate();
  const script = document.createElement("script");
  script.src = document.querySelector("[data-lachan-voila]").dataset.lachanVoila;
  document.body.append(script);
}

// Voila's front end begins when the page has loaded, which it has by now.
function beginLate() {
  const listen = window.addEventListener;
  window.addEventListener = (type, listener, options) => {
    if (type === "load" && document.readyState === "complete") setTimeout(listener, 0);
    else listen.call(window, type, listener, options);
  };
}

showPage();

export default showPage;
