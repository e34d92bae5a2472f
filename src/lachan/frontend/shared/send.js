// A message to the kernel; false where there is none any more, as while its page is being left.

export function send(model, message, buffers) {
  try {
    model.send(message, undefined, buffers);
    return true;
  } catch (error) {
    // What JupyterLab says of a comm or a kernel that is closed.
    if (error.message !== "Cannot send") throw error;
    return false;
  }
}
