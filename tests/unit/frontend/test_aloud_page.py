"""“Đọc to”, with a voice of the test's own: Chromium without a window has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.script_pages import Visit, mount_widget, open_page

# What a browser offers, with the end of an utterance told by the test.
VOICE = """
(voices) => {
  window.said = [];
  window.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
  const synth = Object.assign(new EventTarget(), {
    now: null,
    voices,
    getVoices() { return this.voices; },
    speak(utterance) { this.now = utterance; window.said.push(utterance.text); },
    cancel() {
      const { now } = this;
      this.now = null;
      now?.onerror({ error: "canceled" });
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synth, configurable: true });
  window.sayNext = () => {
    const { now } = synth;
    synth.now = null;
    now.onend({});
  };
  window.sayWord = (charIndex, charLength) =>
    synth.now.onboundary({ name: "word", charIndex, charLength });
  window.addVoice = (voice) => {
    synth.voices.push(voice);
    synth.dispatchEvent(new Event("voiceschanged"));
  };
}
"""
MARKED = "(name) => [...(CSS.highlights.get(name) ?? [])].map(String).join('|')"
OURS = {"lang": "vi-VN", "localService": True}
REMOTE = {"lang": "vi-VN", "localService": False}
ENGLISH = {"lang": "en-GB", "localService": True}


@pytest.fixture
def visit(browser: WatchedBrowser, sample: Path) -> Iterator[Visit]:
    styles = load_styles("lesson/lesson")
    opened = open_page(browser, 360, 640, styles=styles, query="?bai=mau#buoc-mo")
    opened.page.evaluate(VOICE, [REMOTE, ENGLISH])
    mount_widget(opened, LessonPlayer(load_content(sample), lesson="mau"), "lesson/lesson")
    opened.page.wait_for_selector(".lc-step h2")
    yield opened
    opened.page.close()
    assert [] == opened.requests


def said(visit: Visit) -> list[str]:
    heard: list[str] = visit.page.evaluate("window.said")
    return heard


def is_silent(visit: Visit) -> bool:
    return bool(visit.page.evaluate("speechSynthesis.now === null"))


def turn_on(visit: Visit) -> None:
    visit.page.evaluate("(voice) => addVoice(voice)", OURS)
    switch = visit.page.get_by_role("switch", name="Đọc to")
    assert "false" == switch.get_attribute("aria-checked")
    switch.focus()
    visit.press("Space")
    assert "true" == switch.get_attribute("aria-checked")


def test_the_switch_waits_for_a_vietnamese_voice_of_the_machine(visit: Visit) -> None:
    switch = visit.page.get_by_role("switch", name="Đọc to", include_hidden=True)
    assert not switch.is_visible()

    turn_on(visit)

    assert switch.is_visible()
    assert [] == visit.find_violations()
    assert not visit.overflows()


def test_sentences_are_read_one_by_one_and_words_are_followed(visit: Visit) -> None:
    turn_on(visit)
    page = visit.page

    while said(visit)[-1] != "Chào cả lớp.":
        page.evaluate("sayNext()")
    assert "Vào bài" == said(visit)[-2]
    page.evaluate("sayWord(5, 2)")

    assert "Chào cả lớp." == page.evaluate(MARKED, "lc-said-sentence")
    assert "cả" == page.evaluate(MARKED, "lc-said-word")
    assert "Chào cả lớp." == page.locator(".lc-said-block").text_content()
    assert not any("lắng nghe" in each for each in said(visit))


def test_it_is_held_and_goes_on_where_it_was(visit: Visit) -> None:
    turn_on(visit)
    page = visit.page
    page.evaluate("sayNext()")
    at = said(visit)[-1]

    page.get_by_role("button", name="Tạm dừng").click()
    assert is_silent(visit)
    assert 0 == page.locator(".lc-said-block").count()
    page.get_by_role("button", name="Đọc tiếp").click()

    assert at == said(visit)[-1]


def test_a_new_step_is_read_and_leaving_stops(visit: Visit) -> None:
    turn_on(visit)
    page = visit.page
    before = len(said(visit))

    page.get_by_role("button", name="Bước tiếp theo").click()
    page.wait_for_function("(count) => window.said.length > count", arg=before)
    while said(visit)[-1] != "Học":
        page.evaluate("sayNext()")

    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert is_silent(visit)

    page.get_by_role("button", name="Đọc tiếp").click()
    assert not is_silent(visit)
    page.evaluate("window.dispose()")
    assert is_silent(visit)


def test_a_class_screen_is_not_read(visit: Visit) -> None:
    turn_on(visit)

    visit.page.get_by_role("button", name="Trình chiếu").click()
    visit.page.wait_for_selector(".lc-projector")

    visit.page.wait_for_function("speechSynthesis.now === null")
    assert "false" == visit.page.locator("[role=switch]").get_attribute("aria-checked")
