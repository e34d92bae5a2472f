// The text of a page as it is read out: sentence by sentence, each with its place on the page.

/**
 * `range` gives the place of some of its letters.
 * @typedef {{ text: string, block: Element, range: (from: number, to: number) => Range }} Sentence
 *
 * @typedef {{ node: Text, start: number }} Piece
 */

const blocks =
  "p, li, h1, h2, h3, h4, h5, h6, legend, label, th, td, dt, dd, figcaption, blockquote, summary, button, div, .lc-span-block";
// Tools, what is for teachers, and what is drawn: a drawing's words stand beside it once more.
const left_out =
  "svg, script, style, template, nav, header, footer, progress, button:not(.lc-reply), .lc-chrome, .lc-plan, .lc-tools, .lc-aloud, .lc-deck-bar, .lc-block-ghi-chu-giao-vien, [aria-hidden=true], [hidden]";

// What is read of an element, nothing that a reader does not see or hear there.
/**
 * @param {Element} root
 * @returns {Sentence[]}
 */
export function findSentences(root) {
  if (root.closest(left_out)) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    const isShown = !node.matches(left_out) && (node.checkVisibility?.() ?? true);
    return isShown ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });
  /** @type {{ block: Element, nodes: Text[] }[]} */
  const groups = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const block = node.parentElement?.closest(blocks);
    if (!block || !node.data.trim()) continue;
    const last = groups.at(-1);
    if (last?.block === block) last.nodes.push(node);
    else groups.push({ block, nodes: [node] });
  }
  return groups.flatMap(({ block, nodes }) => splitBlock(block, nodes));
}

/**
 * @param {Element} block
 * @param {Text[]} nodes
 */
function splitBlock(block, nodes) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = "";
  for (const node of nodes) {
    // A letter before its choice is a word of its own.
    if (/[\p{L}\p{N}.:!?]$/u.test(text) && /^[\p{L}\p{N}\u201c]/u.test(node.data)) text += " ";
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return cutSentences(text)
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => {
      const from = index + segment.length - segment.trimStart().length;
      return {
        text: segment.trim(),
        block,
        /** @type {Sentence["range"]} */
        range: (start, end) => makeRange(pieces, from + start, from + end),
      };
    });
}

/**
 * @param {string} text
 * @returns {{ segment: string, index: number }[]}
 */
function cutSentences(text) {
  if (!Intl.Segmenter) return [{ segment: text, index: 0 }];
  return [...new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text)];
}

/**
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} to
 */
function makeRange(pieces, from, to) {
  const range = document.createRange();
  range.setStart(...placeOf(pieces, from));
  range.setEnd(...placeOf(pieces, to));
  return range;
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 * @returns {[Text, number]}
 */
function placeOf(pieces, at) {
  const { node, start } = pieces.findLast((piece) => piece.start <= at) ?? pieces[0];
  return [node, Math.min(Math.max(at - start, 0), node.data.length)];
}
