"""A paper before it is printed: from a blueprint and the bank, or from a manifest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lachan.assembly import assemble, default_codes
from lachan.checks.papers import check_paper
from lachan.content import Content
from lachan.content.papers.blueprint_reader import load_blueprint
from lachan.domain.items import Item
from lachan.domain.kinds import FormMode, Use
from lachan.domain.law import Provision
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Blueprint, Paper
from lachan.errors import ContentError, Severity
from lachan.exchange import (
    Manifest,
    SnapshotError,
    bank_revision,
    read_manifest,
    render_items_snapshot,
    render_manifest,
)
from lachan.workflows.papers.context import find_paper_context
from lachan.workflows.papers.files import ITEMS, MANIFEST

DEFAULT_FORM_COUNT = 4


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper, what else it prints, and the revision of the bank it was drawn from."""

    paper: Paper
    context: PaperContext
    revision: str


def choose_paper(
    content: Content,
    blueprint: Blueprint,
    *,
    today: dt.date,
    seed: str | None = None,
    form_count: int | None = None,
) -> Paper:
    """Return the paper as the bank gives it; `draft_paper` also lets the checker look at it.

    Law in force is judged on the blueprint's date, or `today` where it has none; `seed` and
    `form_count` go before what the blueprint says.
    """
    law_date = blueprint.date or today
    return assemble(
        blueprint,
        usable_items(content, law_date),
        law_date=law_date,
        seed=seed or blueprint.seed,
        codes=find_codes(blueprint, form_count),
        difficulty=content.difficulty,
    )


def draft_paper(
    content: Content,
    blueprint: Blueprint,
    *,
    today: dt.date,
    seed: str | None = None,
    form_count: int | None = None,
    mode: FormMode | None = None,
) -> PaperDraft:
    """Choose and shuffle the items of a blueprint as `choose_paper` does; nothing is printed.

    `mode` goes before what the blueprint says.

    Raises
    ------
    LachanError
        Where the bank cannot fill the blueprint, a code is wrong, or the checker objects.
    """
    if mode is not None:
        blueprint = replace(blueprint, rules=replace(blueprint.rules, mode=mode))
    paper = choose_paper(content, blueprint, today=today, seed=seed, form_count=form_count)
    usable = usable_items(content, paper.law_date)
    draft = PaperDraft(paper, find_paper_context(content, paper), bank_revision(usable))
    check_draft(draft, provisions=content.provisions, bank=usable)
    return draft


def check_draft(
    draft: PaperDraft,
    *,
    provisions: Mapping[str, Provision] | None = None,
    bank: Sequence[Item] | None = None,
) -> None:
    """Let the independent checker look at a draft as its manifest would tell it.

    Raises
    ------
    ContentError
        With whatever it finds wrong: a paper that breaks its own blueprint is never printed.
    """
    record = render_manifest(
        draft.paper, {}, versions={}, revision=draft.revision, context=draft.context
    )
    items = render_items_snapshot(draft.paper, draft.context)
    problems = check_paper(record, items, provisions=provisions, bank=bank)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)


def load_manifest(path: Path) -> Manifest:
    """Return what a manifest.json, or the one in a folder, and the items.json beside it say.

    Raises
    ------
    SnapshotError
        If either is missing, was changed, or is something else.
    """
    file = path / MANIFEST if path.is_dir() else path
    for each in (file, file.with_name(ITEMS)):
        if not each.is_file():
            raise SnapshotError(
                f"{each}: không có tệp này; cần cả {MANIFEST} và {ITEMS} cạnh nhau."
            )
    return read_manifest(file.read_bytes(), file.with_name(ITEMS).read_bytes())


def find_blueprint(content: Content, name: str) -> Blueprint:
    """Return the content's blueprint of that name, or the one in a .yaml file anywhere.

    Raises
    ------
    LachanError
        If there is none, or the file has faults.
    """
    path = Path(name)
    return load_blueprint(path) if path.suffix in (".yaml", ".yml") else content.get_blueprint(name)


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


def paper_warnings(paper: Paper) -> Sequence[str]:
    """Return what an organiser must hear: an official paper whose items anyone can read."""
    if not paper.blueprint.official:
        return ()
    open_items = [item.id for item in paper.items.values() if item.use is Use.PRACTICE]
    if not open_items:
        return ()
    return (
        (
            f"đề chính thức có {len(open_items)} câu ai cũng đọc được trong kho luyện tập; "
            "dùng ngân hàng riêng bằng --bank THƯ_MỤC"
        ),
    )


def find_codes(blueprint: Blueprint, form_count: int | None = None) -> tuple[str, ...]:
    """Return the blueprint's codes; where more forms are wanted, codes that follow on."""
    wanted = form_count or blueprint.form_count
    if wanted is None:
        return blueprint.codes or default_codes(DEFAULT_FORM_COUNT, blueprint.code_digits)
    more = default_codes(wanted + len(blueprint.codes), blueprint.code_digits)
    return (*blueprint.codes, *(code for code in more if code not in blueprint.codes))[:wanted]
