// A widget's model in the page, as anywidget's modules know it, kept in step with the kernel's.

export function createWidgetModel(id, first, socket) {
  const state = { ...first };
  const listeners = new Map();
  let unsaved = {};

  const say = (data, buffers) => {
    const content = { comm_id: id, data };
    socket.send("comm_msg", content, { buffers: buffers ?? [] });
  };
  const tell = (event, ...details) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(...details);
  };
  // All values are in place before anyone is told of the first.
  const apply = (values) => {
    const changed = Object.keys(values).filter((name) => !isSame(state[name], values[name]));
    Object.assign(state, values);
    for (const name of changed) tell(`change:${name}`);
    if (changed.length > 0) tell("change");
  };

  return {
    get: (name) => state[name],
    set(name, value) {
      unsaved[name] = value;
      apply({ [name]: value });
    },
    save_changes() {
      say({ method: "update", state: unsaved, buffer_paths: [] });
      unsaved = {};
    },
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    off(event, listener) {
      const others = (listeners.get(event) ?? []).filter((each) => listener && each !== listener);
      listeners.set(event, others);
    },
    send(content, _callbacks, buffers) {
      say({ method: "custom", content }, buffers);
    },
    // What the kernel says of this widget.
    hear(data, buffers) {
      if (data.method === "update") apply(withBuffers(data, buffers));
      if (data.method === "custom") tell("msg:custom", data.content, buffers);
    },
    apply,
  };
}

// Binary values travel beside the state; `buffer_paths` says where each belongs.
export function withBuffers({ state, buffer_paths: paths = [] }, buffers) {
  paths.forEach((path, place) => {
    const inner = path.slice(0, -1).reduce((value, key) => value[key], state);
    inner[path.at(-1)] = buffers[place];
  });
  return state;
}

function isSame(one, other) {
  if (one === other) return true;
  // A buffer shows no content in JSON, so it always counts as new.
  return JSON.stringify(one) === JSON.stringify(other) && !holdsBuffer(one);
}

function holdsBuffer(value) {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(holdsBuffer);
}
