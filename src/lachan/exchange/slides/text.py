"""Words into text frames: runs in Vietnamese, lists that count themselves, links and jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.slide import NotesSlide
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from lachan.exchange.slides.design import FONT, GAP, INDENT, LANGUAGE, PRIMARY
from lachan.exchange.slides.pieces import LETTERS, NUMBERS, STATEMENTS, Marker, Para, Span

XML_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SCHEMES = frozenset({NUMBERS, LETTERS, STATEMENTS})
NOTES_SIZE = 12


@dataclass(frozen=True, slots=True)
class Jump:
    """A run that leads to the slide of a passage, once that is drawn."""

    run: _Run
    key: str

    def lead_to(self, relation: str) -> None:
        """Let a click on the run go to the slide that its own slide knows by this relation."""
        action = "ppaction://hlinksldjump"
        link = f'<a:hlinkClick {XML_NAMES} r:id="{relation}" action="{action}"/>'
        self.run._r.get_or_add_rPr().append(parse_xml(link))


def write_title(frame: TextFrame, title: str, size: float) -> None:
    """Put a slide's title into its placeholder."""
    _add_run(frame.paragraphs[0], Span(title), size)


def write_paras(frame: TextFrame, paras: Sequence[Para], size: float) -> list[Jump]:
    """Write paragraphs into an empty frame, the first of them without a gap above.

    Returns the runs that are to jump.
    """
    jumps: list[Jump] = []
    starts = _find_starts(paras)
    for number, para in enumerate(paras):
        line = frame.add_paragraph() if number else frame.paragraphs[0]
        _set_marker(line, para, starts[number], size)
        line.space_before = Pt(size * GAP if number else 0)
        jumps += write_spans(line, para.spans, size)
    return jumps


def write_spans(line: _Paragraph, spans: Sequence[Span], size: float) -> list[Jump]:
    """Append words to a paragraph; returns the runs that are to jump."""
    jumps: list[Jump] = []
    for span in spans:
        for number, text in enumerate(span.text.split("\n")):
            if number:
                line.add_line_break()
            if text:
                run = _add_run(line, Span(text, span.bold, span.italic), size)
                if span.url:
                    run.hyperlink.address = span.url
                if span.jump:
                    jumps.append(Jump(run, span.jump))
    end = line._p.get_or_add_endParaRPr()
    end.set("lang", LANGUAGE)
    end.set("sz", str(round(size * 100)))
    return jumps


def write_notes(notes: NotesSlide, paras: Sequence[Para]) -> None:
    """Write what the speaker sees; lists have their marks as letters, as notes are read."""
    frame = notes.notes_text_frame
    if frame is None:  # Its master always has one.
        return
    for number, para in enumerate(paras):
        line = frame.add_paragraph() if number else frame.paragraphs[0]
        for span in (*_spell_marker(para.marker), *para.spans):
            write_spans(line, [span], NOTES_SIZE)


def _spell_marker(marker: Marker | None) -> Iterator[Span]:
    if marker is not None:
        yield Span(f"{marker.number}. " if marker.kind in _SCHEMES else f"{marker.kind} ")


def _add_run(line: _Paragraph, span: Span, size: float) -> _Run:
    run = line.add_run()
    run.text = span.text
    run.font.size = Pt(size)
    if span.bold:
        run.font.bold = True
    if span.italic:
        run.font.italic = True
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    return run


def _find_starts(paras: Sequence[Para]) -> list[int]:
    """Return for each paragraph the number at which its list begins on this slide.

    Entries of one list begin at one number, so that Office counts them again when one is added. A
    paragraph without a number ends the lists as deep as it and deeper.
    """
    starts: list[int] = []
    lists: dict[int, tuple[str, int, int]] = {}
    for para in paras:
        marker, depth = para.marker, para.depth
        lists = {
            each: found
            for each, found in lists.items()
            if each < depth or (each == depth and marker is not None)
        }
        number = 0 if marker is None else marker.number
        kind, start, last = lists.get(depth, ("", number, number))
        if marker is not None and (kind, last + 1) != (marker.kind, number):
            start = number
        if marker is not None:
            lists[depth] = (marker.kind, start, number)
        starts.append(start)
    return starts


def _set_marker(line: _Paragraph, para: Para, start: int, size: float) -> None:
    properties = line._p.get_or_add_pPr()
    indent = Pt(INDENT * size)
    properties.set("marL", str(indent * para.depth))
    properties.set("indent", str(-indent if para.marker else 0))
    for each in _bullet(para.marker, start):
        properties.append(parse_xml(each))


def _bullet(marker: Marker | None, start: int) -> Iterator[str]:
    if marker is None:
        yield f"<a:buNone {XML_NAMES}/>"
        return
    yield f'<a:buClr {XML_NAMES}><a:srgbClr val="{PRIMARY}"/></a:buClr>'
    if marker.kind in _SCHEMES:
        yield f'<a:buFont {XML_NAMES} typeface="+mj-lt"/>'
        yield f'<a:buAutoNum {XML_NAMES} type="{marker.kind}" startAt="{start}"/>'
    else:
        yield f'<a:buFont {XML_NAMES} typeface="{FONT}"/>'
        yield f'<a:buChar {XML_NAMES} char="{marker.kind}"/>'
