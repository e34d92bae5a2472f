"""From a blueprint and a bank to a paper: all forms, with the very items they use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lachan.assembly.codes import check_codes
from lachan.assembly.selection import select_items
from lachan.assembly.shuffling import make_forms
from lachan.domain.items import Item
from lachan.domain.papers import Blueprint, Paper


def assemble(
    blueprint: Blueprint,
    items: Sequence[Item],
    *,
    law_date: date,
    seed: str,
    codes: Sequence[str],
) -> Paper:
    """Choose items for `blueprint` and shuffle them into one form a code.

    A pure function of its arguments and of the solver's version; the order of `items` does
    not matter. All forms hold the same items.

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

    Raises
    ------
    ShortfallError, EnemyError
        If the bank cannot fill the blueprint.
    CodeError
        If codes are malformed or repeated, or the paper is too short for so many forms.
    """
    checked = check_codes(codes)
    parts = select_items(blueprint, items, seed)
    return Paper(
        blueprint=blueprint,
        law_date=law_date,
        seed=seed,
        items={item.id: item for part in parts for item in part},
        forms=make_forms(parts, seed, checked),
    )
