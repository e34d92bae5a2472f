"""JupyterLab's words in Vietnamese: the language pack of its community, and what it leaves out.

Measured on JupyterLab 4.6: the pack has 328 of the 1,558 sentences of its screens, and calls an
exporter by its entry point ("Lachan_handout"). JupyterLab takes a pack as it is installed and adds
nothing to it. So ours is written as a package of its own, of the locale ``vi``, into a folder that
only the JupyterLab we start finds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import read_mo, write_mo

from lachan.exporters import EXPORTERS
from lachan.workflows.write_files import write_bytes, write_text

LOCALE = "vi"
_COMMUNITY = "jupyterlab_language_pack_vi_VN"
_OURS = f"jupyterlab_language_pack_{LOCALE}"
_DOMAIN = "jupyterlab"

# The part of the screen that a sentence is said in ("menu") stands before it.
_CONTEXT = "\4"


def write_language_pack(folder: Path) -> bool:
    """Write the pack into `folder`, to be put on Python's path; False without the community's.

    JupyterLab finds a pack by its entry point. What the browser says itself it takes from JSON;
    menus and settings it is told by the server, which takes them from a catalogue of gettext.
    """
    if find_spec(_COMMUNITY) is None:
        return False
    theirs = files(_COMMUNITY) / "locale" / "vi_VN" / "LC_MESSAGES"
    known = json.loads((theirs / f"{_DOMAIN}.json").read_text("utf-8"))
    words = read_words()
    said = {**known, **words, "": {**known[""], "language": LOCALE}}
    messages = folder / _OURS / "locale" / LOCALE / "LC_MESSAGES"
    write_text(messages / f"{_DOMAIN}.json", json.dumps(said, ensure_ascii=False))
    catalogue = _add_words((theirs / f"{_DOMAIN}.mo").read_bytes(), words)
    write_bytes(messages / f"{_DOMAIN}.mo", catalogue)
    write_text(folder / _OURS / "__init__.py", "")
    about = folder / f"{_OURS}-1.dist-info"
    write_text(about / "METADATA", f"Metadata-Version: 2.1\nName: {_OURS}\nVersion: 1\n")
    write_text(about / "entry_points.txt", f"[jupyterlab.languagepack]\n{LOCALE} = {_OURS}\n")
    return True


def read_words() -> Mapping[str, list[str]]:
    """Return what the pack leaves out or says badly, and the names of our exporters.

    The browser wants one form of a sentence, and two of one that counts something, though
    Vietnamese has one.
    """
    text: Any = (files("lachan.cli") / "jupyter_config" / "words.vi.json").read_text("utf-8")
    written = json.loads(text)
    said = {sentence: [word] for sentence, word in written["said"].items()}
    counted = {sentence: [word, word] for sentence, word in written["counted"].items()}
    # JupyterLab asks for an exporter's name by that of its entry point, first letter large.
    exporters = {
        f"{name[0].upper()}{name[1:]}": [each.export_from_notebook]
        for name, each in EXPORTERS.items()
    }
    return {**said, **counted, **exporters}


def _add_words(compiled: bytes, words: Mapping[str, list[str]]) -> bytes:
    catalogue = read_mo(BytesIO(compiled))
    for sentence, (word, *_) in words.items():
        context, _, said = sentence.rpartition(_CONTEXT)
        catalogue.delete(said, context or None)
        catalogue.add(said, word, context=context or None)
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()
