"""What tests read of a PowerPoint file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pptx import Presentation
from pptx.presentation import Presentation as PresentationFile
from pptx.slide import Slide


def open_slides(data: bytes) -> PresentationFile:
    return Presentation(BytesIO(data))


def read_shapes(slide: Slide) -> list[list[str]]:
    """Return the words of each shape, a row of a table a line, in the order of reading."""
    return [_read_shape(shape) for shape in slide.shapes]


def _read_shape(shape: object) -> list[str]:
    if getattr(shape, "has_table", False):
        return [" | ".join(cell.text for cell in row.cells) for row in shape.table.rows]  # type: ignore[attr-defined]
    if getattr(shape, "has_text_frame", False):
        return [line.text for line in shape.text_frame.paragraphs]  # type: ignore[attr-defined]
    return [f"[{shape._element._nvXxPr.cNvPr.get('descr')}]"]  # type: ignore[attr-defined]


def read_notes(slide: Slide) -> list[str]:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return [line.text for line in frame.paragraphs]


def spell_slides(data: bytes) -> str:
    """Return all that a file says, slide by slide, its notes behind a mark."""
    return "".join(_spell(number, slide) for number, slide in _slides(data))


def _slides(data: bytes) -> Iterator[tuple[int, Slide]]:
    yield from enumerate(open_slides(data).slides, 1)


def _spell(number: int, slide: Slide) -> str:
    lines = [f"---- {number} · {slide.slide_layout.name}"]
    lines += [line for shape in read_shapes(slide) for line in shape]
    lines += [f"  > {line}" for line in read_notes(slide)]
    return "\n".join(lines) + "\n"
