"""Read the rules from ``rules/*.toml``; docs/safety.md section 4 tells how to write one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from lachan.checks.passages import Voice
from lachan.checks.safety.rule import SafetyRule
from lachan.checks.safety.sentence import spell
from lachan.domain.kinds import Band

_SHARED = "shared.toml"

# "~3 " stands for at most three words more; "{fault}" for a list of the file.
_GAP = re.compile(r"~(\d+) ")
_NAME = re.compile(r"\{([a-z_]+)\}")

_NEVER = re.compile(r"(?!)")


def load_rules() -> tuple[SafetyRule, ...]:
    """Return every rule that the package carries, in the order of their codes."""
    folder = resources.files(__package__) / "rules"
    files = {file.name: tomllib.loads(file.read_text("utf-8")) for file in folder.iterdir()}
    shared = files.pop(_SHARED)
    rules = (read_rule(data, shared) for data in files.values())
    return tuple(sorted(rules, key=lambda rule: rule.code))


def read_rule(data: Mapping[str, Any], shared: Mapping[str, Sequence[str]]) -> SafetyRule:
    """Return the rule of one file.

    Parameters
    ----------
    data
        The file's tables, as docs/safety.md section 4 tells them.
    shared
        Lists of words that every file may name.

    Raises
    ------
    ValueError
        Where a gap is written so that it would be looked for as a letter.
    """
    names = {**shared, **data.get("names", {})}
    return SafetyRule(
        **{key: data[key] for key in ("code", "title", "why", "source", "bad", "good")},
        bands=frozenset(map(Band, data.get("bands", Band))),
        voices=frozenset(map(Voice, data["voices"])),
        find=_words(data["find"], names) if "find" in data else None,
        find_raw=re.compile(_expand("|".join(data["find_raw"]), names))
        if "find_raw" in data
        else None,
        unless=_words(data.get("unless"), names),
        unless_before=_words(data.get("unless_before"), names),
        calm=_words(data.get("calm"), names),
    )


def _words(
    alternatives: Sequence[str] | None, names: Mapping[str, Sequence[str]]
) -> re.Pattern[str]:
    """Compile alternatives over folded words; a match begins and ends with a whole word."""
    if alternatives is None:
        return _NEVER
    joined = spell(_expand("|".join(alternatives), names))
    gapped = _GAP.sub(r"(?:\\w+ ){0,\1}", joined)
    if "~" in gapped:
        raise ValueError(f"a gap is a figure between ~ and a space, here it is not: {gapped}")
    return re.compile(rf"(?<!\w)(?:{gapped})(?!\w)")


def _expand(pattern: str, names: Mapping[str, Sequence[str]]) -> str:
    """Put each named list in place of its name, lists within lists too."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda found: f"(?:{'|'.join(names[found[1]])})", pattern)
    return pattern
