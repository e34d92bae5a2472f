"""Files for others: key workbooks, and manifests that let a paper be checked and reprinted."""

from lachan.exchange.items_snapshot import items_snapshot, render_items_snapshot
from lachan.exchange.json_files import render_json
from lachan.exchange.key_workbook import render_key_workbook, write_key_workbook
from lachan.exchange.lesson_plan import render_lesson_plan
from lachan.exchange.manifest import (
    bank_revision,
    installed_versions,
    manifest,
    render_manifest,
)

__all__ = [
    "bank_revision",
    "installed_versions",
    "items_snapshot",
    "manifest",
    "render_items_snapshot",
    "render_json",
    "render_key_workbook",
    "render_lesson_plan",
    "render_manifest",
    "write_key_workbook",
]
