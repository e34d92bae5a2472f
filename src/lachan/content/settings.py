"""Read what a school sets for itself: lachan.toml, and truong.toml of the school's own folder."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import read_text
from lachan.content.logo import read_logo
from lachan.content.root import SETTINGS_FILE
from lachan.content.school import SCHOOL_FILE
from lachan.content.yaml.validation import S, Schema, validate
from lachan.domain.letterhead import Letterhead, Logo
from lachan.domain.source import Source


@dataclass(frozen=True, slots=True)
class Settings:
    """What a school sets for itself; everything may stay empty.

    `school_folder` is as it was written: a path, from the content root. The authority above the
    school and its logo are set in its own folder.
    """

    school: str = ""
    contacts: tuple[str, ...] = ()
    school_folder: str = ""
    authority: str = ""
    logo: Logo | None = None

    @property
    def letterhead(self) -> Letterhead:
        """What stands at the head of the school's papers."""
        return Letterhead(self.school, self.authority, self.logo)


class SettingsSchema(Schema):
    school: str = ""
    contacts: tuple[str, ...] = ()
    school_folder: str = ""


class SchoolSchema(Schema):
    school: str = ""
    authority: str = ""
    contacts: tuple[str, ...] = ()
    logo: str = ""


def read_settings(root: Path, diagnostics: Diagnostics) -> Settings:
    """Return the settings of a content root; faults are reported and give the defaults."""
    raw = _read_toml(SettingsSchema, root / SETTINGS_FILE, root, diagnostics)
    return Settings(**raw.model_dump()) if raw else Settings()


def read_school_settings(kit: Settings, school: Path, diagnostics: Diagnostics) -> Settings:
    """Return the kit's settings with those of the school's folder in front of them.

    What is left empty there stays as the kit has it; faults are reported and change nothing.
    """
    path = school / SCHOOL_FILE
    raw = _read_toml(SchoolSchema, path, school, diagnostics)
    if raw is None:
        return kit
    source = Source(diagnostics.name_of(path, school), ("logo",))
    return replace(
        kit,
        school=raw.school or kit.school,
        contacts=raw.contacts or kit.contacts,
        authority=raw.authority,
        logo=read_logo(school, raw.logo, source, diagnostics),
    )


def _read_toml(schema: type[S], path: Path, folder: Path, diagnostics: Diagnostics) -> S | None:
    source = Source(diagnostics.name_of(path, folder))
    text = read_text(path, folder, diagnostics) if path.is_file() else ""
    if not text:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Python tells the place within its sentence, and nowhere else before 3.14.
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        position = (int(place[1]), int(place[2])) if place else (len(text.splitlines()), 1)
        hint = 'mỗi dòng cần có dạng: tên = "giá trị"'
        diagnostics.report_at("FI007", source.file, position, "TOML không đọc được", hint)
        return None
    return validate(schema, data, source, diagnostics)
