// The way to the kernel. ask(message) resolves once the kernel is done with it, with what is
// wrong ("" when nothing is); its answers are then in the model.

export function createLink(model) {
  const waiting = new Map();
  let serial = 0;
  const onAnswered = () => {
    const answered = model.get("answered");
    waiting.get(answered)?.(model.get("notice"));
    waiting.delete(answered);
  };
  model.on("change:answered", onAnswered);
  return {
    ask(message) {
      serial += 1;
      const asked = serial;
      return new Promise((resolve) => {
        waiting.set(asked, resolve);
        model.send({ ...message, serial: asked });
      });
    },
    dispose: () => model.off("change:answered", onAnswered),
  };
}

// A file as base64, as messages carry it.
export function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
