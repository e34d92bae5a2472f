"""The form's own catalogue: every word in it is used, and every used word is in it."""

from __future__ import annotations

import re
from pathlib import Path

import lachan.frontend
from lachan.frontend import load_authoring_texts
from lachan.workflows.authoring.school_bank import Shelf

FOLDER = Path(lachan.frontend.__file__).parent / "authoring"

# Names that the code builds from a value, such as words[`note_${kind}`].
BUILT = {
    *(f"note_{kind}" for kind in ("error", "warning", "reread")),
    *(f"shelf_{shelf}" for shelf in (*(each.value for each in Shelf), "kit")),
    *("row_up", "row_down", "row_drop"),
}


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js"))
    named = set(re.findall(r"(?<![./])\bwords\.(\w+)", scripts))
    assert set(load_authoring_texts()) == named | BUILT


def test_no_word_is_empty_or_calls_a_teacher_em() -> None:
    texts = load_authoring_texts()
    assert [name for name, text in texts.items() if text != text.strip() or not text] == []
    assert [name for name, text in texts.items() if re.search(r"\bem\b", text, re.IGNORECASE)] == []
