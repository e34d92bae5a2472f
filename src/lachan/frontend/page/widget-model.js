// A widget's model in the page, as anywidget's modules know it, kept in step with the kernel's.

/** @import { Line } from "./kernel-socket.js" */

/**
 * A widget's state: each of its modules knows what is in its own.
 * @typedef {Record<string, any>} State
 *
 * @typedef {(...details: any[]) => unknown} Listener
 *
 * Where in the state each binary value belongs.
 * @typedef {{ state: State, buffer_paths?: (string | number)[][] }} Update
 *
 * @typedef {ReturnType<typeof createWidgetModel>} WidgetModel
 */

/**
 * @param {string} id
 * @param {State} first
 * @param {Line} socket
 */
export function createWidgetModel(id, first, socket) {
  const state = { ...first };
  /** @type {Map<string, Listener[]>} */
  const listeners = new Map();
  /** @type {State} */
  let unsaved = {};

  /**
   * @param {object} data
   * @param {ArrayBuffer[]} [buffers]
   */
  const say = (data, buffers) => {
    const content = { comm_id: id, data };
    socket.send("comm_msg", content, { buffers: buffers ?? [] });
  };
  /**
   * @param {string} event
   * @param {...unknown} details
   */
  const tell = (event, ...details) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(...details);
  };
  // All values are in place before anyone is told of the first.
  /** @param {State} values */
  const apply = (values) => {
    const changed = Object.keys(values).filter((name) => !isSame(state[name], values[name]));
    Object.assign(state, values);
    for (const name of changed) tell(`change:${name}`);
    if (changed.length > 0) tell("change");
  };

  return {
    /** @param {string} name */
    get: (name) => state[name],
    /**
     * @param {string} name
     * @param {unknown} value
     */
    set(name, value) {
      unsaved[name] = value;
      apply({ [name]: value });
    },
    save_changes() {
      say({ method: "update", state: unsaved, buffer_paths: [] });
      unsaved = {};
    },
    /**
     * @param {string} event
     * @param {Listener} listener
     */
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    /**
     * @param {string} event
     * @param {Listener} [listener]
     */
    off(event, listener) {
      const others = (listeners.get(event) ?? []).filter((each) => listener && each !== listener);
      listeners.set(event, others);
    },
    /**
     * @param {object} content
     * @param {undefined} [_callbacks]
     * @param {ArrayBuffer[]} [buffers]
     */
    send(content, _callbacks, buffers) {
      say({ method: "custom", content }, buffers);
    },
    // What the kernel says of this widget.
    /**
     * @param {Update & { method: string, content?: object }} data
     * @param {DataView[]} buffers
     */
    hear(data, buffers) {
      if (data.method === "update") apply(withBuffers(data, buffers));
      if (data.method === "custom") tell("msg:custom", data.content, buffers);
    },
    apply,
  };
}

// Binary values travel beside the state; `buffer_paths` says where each belongs.
/**
 * @param {Update} update
 * @param {DataView[]} buffers
 */
export function withBuffers({ state, buffer_paths: paths = [] }, buffers) {
  paths.forEach((path, place) => {
    const inner = path.slice(0, -1).reduce((value, key) => value[key], state);
    inner[path[path.length - 1]] = buffers[place];
  });
  return state;
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function isSame(one, other) {
  if (one === other) return true;
  // A buffer shows no content in JSON, so it always counts as new.
  return JSON.stringify(one) === JSON.stringify(other) && !holdsBuffer(one);
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function holdsBuffer(value) {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(holdsBuffer);
}
