"""How long the page on which the law is looked up takes from a key to what is on the screen.

Types into the page as it lies in a file, in Chromium, word after word: for each letter the time
from the event until the list is laid out again (style and layout forced, nothing painted). The page
is slowed down as a cheap phone is (``--slow 4``).

Prints a table and writes JSON: ``python benchmarks/lookup.py [--slow 4] [--times 5] [--out out]``,
about half a minute. Needs Chromium.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measuring import ROOT, describe_machine, percentile, render_table, write_record
from playwright.sync_api import Page, sync_playwright

from lachan.content import load_content
from lachan.workflows.law.page import make_law_page
from support.browsers import launch_chromium

# Few results, many results, places, none, and a word that all but everything holds.
TYPED = ("dat coc", "người", "điều 150 khoản 2", "mua bán người dưới 16 tuổi", "khủng long", "a")
LIMIT_MS = 100.0

TYPE = """
(letters) => {
  const box = document.querySelector("input[type=search]");
  const times = [];
  box.value = "";
  for (const letter of letters) {
    box.value += letter;
    const start = performance.now();
    box.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}
"""


def measure(page: Page, times: int) -> dict[str, list[float]]:
    """Return the milliseconds of every letter, by what was typed."""
    found: dict[str, list[float]] = {typed: [] for typed in TYPED}
    for _ in range(times):
        for typed in TYPED:
            found[typed] += page.evaluate(TYPE, typed)
    return found


def tabulate(found: dict[str, list[float]]) -> str:
    names = ("typed", "letters", "median ms", "95 % ms", "worst ms")
    rows = [
        (typed, len(each), *(f"{percentile(each, share):.1f}" for share in (50, 95, 100)))
        for typed, each in found.items()
    ]
    return render_table(names, rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slow", type=float, default=4.0, help="times slower than this machine")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder of the JSON")
    options = parser.parse_args()
    load = float(Path("/proc/loadavg").read_text().split()[0])
    content = load_content(ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "tra-cuu.html"
        file.write_text(make_law_page(content), encoding="utf-8")
        browser = launch_chromium(playwright)
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.context.new_cdp_session(page).send(
            "Emulation.setCPUThrottlingRate", {"rate": options.slow}
        )
        page.goto(file.as_uri())
        page.wait_for_selector(".lc-lookup-page")
        found = measure(page, options.times)
        browser.close()
    worst = max(max(each) for each in found.values())
    kinds = f"{len(content.documents)} documents, {len(content.provisions)} provisions"
    print(f"{describe_machine()}; load before {load}; {kinds}; slowed {options.slow:g} times\n")
    print(tabulate(found))
    print(f"\nworst {worst:.1f} ms; promised {LIMIT_MS:g} ms")
    write_record(options.out, "lookup", load, slow=options.slow, times_ms=found)


if __name__ == "__main__":
    main()
