"""Adding people to a contest: pseudonyms, entry codes, and the groups they belong to."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lachan.domain.consent import keep_asked
from lachan.domain.contests.contest import GroupBy
from lachan.domain.contests.entry_codes import draw_characters
from lachan.domain.papers.rosters import Entrant
from lachan.store import Connection
from lachan.store.contests import ContestRow
from lachan.store.contests.entrants import (
    NewEntrant,
    add_entrants,
    list_absent,
    list_group_members,
    list_people,
    set_codes,
)
from lachan.workflows.contests.entry import make_code, make_pseudonym
from lachan.workflows.contests.frozen import FrozenContest

# No two groups may draw the same: with six characters and ten thousand schools, two of them
# would in one of 18 contests; with ten, in one of 16 million.
GROUP_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Card:
    """What is handed to one person; the code is nowhere else once this is gone."""

    person: Entrant
    pseudonym: str
    code: str = field(repr=False)


def join_people(
    connection: Connection,
    contest: ContestRow,
    frozen: FrozenContest,
    people: Sequence[Entrant],
    now: dt.datetime,
) -> tuple[Card, ...]:
    """Add people to a contest and return their cards, in the order given.

    Where the contest asks for no names, none is kept and none is on a card.
    """
    group_by = frozen.contest.group_by
    groups = find_group_labels(connection, contest.id, group_by)
    code_of_label = {label: code for code, label in groups.items()}
    cards, new = [], []
    for person in keep_asked(frozen.contest.names, people):
        code, hashed = make_code(frozen)
        card = Card(person, make_pseudonym(), code)
        label = group_label(person, group_by)
        if label and label not in code_of_label:
            code_of_label[label] = f"N-{draw_characters(GROUP_LENGTH, secrets.randbelow)}"
        known = person if replace(person, room="", birth="") != Entrant("") else None
        group = code_of_label.get(label, "")
        new.append(NewEntrant(card.pseudonym, hashed, person.room, group, known))
        cards.append(card)
    add_entrants(connection, contest.id, new, now)
    return tuple(cards)


def renew_unused(
    connection: Connection, contest: ContestRow, frozen: FrozenContest
) -> tuple[Card, ...]:
    """Give a new code to everyone who has not entered yet; returns their cards."""
    people = list_people(connection, contest.id)
    cards, hashes = [], {}
    for entrant in list_absent(connection, contest.id):
        code, hashes[entrant.id] = make_code(frozen)
        person = people.get(entrant.pseudonym, Entrant("", room=entrant.room))
        cards.append(Card(person, entrant.pseudonym, code))
    set_codes(connection, hashes)
    return tuple(sorted(cards, key=lambda card: (card.person.number, card.pseudonym)))


def find_group_labels(
    connection: Connection, contest_id: int, group_by: GroupBy
) -> Mapping[str, str]:
    """Return group → its name, for groups of which someone is known."""
    if group_by is GroupBy.NONE:
        return {}
    return {
        code: group_label(person, group_by)
        for code, person in list_group_members(connection, contest_id)
    }


def group_label(person: Entrant, group_by: GroupBy) -> str:
    """Return the name of the group that someone belongs to, "" for none."""
    match group_by:
        case GroupBy.NONE:
            return ""
        case GroupBy.SCHOOL:
            return person.school
        case GroupBy.CLASS:
            return " – ".join(part for part in (person.class_name, person.school) if part)
