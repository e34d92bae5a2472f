"""Lists count themselves from where they begin on a slide."""

from __future__ import annotations

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from lachan.exchange.slides.pieces import BULLET, LETTERS, NUMBERS, Marker, Para, Span, plain
from lachan.exchange.slides.text import write_paras, write_title


def new_frame() -> TextFrame:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    frame: TextFrame = slide.shapes.add_textbox(Pt(0), Pt(0), Pt(100), Pt(100)).text_frame
    return frame


def entry(number: int, depth: int = 1, kind: str = NUMBERS) -> Para:
    return Para((Span("a"),), depth, Marker(kind, number))


def starts(*paras: Para) -> list[str | None]:
    frame = new_frame()
    write_paras(frame, paras, 24)
    found = [line._p.find(f".//{qn('a:buAutoNum')}") for line in frame.paragraphs]
    return [None if each is None else each.get("startAt") for each in found]


def test_entries_of_one_list_begin_at_one_number() -> None:
    assert starts(entry(1), entry(2), entry(3)) == ["1", "1", "1"]
    assert starts(entry(5), entry(6)) == ["5", "5"]


def test_a_list_within_a_list_does_not_end_it() -> None:
    inner = Para((Span("b"),), 2, Marker(BULLET))
    assert starts(entry(1), inner, entry(2)) == ["1", None, "1"]


def test_a_paragraph_between_ends_a_list() -> None:
    beside = Para((Span("b"),), 1)
    assert starts(entry(1), beside, entry(2)) == ["1", None, "2"]
    assert starts(entry(1), plain("b"), entry(1)) == ["1", None, "1"]


def test_another_way_of_counting_is_another_list() -> None:
    assert starts(entry(1), entry(2, kind=LETTERS)) == ["1", "2"]


def test_lists_hang_as_deep_as_they_are_measured() -> None:
    frame = new_frame()
    write_paras(frame, [plain("a"), entry(1, 2)], 25)

    first, second = (line._p.pPr for line in frame.paragraphs)
    assert (first.get("marL"), first.get("indent")) == ("0", "0")
    assert (second.get("marL"), second.get("indent")) == (str(Pt(80)), str(-Pt(40)))


def test_gaps_stand_between_paragraphs_and_not_above_the_first() -> None:
    frame = new_frame()
    write_paras(frame, [plain("a"), plain("b")], 30)
    assert [line.space_before for line in frame.paragraphs] == [Pt(0), Pt(9)]


def test_jumps_are_given_back() -> None:
    frame = new_frame()
    [jump] = write_paras(frame, [Para((Span("a"), Span("b", jump="k")))], 24)
    assert (jump.run.text, jump.key) == ("b", "k")


def test_a_title_has_its_size() -> None:
    frame = new_frame()
    write_title(frame, "Bài", 32)
    assert (frame.text, frame.paragraphs[0].runs[0].font.size) == ("Bài", Pt(32))
