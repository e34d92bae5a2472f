"""Read lachan.toml: the school's name and local contacts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import read_text
from lachan.content.root import SETTINGS_FILE
from lachan.content.yaml.validation import Schema, validate
from lachan.domain.source import Source


@dataclass(frozen=True, slots=True)
class Settings:
    """What a school sets for itself; everything may stay empty."""

    school: str = ""
    contacts: tuple[str, ...] = ()


class SettingsSchema(Schema):
    school: str = ""
    contacts: tuple[str, ...] = ()


def read_settings(root: Path, diagnostics: Diagnostics) -> Settings:
    """Return the settings of a content root; faults are reported and give the defaults."""
    source = Source(SETTINGS_FILE)
    path = root / SETTINGS_FILE
    text = read_text(path, root, diagnostics) if path.is_file() else ""
    if not text:
        return Settings()
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        diagnostics.report("FI007", source, f"TOML không đọc được ({error})")
        return Settings()
    raw = validate(SettingsSchema, data, source, diagnostics)
    return Settings() if raw is None else Settings(raw.school, raw.contacts)
