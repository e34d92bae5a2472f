"""manifest.json: everything that made a paper, every key, and the hash of every file.

Read back with items.json it gives the paper: what prints it again needs no bank.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from pydantic_core import core_schema as cs

from lachan.assembly import KeyRow, form_key
from lachan.domain.file_names import is_file_name, is_inner_path
from lachan.domain.items import Item
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Blueprint, Certificate, Form, FormItem, Paper
from lachan.exchange.codec import Codec
from lachan.exchange.json_files import parse_document, reading, render_json
from lachan.exchange.snapshot.items import (
    EMPTY_CONTEXT,
    SnapshotError,
    read_items_snapshot,
    render_items_snapshot,
)

FORMAT = "lachan-manifest/1"

# What the bytes of a paper depend on besides the content.
PACKAGES = (
    "lachan",
    "highspy",
    "typst",
    "font-source-sans-pro",
    "python-docx",
    "XlsxWriter",
    "segno",
)


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


@dataclass(frozen=True, slots=True)
class _WrittenForm:
    """A form with its key beside it."""

    code: str
    base: int
    parts: tuple[tuple[FormItem, ...], ...]
    key: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """What of the file is read back; the rest follows from it."""

    blueprint: Blueprint
    law_date: dt.date
    seed: str
    bank_revision: str
    versions: Mapping[str, str]
    options: Mapping[str, Any]
    files: Mapping[str, str]
    certificate: Certificate
    difficulty: Mapping[str, int]
    forms: tuple[_WrittenForm, ...]


def _check_name(name: Any) -> str:
    """Return what files of the paper will be called; raises `ValueError` where it leads away."""
    if not is_file_name(name):
        raise ValueError(f"tên không an toàn {name!r:.80}")
    return str(name)


def _check_path(path: str) -> str:
    if not is_inner_path(path):
        raise ValueError(f"đường dẫn không an toàn {path!r:.80}")
    return path


_NAME = cs.no_info_plain_validator_function(_check_name)
_PATH = cs.no_info_after_validator_function(_check_path, cs.str_schema())
_CODEC = Codec(
    _Written,
    names={"item_id": "item"},
    special={"slug": _NAME, "code": _NAME, "files": cs.dict_schema(_PATH, cs.str_schema())},
)


def installed_versions() -> dict[str, str]:
    """Return the installed versions of the packages that a paper's bytes depend on."""
    return {name: version(name) for name in PACKAGES}


def bank_revision(items: Iterable[Item]) -> str:
    """Return a SHA-256 over the sorted (id, revision) pairs of `items`."""
    pairs = sorted((item.id, item.revision) for item in items)
    return hashlib.sha256(render_json(pairs)).hexdigest()


def manifest(
    paper: Paper,
    *,
    versions: Mapping[str, str],
    digests: Mapping[str, str] | None = None,
    revision: str | None = None,
    context: PaperContext = EMPTY_CONTEXT,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the manifest of `paper` as JSON-ready data.

    Its last field, `sha256`, is the hash of all the others (`fingerprint`).

    Parameters
    ----------
    paper
        The paper with all its forms.
    versions
        Package → version (`installed_versions`).
    digests
        File name → SHA-256 of the files made with the paper: PDFs, workbook, snapshot.
    revision
        `bank_revision` of the items the paper was drawn from; left out, of those it uses.
    context
        As given to `items_snapshot`, whose hash is part of the manifest.
    options
        JSON-ready: which files were made, so that the same can be made again.
    """
    written = _Written(
        blueprint=paper.blueprint,
        law_date=paper.law_date,
        seed=paper.seed,
        bank_revision=bank_revision(paper.items.values()) if revision is None else revision,
        versions=versions,
        options=options or {},
        files=digests or {},
        certificate=paper.certificate,
        difficulty=paper.difficulty,
        forms=tuple(
            _WrittenForm(form.code, form.base, form.parts, tuple(form_key(paper, form)))
            for form in paper.forms
        ),
    )
    snapshot = render_items_snapshot(paper, context)
    data = {
        "format": FORMAT,
        **_CODEC.dump(written),
        "codes": [form.code for form in paper.forms],
        "items_sha256": hashlib.sha256(snapshot).hexdigest(),
    }
    for stage, told in zip(paper.certificate.stages, data["certificate"]["stages"], strict=True):
        told.update(gap=str(stage.gap), status=stage.status)
    return {**data, "sha256": fingerprint(data)}


def fingerprint(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a manifest without its own `sha256`."""
    rest = {name: value for name, value in data.items() if name != "sha256"}
    return hashlib.sha256(render_json(rest)).hexdigest()


def render_manifest(
    paper: Paper,
    digests: Mapping[str, str],
    *,
    versions: Mapping[str, str] | None = None,
    revision: str | None = None,
    context: PaperContext = EMPTY_CONTEXT,
    options: Mapping[str, Any] | None = None,
) -> bytes:
    """Return manifest.json as bytes; `versions` are the installed ones unless given."""
    return render_json(
        manifest(
            paper,
            versions=installed_versions() if versions is None else versions,
            digests=digests,
            revision=revision,
            context=context,
            options=options,
        )
    )


def read_manifest(manifest: bytes, items: bytes) -> Manifest:
    """Return what manifest.json and the items.json beside it say.

    `keys` are those written in the manifest, by form code: to be compared with those that the
    items give.

    Raises
    ------
    SnapshotError
        If either was changed, or is something else.
    """
    advice = "hãy lấy lại tệp do lệnh ra đề ghi."
    with reading("manifest.json", FORMAT, SnapshotError, advice):
        raw = parse_document(manifest, FORMAT)
        _check_hashes(raw, items)
        written = _CODEC.load(raw)
    snapshot = read_items_snapshot(items)
    return Manifest(
        paper=Paper(
            blueprint=written.blueprint,
            law_date=written.law_date,
            seed=written.seed,
            items=snapshot.items,
            forms=tuple(Form(form.code, form.parts, form.base) for form in written.forms),
            certificate=written.certificate,
            difficulty=written.difficulty,
        ),
        context=snapshot.context,
        revision=written.bank_revision,
        versions=written.versions,
        options=written.options,
        digests=written.files,
        keys={form.code: tuple(row.key for row in form.key) for form in written.forms},
        fingerprint=str(raw["sha256"]),
    )


def _check_hashes(raw: Mapping[str, Any], items: bytes) -> None:
    if fingerprint(raw) != raw.get("sha256"):
        raise SnapshotError(
            "manifest.json: nội dung không còn khớp dấu vân tay sha256 ghi trong tệp; "
            "tệp đã bị sửa sau khi ra đề."
        )
    if hashlib.sha256(items).hexdigest() != raw.get("items_sha256"):
        raise SnapshotError(
            "items.json: không khớp SHA-256 ghi trong manifest.json; "
            "tệp đã bị sửa, hoặc là của bộ đề khác."
        )
