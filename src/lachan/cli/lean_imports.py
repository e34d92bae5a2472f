"""Leave out libraries that cost each command time and serve none.

**Grammars for IRIs.** Measured: 1.6 s of the 5.4 s that ``lachan serve`` took to stand went into
compiling them. jsonschema loads them with nbformat and Jupyter Server if they are installed, which
jupyter-events asks for, and does without if they are not; no schema of a notebook or of an event
has an IRI in it.

**Markdown and tracebacks in help.** Typer loads what prints them (with pygments) for whoever wants
them, a third of what ``lachan --help`` took; our help is not written in Markdown, and we leave
tracebacks to Python.

This is imported before everything else and only by the command line, whose process is ours.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

# None says to an import that there is no such module.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# What typer.rich_utils takes from rich, and never uses for us.
_UNUSED = {"rich.markdown": "Markdown", "rich.traceback": "Traceback"}


def _load_help() -> None:
    """Load what draws help; for it alone an empty class stands for each that is not used."""
    ours = {name: _empty(name, held) for name, held in _UNUSED.items() if name not in sys.modules}
    sys.modules.update(ours)
    try:
        importlib.import_module("typer.rich_utils")
    finally:
        for name in ours:
            del sys.modules[name]


def _empty(name: str, held: str) -> ModuleType:
    module = ModuleType(name)
    setattr(module, held, type(held, (), {}))
    return module


_load_help()
