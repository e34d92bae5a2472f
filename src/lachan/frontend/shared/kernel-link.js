// Questions from a widget to its kernel over custom messages; every answer names its question.

import { send } from "./send.js";

export function createKernelLink(model) {
  const waiting = new Map();
  let count = 0;
  const settle = (id, answer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  const hear = ({ id, ...answer }, buffers) => settle(id, { ...answer, file: buffers?.[0] });
  model.on("msg:custom", hear);
  return {
    // Resolves with the kernel's answer, or with `lost` where none comes in time.
    ask(message, { patience_ms, lost, buffers }) {
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(id, lost), patience_ms);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        if (!send(model, { id, ...message }, buffers)) settle(id, lost);
      });
    },
    isBusy: () => waiting.size > 0,
    dispose: () => model.off("msg:custom", hear),
  };
}
