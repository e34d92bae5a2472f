"""Draw laid-out slides into a PowerPoint file: real titles, lists, tables, notes and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationFile
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as SlideFile
from pptx.util import Emu, Pt

from lachan.exchange.slides.design import (
    BUBBLE_SIDE,
    BUBBLE_TOP,
    FONT,
    INK_SOFT,
    LANGUAGE,
    LINE_STRONG,
    PRIMARY,
    PRIMARY_PALE,
    SMALLEST,
    WHITE,
    Box,
    Look,
)
from lachan.exchange.slides.layout import Slide, lay_out
from lachan.exchange.slides.master import layout_of, new_presentation, number_field
from lachan.exchange.slides.pieces import Bubble, Grid, Passage, Picture, as_paras
from lachan.exchange.slides.tables import write_table
from lachan.exchange.slides.text import XML_NAMES, Jump, write_notes, write_paras, write_title
from lachan.exchange.zip_bytes import with_fixed_times

Pictures = Mapping[str, bytes]
"""Path → PNG or JPEG bytes."""


def render_slides(
    title: str, passages: Sequence[Passage], pictures: Pictures, *, day: dt.date
) -> bytes:
    """Return the passages as PPTX, the same bytes for the same passages.

    Parameters
    ----------
    title
        The title in the file's properties.
    passages
        What stands on the slides; each begins a new one.
    pictures
        Path → PNG or JPEG bytes; one that is missing is named by its description.
    day
        When the file says it was made: a day that the content depends on, never the clock's.
    """
    show = new_presentation(title, day=day)
    first: dict[str, SlideFile] = {}
    jumps: list[tuple[SlideFile, Jump]] = []
    for slide in lay_out(passages):
        drawn, found = _draw(show, slide, pictures)
        jumps += [(drawn, jump) for jump in found]
        if slide.key:
            first[slide.key] = drawn
    for drawn, jump in jumps:
        jump.lead_to(drawn.part.relate_to(first[jump.key].part, RT.SLIDE))
    out = BytesIO()
    show.save(out)
    return with_fixed_times(out.getvalue())


def _draw(show: PresentationFile, slide: Slide, pictures: Pictures) -> tuple[SlideFile, list[Jump]]:
    drawn = show.slides.add_slide(layout_of(show, slide.look))
    title, body = drawn.placeholders
    title.name, body.name = "Tiêu đề", "Nội dung"
    write_title(title.text_frame, slide.title, slide.title_size)
    jumps: list[Jump] = []
    frames = [body]
    # The order of the shapes is the order in which they are read aloud.
    for placed in slide.placed:
        match placed.content:
            case Grid():
                write_table(drawn, placed.content, placed.box, slide.size)
            case Picture():
                _draw_picture(drawn, placed.content, placed.box, pictures)
            case Bubble():
                _draw_bubble(drawn, placed.content, placed.box, slide.size)
            case paras:
                frame = frames.pop() if frames else _add_frame(drawn)
                drawn.shapes._spTree.append(frame._element)
                _set_place(frame, placed.box)
                jumps += write_paras(frame.text_frame, paras, slide.size)
    for unused in frames:
        unused._element.getparent().remove(unused._element)
    _add_foot(drawn, slide)
    write_notes(drawn.notes_slide, slide.notes)
    return drawn, jumps


def _add_frame(drawn: SlideFile) -> Shape:
    """Add a frame for text below a table: a slide has one placeholder for its text."""
    frame = drawn.shapes.add_textbox(Pt(0), Pt(0), Pt(0), Pt(0))
    frame.name = "Nội dung tiếp"
    words = frame.text_frame
    words.margin_left = words.margin_right = words.margin_top = words.margin_bottom = Pt(0)
    words.word_wrap = True
    return frame


def _draw_picture(drawn: SlideFile, picture: Picture, box: Box, pictures: Pictures) -> None:
    """Put a picture into the middle of a box, as large as it may be."""
    if picture.path not in pictures:
        frame = _add_frame(drawn)
        _set_place(frame, box)
        write_paras(frame.text_frame, tuple(as_paras(picture)), SMALLEST)
        return
    shape = drawn.shapes.add_picture(BytesIO(pictures[picture.path]), Pt(0), Pt(0))
    scale = min(Pt(box.width) / shape.width, Pt(box.height) / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape.left = Emu(Pt(box.left) + (Pt(box.width) - shape.width) // 2)
    shape.top = Emu(Pt(box.top) + (Pt(box.height) - shape.height) // 2)
    shape.name = "Hình"
    shape._element._nvXxPr.cNvPr.set("descr", picture.alt)


def _draw_bubble(drawn: SlideFile, bubble: Bubble, box: Box, size: float) -> None:
    """Add a message as a text that stays a text, in a round frame."""
    frame = _add_frame(drawn)
    frame.name = "Tin nhắn"
    _set_place(frame, box)
    frame._element.spPr.find(qn("a:prstGeom")).set("prst", "roundRect")
    frame.fill.solid()
    ground, edge = (PRIMARY_PALE, PRIMARY) if bubble.is_own else (WHITE, LINE_STRONG)
    frame.fill.fore_color.rgb = RGBColor.from_string(ground.upper())
    frame.line.color.rgb = RGBColor.from_string(edge.upper())
    frame.line.width = Pt(1.5)
    words = frame.text_frame
    words.margin_left = words.margin_right = Pt(BUBBLE_SIDE)
    words.margin_top = words.margin_bottom = Pt(BUBBLE_TOP)
    write_paras(words, tuple(as_paras(bubble)), size)


def _set_place(shape: Shape, box: Box) -> None:
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)


def _add_foot(drawn: SlideFile, slide: Slide) -> None:
    """Add the foot and the number, placeholders that python-pptx leaves out of a new slide."""
    if slide.look is Look.COVER:
        return
    # Said here once more, since LibreOffice takes a foot's look from no master.
    style = (
        f'<a:rPr lang="{LANGUAGE}" sz="{round(SMALLEST * 100)}"><a:solidFill>'
        f'<a:srgbClr val="{INK_SOFT}"/></a:solidFill><a:latin typeface="{FONT}"/></a:rPr>'
    )
    words = f"<a:r>{style}<a:t>{escape(slide.foot)}</a:t></a:r>"
    for name, kind, inner in (
        ("Chân trang", 'type="ftr" sz="quarter" idx="10"', f'<a:pPr algn="l"/>{words}'),
        ("Số trang", 'type="sldNum" sz="quarter" idx="11"', number_field(style)),
    ):
        number = drawn.shapes._next_shape_id
        drawn.shapes._spTree.append(
            parse_xml(
                f'<p:sp {XML_NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
                f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
            )
        )
