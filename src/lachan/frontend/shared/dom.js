// The only place that makes elements. Children that are strings become text nodes, so no
// content can ever become markup.

/**
 * What an element may hold: what is null, undefined, false or "" is left out.
 * @typedef {Node | string | number | boolean | null | undefined | readonly Child[]} Child
 *
 * An attribute; null, undefined and false set none, and a function listens.
 * @typedef {string | number | boolean | null | undefined | ((event: never) => unknown)} Value
 *
 * @typedef {{
 *   [name: string]: Value,
 *   onclick?: (event: MouseEvent) => unknown,
 *   onsubmit?: (event: SubmitEvent) => unknown,
 * }} Attributes
 */
const prefix = `lc-${Math.random().toString(36).slice(2, 8)}`;
let count = 0;

// An id unique on the page, also where several joined copies of this module run.
export function uid() {
  count += 1;
  return `${prefix}-${count}`;
}

// h("a", { href, onclick }, "text", element, null, [more])
/**
 * @template {keyof HTMLElementTagNameMap | `h${number}`} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLHeadingElement}
 */
export function h(tag, attributes, ...children) {
  const element = /** @type {ReturnType<typeof h<T>>} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(attributes ?? {})) {
    setAttribute(element, name, value);
  }
  element.append(...findShown(children));
  return element;
}

// `kind` adds classes: lc-primary for the one way on, lc-quiet for what is seldom wanted.
/**
 * @param {Child} content
 * @param {string} kind
 * @param {(event: MouseEvent) => unknown} onclick
 */
export function createButton(content, kind, onclick) {
  return h("button", { type: "button", class: `lc-button ${kind}`, onclick }, content);
}

// A button whose work takes a while: it cannot be pressed twice, and keeps the focus.
/**
 * @param {Child} content
 * @param {string} kind
 * @param {() => unknown} work
 */
export function createSlowButton(content, kind, work) {
  const button = createButton(content, kind, async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    try {
      await work();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });
  return button;
}

// Replace all children of an element.
/**
 * @param {Element} element
 * @param {...Child} children
 */
export function fillWith(element, ...children) {
  element.replaceChildren(...findShown(children));
}

// "{n}/{total}" with { n: 1, total: 3 } gives "1/3".
/**
 * @param {string} template
 * @param {object} values
 */
export function fillIn(template, values) {
  const known = /** @type {Record<string, unknown>} */ (values);
  return template.replace(/\{(\w+)\}/g, (_, name) => String(known[name]));
}

// Move focus without fighting the reader's own scrolling: only when it is out of sight.
/** @param {HTMLElement} element */
export function focusOn(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

// The level that a heading inside `element` needs, by the last heading before it on the page;
// headings inside other elements of the same class do not count.
/** @param {Element} element */
export function levelBelow(element) {
  const others = `.${element.className}`;
  const before = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
    (heading) =>
      !heading.closest(others) && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.min(5, Number(before.at(-1)?.tagName[1] ?? 1) + 1);
}

/**
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
function findShown(children) {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return findShown(child);
    const isShown = child !== null && child !== undefined && child !== false && child !== "";
    return isShown ? [/** @type {Node | string} */ (child)] : [];
  });
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {Value} value
 */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function")
    element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  else if (name.startsWith("on")) throw new TypeError(`${name} must be a function`);
  else element.setAttribute(name, value === true ? "" : String(value));
}
