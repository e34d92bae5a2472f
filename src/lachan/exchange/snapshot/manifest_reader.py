"""manifest.json and items.json back to the paper: what prints it again needs no bank."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from lachan.domain.file_names import is_file_name, is_inner_path
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import (
    Blueprint,
    Certificate,
    Form,
    FormItem,
    Header,
    Paper,
    Part,
    Rules,
)
from lachan.exchange.json_files import find_other_format
from lachan.exchange.snapshot.items_reader import SnapshotError, read_items_snapshot
from lachan.exchange.snapshot.manifest_writer import FORMAT, fingerprint

_HEADER = TypeAdapter(Header)
_PARTS = TypeAdapter(tuple[Part, ...])
_RULES = TypeAdapter(Rules)
_CERTIFICATE = TypeAdapter(Certificate)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a set of papers was made from and what was made; see `manifest` for the fields."""

    paper: Paper
    context: PaperContext
    revision: str
    versions: Mapping[str, str]
    options: Mapping[str, Any]
    digests: Mapping[str, str]
    keys: Mapping[str, tuple[str, ...]]
    fingerprint: str


def read_manifest(manifest: bytes, items: bytes) -> Manifest:
    """Return what manifest.json and the items.json beside it say.

    `keys` are those written in the manifest, by form code: to be compared with those that the
    items give.

    Raises
    ------
    SnapshotError
        If either was changed, or is something else.
    """
    try:
        raw = json.loads(manifest)
        if words := find_other_format(raw["format"], FORMAT):
            raise SnapshotError(f"manifest.json: {words}")
        if raw["format"] != FORMAT:
            raise ValueError(raw["format"])
        _check_hashes(raw, items)
        snapshot = read_items_snapshot(items)
        return Manifest(
            paper=_paper(raw, snapshot.items),
            context=snapshot.context,
            revision=str(raw["bank_revision"]),
            versions=dict(raw["versions"]),
            options=dict(raw["options"]),
            digests=_digests(raw["files"]),
            keys={form["code"]: tuple(row["key"] for row in form["key"]) for form in raw["forms"]},
            fingerprint=raw["sha256"],
        )
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise SnapshotError(
            f"manifest.json: không đúng dạng {FORMAT} ({type(error).__name__}: {error}); "
            "hãy lấy lại tệp do lệnh ra đề ghi."
        ) from error


def _check_hashes(raw: Mapping[str, Any], items: bytes) -> None:
    if fingerprint(raw) != raw["sha256"]:
        raise SnapshotError(
            "manifest.json: nội dung không còn khớp dấu vân tay sha256 ghi trong tệp; "
            "tệp đã bị sửa sau khi ra đề."
        )
    if hashlib.sha256(items).hexdigest() != raw["items_sha256"]:
        raise SnapshotError(
            "items.json: không khớp SHA-256 ghi trong manifest.json; "
            "tệp đã bị sửa, hoặc là của bộ đề khác."
        )


def _paper(raw: Mapping[str, Any], items: Mapping[str, Item]) -> Paper:
    return Paper(
        blueprint=_blueprint(raw["blueprint"]),
        law_date=date.fromisoformat(raw["law_date"]),
        seed=raw["seed"],
        items=items,
        forms=tuple(_form(form) for form in raw["forms"]),
        certificate=_CERTIFICATE.validate_python(raw["certificate"]),
        difficulty=dict(raw["difficulty"]),
    )


def _blueprint(raw: Mapping[str, Any]) -> Blueprint:
    return Blueprint(
        slug=_name(raw["slug"]),
        title=raw["title"],
        header=_HEADER.validate_python(raw["header"]),
        official=raw["official"],
        band=Band(raw["band"]),
        date=date.fromisoformat(raw["date"]) if raw["date"] else None,
        minutes=raw["minutes"],
        codes=tuple(raw["codes"]),
        seed=raw["seed"],
        total_points=Decimal(raw["total_points"]) if raw["total_points"] else None,
        parts=_PARTS.validate_python(raw["parts"]),
        rules=_RULES.validate_python(raw["rules"]),
        form_count=raw["form_count"],
        code_digits=raw["code_digits"],
    )


def _form(raw: Mapping[str, Any]) -> Form:
    return Form(
        code=_name(raw["code"]),
        parts=tuple(
            tuple(
                FormItem(row["item"], tuple(row["options"]), tuple(row["targets"])) for row in part
            )
            for part in raw["parts"]
        ),
        base=raw["base"],
    )


def _name(text: Any) -> str:
    """Return what files of the paper will be called; raises `ValueError` where it leads away."""
    if not is_file_name(text):
        raise ValueError(f"tên không an toàn {text!r:.80}")
    return str(text)


def _digests(raw: Mapping[str, Any]) -> dict[str, str]:
    for name in raw:
        if not is_inner_path(name):
            raise ValueError(f"đường dẫn không an toàn {name!r:.80}")
    return {name: str(digest) for name, digest in raw.items()}
