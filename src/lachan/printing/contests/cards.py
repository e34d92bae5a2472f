"""Cards with entry codes: a QR code whose link holds the code, and the code itself to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lachan.domain.law import Hotline
from lachan.domain.papers.rosters import Entrant
from lachan.printing.help_line import spell_help
from lachan.printing.typst_engine import compile_pdf
from lachan.qr_codes import render_qr

CARDS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class EntryCard:
    """What is handed to one person."""

    person: Entrant
    code: str = field(repr=False)


def render_contest_cards(
    contest: str,
    when: str,
    address: str,
    cards: Sequence[EntryCard],
    hotline: Hotline | None = None,
) -> bytes:
    """Return a PDF of cards, six on a page.

    Parameters
    ----------
    contest, when
        The contest's title; its window and minutes in words.
    address
        Of the contest's room, as contestants open it. The code follows behind ``#``, which
        browsers send to no server.
    hotline
        Printed at each card's foot.
    """
    shown = [_card(address, card) for card in cards]
    data = {
        "contest": contest,
        "when": when,
        "address": address.split("://", 1)[-1],
        "help": spell_help(hotline),
        "pages": [
            shown[start : start + CARDS_A_PAGE] for start in range(0, len(shown), CARDS_A_PAGE)
        ],
    }
    return compile_pdf("the-du-thi.typ", data, f"Thẻ dự thi – {contest}")


def _card(address: str, card: EntryCard) -> dict[str, Any]:
    person = card.person
    group = " · ".join(
        filter(None, (person.class_name and f"Lớp {person.class_name}", _room(person)))
    )
    return {
        "number": person.number,
        "name": person.name,
        "lines": [line for line in (group, person.school) if line],
        "code": card.code,
        "qr": render_qr(f"{address}#ma={card.code}"),
    }


def _room(person: Entrant) -> str:
    return f"Phòng {person.room}" if person.room else ""
