"""What a class cannot see of a projected page: text, pictures and controls that a screen cuts."""

from __future__ import annotations

from playwright.sync_api import Page

# All pages of a step are laid out side by side, so one look judges them all. A line of text, a
# picture or a control is cut where it reaches beyond the screen that it begins on, or lies on one
# that the count of pages does not reach.
_FIND_CUT = """
(pages) => {
  const sheets = document.querySelector(".lc-sheets");
  const box = sheets.getBoundingClientRect();
  const step = box.width + (parseFloat(getComputedStyle(sheets).columnGap) || 0);
  const start = box.left - sheets.scrollLeft;
  const cut = [];
  const judge = (rect, name) => {
    if (rect.width === 0 || rect.height === 0) return;
    const page = Math.floor((rect.left - start + 1) / step);
    const right = rect.right - start - page * step;
    const high = rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1;
    const fits = high && right <= box.width + 2;
    if (!fits || page < 0 || page >= pages) {
      const across = [rect.left - start, rect.right - start];
      const place = [...across, rect.top - box.top, rect.bottom - box.top];
      const whole = [box.width, box.height].map(Math.round);
      cut.push(`${name} at ${place.map(Math.round)} of ${whole}, ${pages} pages`);
    }
  };
  const unseen = ".lc-unseen, .lc-live-at-cau-hoi";
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(unseen);
  const walker = document.createTreeWalker(sheets, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !isShown(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) judge(rect, text.data.trim().slice(0, 40));
  }
  const drawn = "img, input, select, textarea, button, svg, progress";
  for (const element of sheets.querySelectorAll(drawn)) {
    if (isShown(element)) judge(element.getBoundingClientRect(), element.outerHTML.slice(0, 60));
  }
  return cut;
}
"""

# Questions that lie on two screens although one would hold them.
_FIND_SPLIT = """
() => {
  const sheets = document.querySelector(".lc-sheets");
  const { height } = sheets.getBoundingClientRect();
  return [...sheets.querySelectorAll(".lc-question, .lc-whole")].flatMap((whole) => {
    const parts = [...whole.getClientRects()];
    const own = parts.reduce((sum, part) => sum + part.height, 0);
    return parts.length > 1 && own <= height ? [whole.textContent.slice(0, 60)] : [];
  });
}
"""


# A font comes after the first text set in it, and pages are counted anew in the frame after what
# changed them.
_SETTLE = """
async () => {
  await Promise.all([...document.fonts].map((face) => face.load()));
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}
"""


def count_pages(page: Page) -> int:
    """Return how many screens the projected page says that it has."""
    page.evaluate(_SETTLE)
    told = page.locator(".lc-projector-place").inner_text()
    return int(told.rpartition("/")[2]) if "trang" in told else 1


def find_cut(page: Page) -> list[str]:
    """Return each line, picture and control that no screen shows whole, with where it lies."""
    found: list[str] = page.evaluate(_FIND_CUT, count_pages(page))
    return found


def find_split(page: Page) -> list[str]:
    """Return the beginning of each question that is split although a screen would hold it."""
    found: list[str] = page.evaluate(_FIND_SPLIT)
    return found
