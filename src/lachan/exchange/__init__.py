"""Files for others: Word and Excel copies, class lists, and manifests that reprint a paper."""

from lachan.exchange.excel.keys import render_key_workbook
from lachan.exchange.json_files import render_json
from lachan.exchange.matrices.files import (
    render_matrix_document,
    render_matrix_workbook,
    render_specification_document,
)
from lachan.exchange.rosters.reader import read_roster
from lachan.exchange.rosters.rows import RosterError
from lachan.exchange.sealed_archive import SealError, open_files, seal_files
from lachan.exchange.snapshot.items import (
    ItemsSnapshot,
    SnapshotError,
    items_snapshot,
    read_items_snapshot,
    render_items_snapshot,
)
from lachan.exchange.snapshot.manifest import (
    Manifest,
    bank_revision,
    fingerprint,
    installed_versions,
    manifest,
    read_manifest,
    render_manifest,
)
from lachan.exchange.snapshot.sheet_layout import (
    SheetLayoutError,
    parse_sheet_layout,
    render_sheet_layout,
)
from lachan.exchange.word.lesson_plan import render_lesson_plan
from lachan.exchange.word.paper import PaperWords, render_paper_document

__all__ = [
    "ItemsSnapshot",
    "Manifest",
    "PaperWords",
    "RosterError",
    "SealError",
    "SheetLayoutError",
    "SnapshotError",
    "bank_revision",
    "fingerprint",
    "installed_versions",
    "items_snapshot",
    "manifest",
    "open_files",
    "parse_sheet_layout",
    "read_items_snapshot",
    "read_manifest",
    "read_roster",
    "render_items_snapshot",
    "render_json",
    "render_key_workbook",
    "render_lesson_plan",
    "render_manifest",
    "render_matrix_document",
    "render_matrix_workbook",
    "render_paper_document",
    "render_sheet_layout",
    "render_specification_document",
    "seal_files",
]
