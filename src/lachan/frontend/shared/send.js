// A message to the kernel; false where there is none any more, as while its page is being left.

/**
 * The part of anywidget's model that our modules use; `State` is what it holds.
 * @template State
 * @typedef {object} Model
 * @property {<Name extends keyof State>(name: Name) => State[Name]} get
 * @property {(event: string, listener: (...details: never[]) => unknown) => void} on
 * @property {(event: string, listener: (...details: never[]) => unknown) => void} off
 * @property {(message: object, callbacks?: undefined, buffers?: ArrayBuffer[]) => void} send
 */

/**
 * What anywidget calls a module's `render` with.
 * @template State
 * @typedef {{ model: Model<State>, el: HTMLElement }} Place
 */
/**
 * @param {Pick<Model<unknown>, "send">} model
 * @param {object} message
 * @param {ArrayBuffer[]} [buffers]
 */
export function send(model, message, buffers) {
  try {
    model.send(message, undefined, buffers);
    return true;
  } catch (error) {
    // What JupyterLab says of a comm or a kernel that is closed.
    if (!(error instanceof Error && error.message === "Cannot send")) throw error;
    return false;
  }
}
