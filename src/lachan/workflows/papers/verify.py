"""Tell whether a folder or zip of papers is what was made, byte for byte and key for key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lachan.assembly import form_key
from lachan.checks.papers import check_paper
from lachan.errors import Severity
from lachan.exchange import Manifest, SnapshotError, render_json
from lachan.exchange.snapshot.manifest import manifest
from lachan.workflows.papers.draft import load_manifest
from lachan.workflows.papers.files import ITEMS, MANIFEST
from lachan.workflows.papers.unpack import PackError, open_pack


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found: `faults` is empty where all is as it was made."""

    faults: tuple[str, ...]
    file_count: int = 0
    codes: tuple[str, ...] = ()
    fingerprint: str = ""


def verify_papers(place: Path) -> Verification:
    """Check the hash of every file, work the keys out anew, and check the forms once more.

    `place` is the folder of the papers, or the zip that holds them. Whoever changes files and
    manifest alike leaves nothing to be seen here but another fingerprint: it must be compared
    with the one written down when the paper was made.

    Raises
    ------
    PackError
        If the place is a file that cannot be opened as a zip of papers, or is not there.
    """
    if place.is_dir():
        return _verify_folder(place)
    if not place.exists():
        raise PackError(f"{place}: không có thư mục hay tệp này. Hãy xem lại đường dẫn.")
    with open_pack(place) as folder:
        return _verify_folder(folder)


def _verify_folder(folder: Path) -> Verification:
    try:
        found = load_manifest(folder)
    except SnapshotError as error:
        return Verification((str(error),))
    faults = (
        *_file_faults(folder, found),
        *_manifest_faults(folder, found),
        *_key_faults(found),
        *_rule_faults(folder),
    )
    codes = tuple(form.code for form in found.paper.forms)
    return Verification(faults, len(found.digests) + 1, codes, found.fingerprint)


def _file_faults(folder: Path, found: Manifest) -> Iterator[str]:
    for name, digest in found.digests.items():
        path = folder / name
        if not path.is_file():
            yield f"{name}: thiếu tệp này"
        elif _digest(path) != digest:
            yield f"{name}: nội dung đã đổi sau khi ra đề"
    known = {*found.digests, MANIFEST}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield f"{name}: là một liên kết dẫn đi nơi khác, bộ đề không có tệp như vậy"
        elif path.is_file() and name not in known:
            yield f"{name}: tệp lạ, không có trong {MANIFEST}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest_faults(folder: Path, found: Manifest) -> Iterator[str]:
    """Write the manifest anew: what it holds besides is not ours."""
    again = manifest(
        found.paper,
        versions=found.versions,
        digests=found.digests,
        revision=found.revision,
        context=found.context,
        options=found.options,
    )
    if render_json(again) != (folder / MANIFEST).read_bytes():
        yield f"{MANIFEST}: không giống bản ghi lại từ chính nội dung ấy; tệp đã bị sửa"


def _rule_faults(folder: Path) -> Iterator[str]:
    """Hold every form against its blueprint with code that did not make it."""
    files = ((folder / name).read_bytes() for name in (MANIFEST, ITEMS))
    for problem in check_paper(*files):
        if problem.severity is Severity.ERROR:
            yield f"{MANIFEST}: {problem.code} {problem.message}"


def _key_faults(found: Manifest) -> Iterator[str]:
    for form in found.paper.forms:
        keys = tuple(row.key for row in form_key(found.paper, form))
        if keys != found.keys.get(form.code):
            yield f"{MANIFEST}: đáp án của mã đề {form.code} không khớp đáp án tính lại từ câu hỏi"
