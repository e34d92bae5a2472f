// Rich text: the JSON nodes of lachan.markup.to_nodes as DOM.

/**
 * @import { BlockNode, BulletListNode, InlineNode, LinkNode, NumberedListNode, TableNode } from "../wire"
 * @import { Child } from "./dom.js"
 */
import { h } from "./dom.js";

/**
 * Addresses of pictures by their paths.
 * @typedef {Record<string, string>} Media
 *
 * @typedef {{ media: Media, shift: number }} Context
 */

// Block elements. `media` maps a figure's path to a URL; `shift` lowers headings, so that
// they fit below the headings of what holds the text.
/**
 * @param {readonly BlockNode[]} nodes
 * @param {Partial<Context>} [context]
 * @returns {Child[]}
 */
export function renderBlocks(nodes, { media = {}, shift = 0 } = {}) {
  return nodes.map((node) => renderBlock(node, { media, shift }));
}

// The same nodes as phrasing content, for places such as legend and label that allow no
// block elements.
/**
 * @param {readonly BlockNode[]} nodes
 * @param {{ media?: Media }} [context]
 * @returns {Child[]}
 */
export function renderPhrasing(nodes, { media = {} } = {}) {
  return nodes.map((node) => renderSpan(node, media));
}

// The words alone, for places that take no elements, such as an option of a select.
/**
 * @param {readonly (BlockNode | InlineNode)[]} nodes
 * @returns {string}
 */
export function plainText(nodes) {
  const words = nodes.map((node) => {
    if (node.type === "text") return node.value;
    if (node.type === "break") return " ";
    if ("children" in node) return plainText(node.children);
    return "items" in node ? plainText(node.items.flat()) : "";
  });
  return words.join(nodes[0]?.type === "paragraph" ? " " : "");
}

/**
 * @param {string} path
 * @param {string} alt
 * @param {Media} media
 */
export function renderImage(path, alt, media) {
  const url = media[path];
  if (url === undefined) return h("span", { class: "lc-no-image" }, alt);
  return h("img", { src: url, alt, class: "lc-image" });
}

/**
 * @param {BlockNode} node
 * @param {Context} context
 */
function renderBlock(node, context) {
  switch (node.type) {
    case "paragraph":
      return h("p", {}, renderInline(node.children));
    case "heading":
      return h(`h${Math.min(6, node.level + context.shift)}`, {}, renderInline(node.children));
    case "bullet_list":
      return h("ul", {}, renderItems(node, context));
    case "numbered_list":
      return h("ol", { start: node.start }, renderItems(node, context));
    case "quote":
      return h("blockquote", {}, renderBlocks(node.children, context));
    case "figure":
      return h("figure", {}, renderImage(node.path, node.alt, context.media));
    case "table":
      return renderTable(node);
    default:
      throw new TypeError(`unknown node ${JSON.stringify(node)}`);
  }
}

/**
 * @param {BulletListNode | NumberedListNode} node
 * @param {Context} context
 */
function renderItems(node, context) {
  return node.items.map((blocks) => h("li", {}, renderTight(blocks, context)));
}

// A list item that opens with a paragraph is set tight, as Markdown does.
/**
 * @param {BlockNode[]} blocks
 * @param {Context} context
 */
function renderTight(blocks, context) {
  if (blocks.length === 0 || blocks[0].type !== "paragraph") return renderBlocks(blocks, context);
  return [renderInline(blocks[0].children), renderBlocks(blocks.slice(1), context)];
}

/** @param {TableNode} node */
function renderTable(node) {
  const head = node.header.map((cell) => h("th", { scope: "col" }, renderInline(cell)));
  const rows = node.rows.map((row) =>
    h(
      "tr",
      {},
      row.map((cell) => h("td", {}, renderInline(cell))),
    ),
  );
  const table = h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows));
  // It scrolls sideways on a phone, so the keyboard must reach it.
  return h("div", { class: "lc-table", tabindex: 0 }, table);
}

/**
 * @param {BlockNode} node
 * @param {Media} media
 * @returns {Child}
 */
function renderSpan(node, media) {
  switch (node.type) {
    case "bullet_list":
    case "numbered_list":
      return node.items.map((blocks, index) => {
        const mark = node.type === "bullet_list" ? "\u2022" : `${node.start + index}.`;
        const children = blocks.map((block) => renderSpan(block, media));
        return h("span", { class: "lc-span-item" }, `${mark} `, children);
      });
    case "quote":
      return h("span", { class: "lc-span-quote" }, renderPhrasing(node.children, { media }));
    case "figure":
      return renderImage(node.path, node.alt, media);
    case "table":
      return [node.header, ...node.rows].map((row) =>
        h(
          "span",
          { class: "lc-span-block" },
          row.map((cell) => [renderInline(cell), " "]),
        ),
      );
    default:
      return h("span", { class: "lc-span-block" }, renderInline(node.children));
  }
}

/**
 * @param {readonly InlineNode[]} nodes
 * @returns {Child[]}
 */
function renderInline(nodes) {
  return nodes.map((node) => {
    switch (node.type) {
      case "text":
        return node.value;
      case "strong":
        return h("strong", {}, renderInline(node.children));
      case "emphasis":
        return h("em", {}, renderInline(node.children));
      case "link":
        return renderLink(node);
      case "break":
        return h("br");
      default:
        throw new TypeError(`unknown node ${JSON.stringify(node)}`);
    }
  });
}

// A link that is neither a web page, a telephone number nor a relative path stays text.
/**
 * @param {LinkNode} node
 * @returns {Child}
 */
function renderLink(node) {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(node.url);
  if (scheme && !["http", "https", "tel"].includes(scheme[1].toLowerCase())) {
    return renderInline(node.children);
  }
  const outside = scheme && scheme[1].toLowerCase() !== "tel";
  const target = outside ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return h("a", { href: node.url, ...target }, renderInline(node.children));
}
