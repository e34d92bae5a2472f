"""Read quiz_bank/<band>/<topic>.yaml into domain items."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import find_inside, read_text
from lachan.content.items.bodies import BodyReader
from lachan.content.items.schema import SCHEMA_OF_TYPE, ItemSchema, MediaSchema, StimulusSchema
from lachan.content.rich_fields import read_rich
from lachan.content.yaml.source import parse_yaml
from lachan.content.yaml.validation import validate
from lachan.domain.items import Item, Media, Override, Review
from lachan.domain.kinds import Band
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source


def read_items(
    path: Path, root: Path, diagnostics: Diagnostics, pictures: Sequence[Path] = ()
) -> list[Item]:
    """Return the items of a file; its folder names the band and its name the topic.

    Parameters
    ----------
    root
        The folder of content that the file belongs to.
    pictures
        Folders in which pictures are looked for, one after the other; left out, in `root`.
    """
    text = read_text(path, root, diagnostics)
    return [] if text is None else parse_items(text, path, root, diagnostics, pictures)


def parse_items(
    text: str,
    path: Path,
    root: Path,
    diagnostics: Diagnostics,
    pictures: Sequence[Path] = (),
) -> list[Item]:
    """Return the items of a file's text; the other arguments are those of `read_items`."""
    file = diagnostics.name_of(path, root)
    data = parse_yaml(text, file, diagnostics)
    if data is None:
        return []
    if not isinstance(data, dict) or not {"items"} <= set(data) <= {"items", "stimuli"}:
        data = {}
    listed, shared = data.get("items"), data.get("stimuli") or {}
    if not isinstance(listed, list) or not isinstance(shared, dict):
        message = 'tệp câu hỏi có trường "items" là danh sách, và có thể có "stimuli" (ngữ liệu)'
        diagnostics.report("SC001", Source(file), message)
        return []
    stimuli = _read_stimuli(shared, file, diagnostics)
    reader = ItemReader(path, tuple(pictures) or (root,), diagnostics, stimuli)
    made = [reader.read(entry, Source(file, ("items", n))) for n, entry in enumerate(listed)]
    return [item for item in made if item is not None]


def _read_stimuli(
    shared: Mapping[str, object], file: str, diagnostics: Diagnostics
) -> dict[str, RichText]:
    """Return name → text of what several items of a file ask about."""
    texts: dict[str, RichText] = {}
    for name, entry in shared.items():
        source = Source(file, ("stimuli", name))
        raw = validate(StimulusSchema, entry, source, diagnostics)
        if raw is not None:
            texts[name] = read_rich(raw.text, source.at("text"), diagnostics, tables=True)
    return texts


@dataclass(frozen=True)
class ItemReader:
    """Reads the entries of one file; its folder names the band and its name the topic."""

    path: Path
    folders: tuple[Path, ...]
    diagnostics: Diagnostics
    stimuli: Mapping[str, RichText]

    def read(self, entry: object, source: Source) -> Item | None:
        """Return an entry as an item, or None after reporting its faults."""
        raw = _validate(entry, source, self.diagnostics)
        return None if raw is None else self._convert(raw, source)

    def _convert(self, raw: ItemSchema, source: Source) -> Item:
        return Item(
            id=raw.id,
            band=Band(self.path.parent.name),
            topic=self.path.stem,
            level=raw.level,
            stem=read_rich(raw.stem, source.at("stem"), self.diagnostics),
            body=BodyReader(source, self.diagnostics).read(raw),
            citations=raw.citations,
            objective=raw.objective,
            is_skill=raw.skill,
            use=raw.use,
            status=raw.status,
            grades=raw.grades,
            lang=raw.lang,
            media=_read_media(raw.media, source, self.folders, self.diagnostics),
            sensitivity=raw.sensitivity,
            enemies=frozenset(raw.enemies),
            group=raw.stimulus or raw.group,
            stimulus=self._find_stimulus(raw.stimulus, source),
            seconds=raw.seconds,
            reviews=tuple(Review(**each.model_dump()) for each in raw.reviews),
            overrides=tuple(Override(each.rule, each.reason) for each in raw.overrides),
            source=source,
        )

    def _find_stimulus(self, name: str, source: Source) -> RichText:
        if name and name not in self.stimuli:
            near = difflib.get_close_matches(name, self.stimuli, n=1)
            hint = f'có phải là "{near[0]}"?' if near else "viết ngữ liệu ấy dưới stimuli: của tệp"
            message = f'tệp này không có ngữ liệu "{name}"'
            self.diagnostics.report("QB013", source.at("stimulus"), message, hint)
        return self.stimuli.get(name, ())


def _validate(entry: object, source: Source, diagnostics: Diagnostics) -> ItemSchema | None:
    if not isinstance(entry, dict):
        diagnostics.report("SC003", source, "mỗi câu hỏi là một nhóm trường (id, type, stem…)")
        return None
    kind = str(entry.get("type") or "")
    schema = SCHEMA_OF_TYPE.get(kind)
    if schema is None:
        known = ", ".join(SCHEMA_OF_TYPE)
        near = difflib.get_close_matches(kind, SCHEMA_OF_TYPE, n=1)
        hint = f'có phải là "{near[0]}"?' if near else ""
        message = f'type: phải là một trong: {known}; thấy "{kind}"'
        diagnostics.report("SC004", source.at("type"), message, hint)
        return None
    return validate(schema, entry, source, diagnostics)


def _read_media(
    raw: MediaSchema | None, source: Source, folders: Sequence[Path], diagnostics: Diagnostics
) -> Media | None:
    if raw is None:
        return None
    place = source.at("media", "path")
    if not any((each / raw.path).resolve().is_relative_to(each.resolve()) for each in folders):
        diagnostics.report("FI005", place, f'"{raw.path}" dẫn ra ngoài thư mục nội dung')
        return None
    path = find_inside(folders, raw.path)
    if path is None:
        diagnostics.report("LK001", place, f'không có tệp hình "{raw.path}"')
        return None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Media(raw.path, raw.alt, raw.credit, digest)
