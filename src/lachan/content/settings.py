"""Read lachan.toml: the school's name, its local contacts and where its own folder lies."""

from __future__ import annotations

import re
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
    """What a school sets for itself; everything may stay empty.

    `school_folder` is as it was written: a path, from the content root.
    """

    school: str = ""
    contacts: tuple[str, ...] = ()
    school_folder: str = ""


class SettingsSchema(Schema):
    school: str = ""
    contacts: tuple[str, ...] = ()
    school_folder: str = ""


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
        # Python tells the place within its sentence, and nowhere else before 3.14.
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        position = (int(place[1]), int(place[2])) if place else (len(text.splitlines()), 1)
        hint = 'mỗi dòng cần có dạng: tên = "giá trị"'
        diagnostics.report_at("FI007", source.file, position, "TOML không đọc được", hint)
        return Settings()
    raw = validate(SettingsSchema, data, source, diagnostics)
    return Settings() if raw is None else Settings(**raw.model_dump())
