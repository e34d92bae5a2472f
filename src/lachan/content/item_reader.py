"""Read quiz_bank/<band>/<topic>.yaml into domain items."""

from __future__ import annotations

import difflib
import hashlib
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import read_text, relative_name
from lachan.content.item_schema import (
    SCHEMA_OF_TYPE,
    ChoiceSchema,
    ItemSchema,
    MediaSchema,
    MultipleChoiceSchema,
    ShortAnswerSchema,
    SingleChoiceSchema,
    TrueFalseGroupSchema,
)
from lachan.content.rich_fields import read_rich
from lachan.content.validation import validate
from lachan.content.yaml_source import parse_yaml
from lachan.domain.items import (
    Body,
    Choice,
    Item,
    Media,
    MultipleChoice,
    Review,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
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
        body=_read_body(raw, source, diagnostics),
        citations=raw.citations,
        objective=raw.objective,
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
        source=source,
    )


def _read_body(raw: ItemSchema, source: Source, diagnostics: Diagnostics) -> Body:
    match raw:
        case SingleChoiceSchema():
            return SingleChoice(_read_choices(raw.choices, source, diagnostics), raw.key)
        case MultipleChoiceSchema():
            choices = _read_choices(raw.choices, source, diagnostics)
            return MultipleChoice(choices, frozenset(raw.key))
        case TrueFalseGroupSchema():
            return TrueFalseGroup(_read_statements(raw, source, diagnostics))
        case ShortAnswerSchema():
            reason = read_rich(raw.reason, source.at("reason"), diagnostics)
            return ShortAnswer(raw.key, raw.accepted, raw.unit, reason)
    raise AssertionError(f"a schema without a body: {type(raw).__name__}")


def _read_choices(
    raw: tuple[ChoiceSchema, ...], source: Source, diagnostics: Diagnostics
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=choice.id,
            text=read_rich(choice.text, source.at("choices", index, "text"), diagnostics),
            reason=read_rich(choice.reason, source.at("choices", index, "reason"), diagnostics),
            pinned=choice.pinned,
        )
        for index, choice in enumerate(raw)
    )


def _read_statements(
    raw: TrueFalseGroupSchema, source: Source, diagnostics: Diagnostics
) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=each.id,
            text=read_rich(each.text, source.at("statements", index, "text"), diagnostics),
            key=each.key,
            reason=read_rich(each.reason, source.at("statements", index, "reason"), diagnostics),
            citations=each.citations,
            level=each.level,
        )
        for index, each in enumerate(raw.statements)
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
