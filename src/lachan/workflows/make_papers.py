"""From a blueprint to forms, key workbook and manifest in one folder."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lachan.assembly import assemble, default_codes
from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import Use
from lachan.domain.papers import Blueprint, Paper
from lachan.exchange import (
    bank_revision,
    render_items_snapshot,
    render_key_workbook,
    render_manifest,
)
from lachan.printing import render_paper
from lachan.workflows.paper_context import find_paper_context
from lachan.workflows.write_files import write_bytes

DEFAULT_FORM_COUNT = 4


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """Files of one paper, in the order in which they were written."""

    paper: Paper
    paths: tuple[Path, ...]


def make_papers(
    content: Content,
    blueprint: Blueprint,
    out: Path,
    *,
    today: dt.date,
    seed: str | None = None,
    form_count: int | None = None,
    on_progress: Callable[[str], None] = lambda _: None,
) -> PaperFiles:
    """Write the forms (PDF), key.xlsx, items.json and manifest.json of a blueprint to `out`.

    Law in force is judged on the blueprint's date, or `today` where it has none. All files are
    made first and then put in place, so that a fault leaves `out` as it was.

    Raises
    ------
    LachanError
        Where the bank cannot fill the blueprint, a code is wrong, or a character has no glyph.
    """
    law_date = blueprint.date or today
    codes = _codes(blueprint, form_count)
    usable = usable_items(content, law_date)
    paper = assemble(blueprint, usable, law_date=law_date, seed=seed or blueprint.seed, codes=codes)
    context = find_paper_context(content, paper)
    files: dict[str, bytes] = {}
    for form in paper.forms:
        files[f"{blueprint.slug}-{form.code}.pdf"] = render_paper(
            paper, form, pictures=context.pictures, remarks=context.remarks
        )
        on_progress(form.code)
    files["key.xlsx"] = render_key_workbook(paper, context.labels)
    files["items.json"] = render_items_snapshot(paper, context)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    files["manifest.json"] = render_manifest(
        paper, digests, revision=bank_revision(usable), context=context
    )
    for name, data in files.items():
        write_bytes(out / name, data)
    return PaperFiles(paper, tuple(out / name for name in files))


def usable_items(content: Content, law_date: dt.date) -> tuple[Item, ...]:
    """Return the items whose every citation is in force on `law_date`."""
    return tuple(
        item
        for item in content.items
        if all(
            provision is not None and provision.is_in_force(law_date)
            for provision in map(content.provisions.get, item.all_citations)
        )
    )


def paper_warnings(files: PaperFiles) -> Sequence[str]:
    """Return what an organiser must hear: an official paper whose items anyone can read."""
    if not files.paper.blueprint.official:
        return ()
    open_items = [item.id for item in files.paper.items.values() if item.use is Use.PRACTICE]
    if not open_items:
        return ()
    return (
        f"đề chính thức có {len(open_items)} câu ai cũng đọc được trong kho luyện tập; "
        "dùng ngân hàng riêng bằng --bank THƯ_MỤC",
    )


def _codes(blueprint: Blueprint, form_count: int | None) -> tuple[str, ...]:
    """Return the blueprint's codes; where more forms are wanted, codes that follow on."""
    if form_count is None:
        return blueprint.codes or default_codes(DEFAULT_FORM_COUNT)
    more = default_codes(form_count + len(blueprint.codes))
    return (*blueprint.codes, *(code for code in more if code not in blueprint.codes))[:form_count]
