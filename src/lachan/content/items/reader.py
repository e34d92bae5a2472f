"""Read quiz_bank/<band>/<topic>.yaml into domain items."""

from __future__ import annotations

import difflib
import hashlib
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import read_text, relative_name
from lachan.content.items.bodies import BodyReader
from lachan.content.items.schema import SCHEMA_OF_TYPE, ItemSchema, MediaSchema
from lachan.content.rich_fields import read_rich
from lachan.content.yaml.source import parse_yaml
from lachan.content.yaml.validation import validate
from lachan.domain.items import Item, Media, Override, Review
from lachan.domain.kinds import Band
from lachan.domain.source import Source


def read_items(path: Path, root: Path, diagnostics: Diagnostics) -> list[Item]:
    """Return the items of a file; its folder names the band and its name the topic."""
    file = relative_name(path, root)
    text = read_text(path, root, diagnostics)
    if text is None:
        return []
    data = parse_yaml(text, file, diagnostics)
    if data is None:
        return []
    listed = data.get("items") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not isinstance(data, dict) or set(data) != {"items"}:
        diagnostics.report(
            "SC001", Source(file), 'tệp câu hỏi có đúng một trường "items" là danh sách'
        )
        return []
    band = Band(path.parent.name)
    made = [
        _read_item(entry, Source(file, ("items", index)), band, path.stem, root, diagnostics)
        for index, entry in enumerate(listed)
    ]
    return [item for item in made if item is not None]


def _read_item(
    entry: object, source: Source, band: Band, topic: str, root: Path, diagnostics: Diagnostics
) -> Item | None:
    if not isinstance(entry, dict):
        diagnostics.report("SC003", source, "mỗi câu hỏi là một nhóm trường (id, type, stem…)")
        return None
    kind = str(entry.get("type") or "")
    schema = SCHEMA_OF_TYPE.get(kind)
    if schema is None:
        known = ", ".join(SCHEMA_OF_TYPE)
        near = difflib.get_close_matches(kind, SCHEMA_OF_TYPE, n=1)
        hint = f'ý bạn là "{near[0]}"?' if near else ""
        message = f'type: phải là một trong: {known}; thấy "{kind}"'
        diagnostics.report("SC004", source.at("type"), message, hint)
        return None
    raw = validate(schema, entry, source, diagnostics)
    return None if raw is None else _convert(raw, source, band, topic, root, diagnostics)


def _convert(
    raw: ItemSchema, source: Source, band: Band, topic: str, root: Path, diagnostics: Diagnostics
) -> Item:
    return Item(
        id=raw.id,
        band=band,
        topic=topic,
        level=raw.level,
        stem=read_rich(raw.stem, source.at("stem"), diagnostics),
        body=BodyReader(source, diagnostics).read(raw),
        citations=raw.citations,
        objective=raw.objective,
        is_skill=raw.skill,
        use=raw.use,
        status=raw.status,
        grades=raw.grades,
        lang=raw.lang,
        media=_read_media(raw.media, source, root, diagnostics),
        sensitivity=raw.sensitivity,
        enemies=frozenset(raw.enemies),
        group=raw.group,
        seconds=raw.seconds,
        reviews=tuple(Review(review.role, review.date) for review in raw.reviews),
        overrides=tuple(Override(each.rule, each.reason) for each in raw.overrides),
        source=source,
    )


def _read_media(
    raw: MediaSchema | None, source: Source, root: Path, diagnostics: Diagnostics
) -> Media | None:
    if raw is None:
        return None
    path = root / raw.path
    place = source.at("media", "path")
    if not path.resolve().is_relative_to(root.resolve()):
        diagnostics.report("FI005", place, f'"{raw.path}" dẫn ra ngoài thư mục nội dung')
        return None
    if not path.is_file():
        diagnostics.report("LK001", place, f'không có tệp hình "{raw.path}"')
        return None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Media(raw.path, raw.alt, raw.credit, digest)
