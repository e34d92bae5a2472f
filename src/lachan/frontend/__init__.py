"""The browser's side: ES modules, styles and the Vietnamese texts, as self-contained strings."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from lachan.domain.kinds import Band
from lachan.frontend.bundle import FrontendError, join_modules, order_modules

__all__ = [
    "FrontendError",
    "load_authoring_texts",
    "load_module",
    "load_office_texts",
    "load_styles",
    "load_texts",
    "order_modules",
    "read_module",
    "render_script_json",
]

_FOLDER = files("lachan.frontend")


@cache
def load_module(name: str) -> str:
    """Return the module `name` with all it imports, as one ES module.

    Parameters
    ----------
    name
        With its folder, without ``.js``. ``items/quiz``, ``lesson/lesson`` and the like export
        ``{ render }`` as anywidget wants it; ``items/offline`` exports ``{ mountOffline }`` and,
        when it is run, mounts every ``script.lachan-quiz`` that the page holds.

    Raises
    ------
    FrontendError
        When there is no such module, or its imports are unknown or go in a circle.
    """
    return join_modules(name, read_module)


@cache
def load_styles(*names: str) -> str:
    """Return the styles of modules and of what they import, tokens and base styles first."""
    needed = (module for name in names for module in order_modules(name, read_module))
    names = tuple(dict.fromkeys(("shared/tokens", "shared/base", *needed)))
    sheets = [_FOLDER / f"{module}.css" for module in names]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.is_file())


def load_texts(band: Band | None = None) -> dict[str, str]:
    """Return the Vietnamese catalogue of what the screens say; a new dict at every call.

    Parameters
    ----------
    band
        Who reads it. Pupils are called "em"; adults, and everyone where None does not know
        who reads, are not: ``texts-adult.vi.json`` says those sentences without it.
    """
    texts = _read_texts("texts")
    is_pupil = band is not None and band is not Band.COMMUNITY
    return dict(texts) if is_pupil else {**texts, **_read_texts("texts-adult")}


def load_office_texts() -> dict[str, str]:
    """Return what the organisers' office says, a catalogue of its own: no pupil needs it."""
    return dict(_read_texts("texts-office"))


def load_authoring_texts() -> dict[str, str]:
    """Return what the form for questions says, a catalogue of its own as the office's is."""
    return dict(_read_texts("texts-authoring"))


def render_script_json(data: object) -> str:
    """Return `data` as JSON that is safe inside a ``<script>`` element of a page."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@cache
def _read_texts(name: str) -> dict[str, str]:
    texts: dict[str, str] = json.loads((_FOLDER / f"{name}.vi.json").read_text(encoding="utf-8"))
    return texts


def read_module(name: str) -> str:
    """Return the source of one module, its imports not joined; raises `FrontendError`."""
    path = _FOLDER / f"{name}.js"
    if not path.is_file():
        raise FrontendError(f"Không có mô-đun giao diện “{name}.js”.")
    return path.read_text(encoding="utf-8")
