// Reading aloud: the browser's own Vietnamese voice reads a page, and the words are followed. Nothing is
// asked of a network: a voice that is not on this machine is not taken, and where there is none the
// switch is not shown.

/** @import { Sentence } from "./spoken.js" */
import { createButton, fillWith, h } from "./dom.js";
import { findSentences } from "./spoken.js";

const marks = { sentence: "lc-said-sentence", word: "lc-said-word", block: "lc-said-block" };
// Set by a page that reads itself, for the questions in it.
const taken = "data-lc-aloud";

/**
 * Controls for what stands in `root`; `find` gives the part of it that is read, null where nothing is.
 * @param {{
 *   root: Element,
 *   texts: Record<string, string>,
 *   find?: () => Element | null,
 *   rate?: () => number,
 * }} options
 */
export function createAloud({ root, texts, find = () => root, rate = () => 1 }) {
  const aloud = new Aloud(root, texts, find, rate);
  aloud.start();
  return { element: aloud.element, dispose: () => aloud.dispose() };
}

class Aloud {
  /**
   * @param {Element} root
   * @param {Record<string, string>} texts
   * @param {() => Element | null} find
   * @param {() => number} rate
   */
  constructor(root, texts, find, rate) {
    this.root = root;
    this.texts = texts;
    this.find = find;
    this.rate = rate;
    this.synth = window.speechSynthesis;
    this.isOn = false;
    /** @type {Sentence[]} */
    this.sentences = [];
    this.index = 0;
    // The utterance on its way; what others tell later is of no interest.
    /** @type {SpeechSynthesisUtterance | null} */
    this.said = null;
    this.toggle = createButton(texts.aloud, "lc-quiet lc-aloud-switch", () => this.turn(!this.isOn));
    this.toggle.setAttribute("role", "switch");
    this.hold = createButton(texts.aloud_pause, "lc-quiet", () => (this.said ? this.stop() : this.speak()));
    this.again = createButton(texts.aloud_again, "lc-quiet", () => this.readAll());
    this.element = h("div", { class: "lc lc-aloud", lang: "vi" });
    this.observer = new MutationObserver((changes) => this.follow(changes));
    this.onVoices = () => this.tell();
    this.onLeave = () => this.stop();
    this.onHidden = () => document.hidden && this.stop();
  }

  start() {
    this.tell();
    if (!this.synth) return;
    this.synth.addEventListener("voiceschanged", this.onVoices);
    window.addEventListener("pagehide", this.onLeave);
    document.addEventListener("visibilitychange", this.onHidden);
    this.observer.observe(this.root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class"],
    });
  }

  dispose() {
    this.stop();
    this.observer.disconnect();
    this.synth?.removeEventListener("voiceschanged", this.onVoices);
    window.removeEventListener("pagehide", this.onLeave);
    document.removeEventListener("visibilitychange", this.onHidden);
  }

  get voice() {
    const voices = this.synth?.getVoices() ?? [];
    return voices.find(({ lang, localService }) => localService && /^vi\b/i.test(lang)) ?? null;
  }

  tell() {
    const isTaken = this.root.parentElement?.closest(`[${taken}]`);
    this.element.hidden = !this.voice || Boolean(isTaken) || !this.find();
    this.toggle.setAttribute("aria-checked", String(this.isOn));
    this.element.classList.toggle("lc-is-on", this.isOn);
    // The same words set anew would be a change of the page that is watched.
    const held = this.said ? this.texts.aloud_pause : this.texts.aloud_go_on;
    if (this.hold.textContent !== held) this.hold.textContent = held;
    const shown = [this.toggle, ...(this.isOn ? [this.hold, this.again] : [])];
    if (this.element.childElementCount !== shown.length) fillWith(this.element, shown);
  }

  /** @param {boolean} on */
  turn(on) {
    this.isOn = on;
    if (on) this.readAll();
    else this.stop();
    this.tell();
  }

  readAll() {
    const part = this.find();
    this.read(part ? [part] : []);
  }

  /** @param {Element[]} parts */
  read(parts) {
    this.stop();
    this.sentences = parts.flatMap(findSentences);
    this.index = 0;
    this.speak();
  }

  speak() {
    const { voice } = this;
    const sentence = this.sentences[this.index];
    if (!sentence?.block.isConnected || !voice || !this.synth) return this.stop();
    const said = new SpeechSynthesisUtterance(sentence.text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = this.rate();
    said.onboundary = ({ name, charIndex, charLength }) => {
      if (this.said === said && name === "word") followWord(sentence, charIndex, charLength);
    };
    said.onend = () => {
      if (this.said !== said) return;
      this.index += 1;
      if (this.index < this.sentences.length) this.speak();
      else this.finish();
    };
    said.onerror = () => this.said === said && this.stop();
    this.said = said;
    clearMarks();
    markSentence(sentence);
    this.synth.speak(said);
    return this.tell();
  }

  // At the end the next press begins anew.
  finish() {
    this.index = 0;
    this.stop();
  }

  stop() {
    const wasSaid = this.said !== null;
    this.said = null;
    if (wasSaid) {
      this.synth?.cancel();
      clearMarks();
    }
    this.tell();
  }

  // What comes new is read: the next step, the next question, what an answer means. A class's
  // screen has its own tools and its own reader.
  /** @param {MutationRecord[]} changes */
  follow(changes) {
    if (!this.isOn) return this.tell();
    if (this.root.classList.contains("lc-projector")) return this.turn(false);
    const added = changes
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof Element && node.isConnected && this.find()?.contains(node));
    const parts = /** @type {Element[]} */ (added).filter(
      (node) =>
        !added.some((other) => other !== node && other.contains(node)) && findSentences(node).length > 0,
    );
    if (parts.length > 0) return this.read([...new Set(parts)]);
    const isGone = this.said && !this.sentences[this.index]?.block.isConnected;
    return isGone ? this.stop() : this.tell();
  }
}

/** @param {Sentence} sentence */
function markSentence({ block, text, range }) {
  const shown = block.closest(".lc-unseen") ? (block.closest("li, figure") ?? block) : block;
  shown.classList.add(marks.block);
  shown.scrollIntoView({ block: "nearest" });
  highlight(marks.sentence, range(0, text.length));
}

// Voices that tell no length mean the word up to the next space.
/**
 * @param {Sentence} sentence
 * @param {number} from
 * @param {number | undefined} length
 */
function followWord({ text, range }, from, length) {
  const word = /^\S*/.exec(text.slice(from))?.[0] ?? "";
  highlight(marks.word, range(from, from + (length || word.length)));
}

/**
 * @param {string} name
 * @param {Range} range
 */
function highlight(name, range) {
  if (window.CSS?.highlights) CSS.highlights.set(name, new Highlight(range));
}

function clearMarks() {
  for (const marked of document.querySelectorAll(`.${marks.block}`)) marked.classList.remove(marks.block);
  window.CSS?.highlights?.delete(marks.sentence);
  window.CSS?.highlights?.delete(marks.word);
}
