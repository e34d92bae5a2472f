"""From a blueprint and a bank to a paper: all forms, with the very items they use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lachan.assembly.codes import check_codes
from lachan.assembly.measures import Difficulty, difficulty_of
from lachan.assembly.selection import select_sets
from lachan.assembly.shuffling import make_forms
from lachan.domain.items import Item
from lachan.domain.papers.paper import Blueprint, Paper


def assemble(
    blueprint: Blueprint,
    items: Sequence[Item],
    *,
    law_date: date,
    seed: str,
    codes: Sequence[str],
    difficulty: Difficulty | None = None,
) -> Paper:
    """Choose items for `blueprint` and shuffle them into one form a code.

    A pure function of its arguments and of the solver's version; the order of `items` does
    not matter. Forms hold the same items or different ones as the blueprint's rules say.

    Parameters
    ----------
    blueprint
        What the paper must be; its own codes, seed and date are not looked at.
    items
        The bank. Only ready items of the blueprint's band are used; whether their law is in
        force on `law_date` is for the caller to have judged.
    law_date
        The day the law is judged by; recorded in the paper.
    seed
        Decides which items are drawn and how they are shuffled.
    codes
        Form codes, 3 or 4 digits, in the order of the forms.
    difficulty
        (item id, revision) → measured share of wrong answers in thousandths; other items are
        expected to be as hard as their level.

    Raises
    ------
    ShortfallError, IncludeError
        If the bank cannot fill the blueprint.
    SpreadError
        If the forms cannot be held within the blueprint's tolerances.
    CodeError
        If codes are malformed or repeated, or the paper is too short for so many forms.
    """
    checked = check_codes(codes)
    selection = select_sets(
        blueprint,
        items,
        seed,
        base_count=blueprint.rules.count_bases(len(checked)),
        difficulty=difficulty,
    )
    used = {item.id: item for parts in selection.sets for part in parts for item in part}
    return Paper(
        blueprint=blueprint,
        law_date=law_date,
        seed=seed,
        items=used,
        forms=make_forms(selection.sets, seed, checked, key_balance=blueprint.rules.key_balance),
        certificate=selection.certificate,
        difficulty={
            item_id: difficulty_of(item, difficulty or {}) for item_id, item in used.items()
        },
    )
