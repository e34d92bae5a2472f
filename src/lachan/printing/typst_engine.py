"""Typst in this process: templates and fonts in, a PDF/UA-1 file out, always the same bytes.

Content reaches a template as JSON and pictures as virtual files; nothing is pasted into Typst
source. The compiler's root is the templates folder, so even a template could read nothing else.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
import threading
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import font_source_sans_pro
import orjson
import typst

from lachan.printing.faults import MissingGlyphError, PictureError, PrintError, PrintWarning

SERIF = "Libertinus Serif"
SANS = "Source Sans Pro"
SANS_WEIGHTS = (400, 600, 700)

# The wheel's folder holds every face twice, as OTF and as TTF, and which one Typst would take
# depends on the order of the folder. These TTF files are all that handouts use.
SANS_FILES = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-It.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSansPro-SemiboldIt.ttf",
    "SourceSansPro-Bold.ttf",
    "SourceSansPro-BoldIt.ttf",
)

_TEMPLATES = resources.files("lachan.printing") / "templates"
_NOT_DISPLAYED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_PLAIN_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_LOADING = threading.Lock()
_LOAD_ALL_FACES = (
    b'#for w in (400, 600, 700) { for s in ("normal", "italic") '
    b'{ text(font: "Source Sans Pro", weight: w, style: s)[a] } }'
)


def sans_file(name: str) -> Path:
    """Return the path of a Source Sans TTF file inside its wheel."""
    return Path(font_source_sans_pro.font_directory) / name


def print_fonts() -> typst.Fonts:
    """Return Typst's embedded fonts and Source Sans, and no font of this machine."""
    # Files are made in several threads, and loading the fonts once is enough.
    with _LOADING:
        return _load_fonts()


@lru_cache(maxsize=1)
def _load_fonts() -> typst.Fonts:
    """Return Typst's embedded fonts and Source Sans, and no font of this machine.

    The binding takes folders only, so the TTF files are shown to it in a folder of their own;
    once a page has used every face they are held in memory and the folder goes.
    """
    with tempfile.TemporaryDirectory(prefix="lachan-fonts-") as folder:
        for name in SANS_FILES:
            shutil.copyfile(sans_file(name), Path(folder) / name)
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
        compiler.compile(_LOAD_ALL_FACES, format="pdf", timestamp=0)
    return fonts


def compile_pdf(
    template: str,
    data: Mapping[str, Any],
    title: str,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a tagged PDF/UA-1 file.

    Parameters
    ----------
    template
        A file of printing/templates.
    data
        JSON-ready; the template reads it from ``sys.inputs.data``.
    title
        The document's title, which readers and screen readers show.
    pictures
        Virtual path (as figure nodes name it) → bytes of an SVG, PNG, JPEG, GIF or WebP file.

    Raises
    ------
    MissingGlyphError
        If a character is in none of the print fonts.
    PictureError
        If a picture cannot be drawn.
    PrintError
        For whatever else Typst refuses.
    """
    pdf = _compile(template, data, title, pictures, format="pdf", pdf_standards="ua-1")
    if not isinstance(pdf, bytes):
        raise PrintError(f"Không in được “{title}”: Typst không trả về tệp PDF nào.")
    return pdf


def compile_png(
    template: str,
    data: Mapping[str, Any],
    title: str,
    ppi: int,
    pictures: Mapping[str, bytes] | None = None,
) -> list[bytes]:
    """Return each page as a PNG picture.

    A missing glyph goes unnoticed here; `compile_pdf` on the same arguments tells it.
    """
    pages = _compile(template, data, title, pictures, format="png", ppi=ppi)
    return list(pages) if isinstance(pages, list) else [pages]


def query_marks(
    template: str,
    data: Mapping[str, Any],
    title: str,
    pictures: Mapping[str, bytes] | None = None,
) -> list[Any]:
    """Return the values of all metadata that a template labels ``<mark>``, in reading order.

    Arguments and faults as of `compile_pdf`; a missing glyph goes unnoticed here.
    """
    files, inputs = _split_pictures(pictures or {})
    with _telling_faults(title):
        compiler = typst.Compiler(
            # As below, the stubs do not tell of virtual files.
            cast(Any, {"main": _template(template), **files}),
            root=str(_TEMPLATES),
            font_paths=print_fonts(),
            ignore_system_fonts=True,
            sys_inputs=_inputs(data, title) | inputs,
        )
        found: list[Any] = json.loads(compiler.query("<mark>", field="value"))
    return found


def _compile(
    template: str,
    data: Mapping[str, Any],
    title: str,
    pictures: Mapping[str, bytes] | None,
    **options: Any,
) -> Any:
    compiler = typst.Compiler(
        root=str(_TEMPLATES), font_paths=print_fonts(), ignore_system_fonts=True
    )
    files, inputs = _split_pictures(pictures or {})
    # The binding takes virtual files too, which its type stubs do not say.
    sources: Any = {"main": _template(template), **files}
    with _telling_faults(title):
        made, notes = compiler.compile_with_warnings(
            sources, sys_inputs=_inputs(data, title) | inputs, timestamp=0, **options
        )
    for note in notes:
        warnings.warn(f"{title}: {note.message}", PrintWarning, stacklevel=3)
    return made


@contextlib.contextmanager
def _telling_faults(title: str) -> Iterator[None]:
    """Raise what Typst refuses as one of our errors, with a Vietnamese reason."""
    try:
        yield
    except typst.TypstError as error:
        raise _translate(error, title) from error
    except BaseException as error:
        # A panic inside Typst (met with mixed right-to-left text) is no Exception in Python.
        if type(error).__name__ != "PanicException":
            raise
        raise PrintError(
            f"Không in được “{title}”: Typst gặp đoạn chữ không dàn được ({error}). "
            "Hãy tìm chữ của hệ chữ viết khác (Ả Rập, Do Thái…) và bỏ đi."
        ) from error


def _split_pictures(pictures: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return pictures that are text (SVG) as virtual files, the others as inputs.

    The binding takes virtual files in UTF-8 only. Inputs are text too, so the bytes of other
    pictures travel as lists of numbers; `source` in noi-dung.typ turns them back.
    """
    files: dict[str, bytes] = {}
    inputs: dict[str, str] = {}
    for name, data in pictures.items():
        if name.endswith(".svg"):
            files[name] = data
        else:
            inputs[f"/{name}"] = json.dumps(list(data))
    return files, inputs


def _inputs(data: Mapping[str, Any], title: str) -> dict[str, str]:
    return {"title": title, "data": orjson.dumps(data).decode()}


@lru_cache(maxsize=32)
def _template(name: str) -> bytes:
    return (_TEMPLATES / name).read_bytes()


def _translate(error: typst.TypstError, title: str) -> PrintError:
    missing = {
        character
        for literal in _NOT_DISPLAYED.findall(error.diagnostic)
        for character in _ESCAPE.sub(_unescape, literal)
        if not character.isspace()
    }
    if missing:
        return MissingGlyphError(title, missing)
    if _is_about_pictures(error.message):
        return PictureError(
            f"Không in được “{title}”: có hình hỏng hoặc dùng kiểu chưa vẽ được ({error.message}). "
            "Hãy lưu lại hình dạng SVG hoặc PNG, không dẫn tới tệp khác."
        )
    return PrintError(f"Không in được “{title}”: Typst báo lỗi “{error.message}”.")


def _is_about_pictures(message: str) -> bool:
    return any(word in message for word in ("image", "SVG", "decode"))


def _unescape(match: re.Match[str]) -> str:
    # Typst shows the text as a Rust string literal.
    code, plain = match.groups()
    return chr(int(code, 16)) if code else _PLAIN_ESCAPES.get(plain, plain)
