"""The office's own catalogue: every word in it is used, and every used word is in it."""

from __future__ import annotations

import re
from pathlib import Path

import lachan.frontend
from lachan.domain.contests.contest import (
    ContestState,
    Counted,
    EntryMode,
    GroupBy,
    RankKey,
    Reveal,
)
from lachan.domain.contests.roles import Role
from lachan.frontend import load_office_texts

FOLDER = Path(lachan.frontend.__file__).parent
FIELDS = (
    "title",
    "slug",
    "forms",
    "opens",
    "closes",
    "minutes",
    "attempts",
    "manifest",
    "items",
    "prize_minimum",
)
STYLE = (
    *("authority", "organiser", "place", "signed_on", "signer", "signer_title", "signer_name"),
)
SEATS = ("absent", "entered", "working", "paused", "submitted", "withdrawn")
ACTS = (
    *("create", "add_people", "renew_code", "renew_codes", "pause", "resume", "extend", "reopen"),
    *("move_closing", "message", "cancel", "close", "erase", "erase_due", "withdraw"),
)
COLUMNS = (
    *("number", "name", "class", "school", "room", "place", "pseudonym", "correct", "score"),
    *("prediction", "distance", "time", "submitted", "prize"),
    *("at", "act", "subject", "amount", "who", "reason"),
)
# Names that the code builds from a value, such as words[`state_${state}`].
BUILT = {
    *FIELDS,
    *STYLE,
    *("ranking_hint", "prizes", "prizes_hint", "counted", "group_by", "entry", "source", "reveal"),
    *("ranking", "source_blueprint", "source_files", "projector", "projector_leave"),
    *("extend", "reopen", "renew_code"),
    *(f"role_{role}" for role in Role),
    *(f"state_{state}" for state in ContestState),
    *(f"is_{state}" for state in ("over", "paused", "cancelled", "closed")),
    *(f"tab_{tab}" for tab in ("prepare", "day", "results", "log")),
    *(f"entry_{mode}{part}" for mode in EntryMode for part in ("", "_note")),
    *(f"counted_{counted}" for counted in Counted),
    *(f"group_by_{group_by}" for group_by in GroupBy),
    *(f"reveal_{reveal}" for reveal in Reveal),
    *(f"better_{key}" for key in RankKey),
    *(f"prize_default_{number}" for number in range(1, 5)),
    *(f"count_{name}" for name in ("listed", "entered", "working", "submitted")),
    *(f"seat_{state}" for state in SEATS),
    *(f"act_{act}" for act in ACTS),
    *(f"col_{name}" for name in COLUMNS),
}


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("office/*.js"))
    # The projector's module reads its words from whatever catalogue it is given.
    scripts += (
        (FOLDER / "shared" / "projector.js").read_text(encoding="utf-8").replace("texts.", "words.")
    )
    named = set(re.findall(r"\bwords\.(\w+)", scripts))
    assert set(load_office_texts()) == named | BUILT


def test_no_word_calls_an_organiser_em_or_holds_a_gap_that_is_never_filled() -> None:
    texts = load_office_texts()
    assert [name for name, text in texts.items() if re.search(r"\bem\b", text, re.IGNORECASE)] == []
    assert [name for name, text in texts.items() if text != text.strip() or not text] == []
