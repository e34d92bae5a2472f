"""Who may enter: class lists, entry codes, and the cards and lists to hand them out."""

from __future__ import annotations

from typing import TypedDict

from lachan.apps.office.files import render_entry_cards, render_slip
from lachan.apps.office.form import FormError, FormReader
from lachan.apps.office.page import (
    PDF,
    XLSX,
    Call,
    Reply,
    StaffPage,
    Values,
    file_reply,
    read_reason,
    read_slug,
    read_who,
)
from lachan.domain.consent import keep_asked
from lachan.domain.contests.roles import Right
from lachan.domain.papers.rosters import Entrant
from lachan.exchange import read_roster
from lachan.exchange.contests.code_list import read_code_list
from lachan.limits.office import MOST_CARDS, MOST_CODES
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.personal_data import render_cards


class RosterLookJson(TypedDict):
    """What a class list holds; its first rows as number, name, class, school and room.

    `dropped` names are on the list and are not kept, since the contest asks for none.
    """

    count: int
    rooms: int
    groups: int
    dropped: int
    first: list[list[str]]


class EntryCards:
    """The calls about entrants and their codes."""

    def __init__(self, page: StaffPage) -> None:
        self._page = page

    def calls(self) -> dict[str, Call]:
        """Return what answers which name."""
        return {
            "read_roster": self._read_roster,
            "add_roster": self._add_roster,
            "add_codes": self._add_codes,
            "renew_unused": self._renew_unused,
            "load_codes": self._load_codes,
            "cards": self._tell_cards,
            "print_cards": self._print_cards,
            "list_codes": self._list_codes,
            "slip": self._print_slip,
        }

    def _read_roster(self, values: Values) -> Reply:
        """Tell what a class list holds, before anyone is added."""
        listed = self._load_roster(values)
        names = self._page.staff.declaration(read_slug(values)).names
        people = keep_asked(names, listed)
        look: RosterLookJson = {
            "count": len(people),
            "rooms": len({each.room for each in people if each.room}),
            "groups": len({(p.class_name, p.school) for p in people if p.class_name}),
            "dropped": sum(bool(each.name) for each in listed) if names is None else 0,
            "first": [
                [each.number, each.name, each.class_name, each.school, each.room]
                for each in people[:5]
            ],
        }
        return Reply(look)

    def _add_roster(self, values: Values) -> Reply:
        people = self._load_roster(values)
        slug = read_slug(values)
        made = self._page.staff.add_people(slug, people, who=read_who(values))
        self._page.drop_upload("roster")
        return self._page.keep_cards(slug, made)

    def _load_roster(self, values: Values) -> tuple[Entrant, ...]:
        name, data = self._page.get_upload("roster")
        people = read_roster(data, name)
        known = {each.number for each in self._page.board(read_slug(values)).people.values()}
        twice = sorted(each.number for each in people if each.number in known)
        if twice:
            shown = ", ".join(twice[:5])
            raise FormError(
                {
                    "roster": f"{len(twice)} số báo danh đã có trong cuộc thi ({shown}…); "
                    "hãy bỏ những dòng ấy hoặc đánh số khác."
                }
            )
        return people

    def _add_codes(self, values: Values) -> Reply:
        form = FormReader(values)
        count = form.whole("count", 1, MOST_CODES.value)
        form.check()
        slug, people = read_slug(values), [Entrant("")] * count
        made = self._page.staff.add_people(slug, people, who=read_who(values))
        return self._page.keep_cards(slug, made)

    def _renew_unused(self, values: Values) -> Reply:
        made = self._page.staff.renew_unused_codes(
            read_slug(values), who=read_who(values), reason=read_reason(values)
        )
        return self._page.keep_cards(read_slug(values), made, anew=True)

    def _load_codes(self, values: Values) -> Reply:
        """Take a saved list of codes, to print cards from it."""
        name, data = self._page.get_upload("codes")
        cards = [Card(*row) for row in read_code_list(data, name)]
        self._page.drop_upload("codes")
        return self._page.keep_cards(read_slug(values), cards, anew=True)

    def _tell_cards(self, values: Values) -> Reply:
        return self._page.tell_cards(read_slug(values))

    def _print_cards(self, values: Values) -> Reply:
        slug, cards = read_slug(values), self._page.get_cards(read_slug(values))
        address = str(values.get("address") or "")
        start = FormReader(values).whole("start", 0, len(cards))
        pdf = render_entry_cards(
            self._page.board(slug, seats=False).contest,
            cards[start : start + MOST_CARDS.value],
            address,
            self._page.content.hotlines,
        )
        part = f"-{start // MOST_CARDS.value + 1}" if len(cards) > MOST_CARDS.value else ""
        return file_reply(f"the-du-thi-{slug}{part}.pdf", PDF, pdf)

    def _print_slip(self, values: Values) -> Reply:
        self._page.staff.need(Right.DATA)
        slug = read_slug(values)
        declared, band = self._page.staff.declaration(slug), self._page.staff.paper_band(slug)
        pdf = render_slip(declared, band, self._page.content.hotlines)
        return file_reply(f"phieu-dong-y-{slug}.pdf", PDF, pdf)

    def _list_codes(self, values: Values) -> Reply:
        slug, cards = read_slug(values), self._page.get_cards(read_slug(values))
        title = self._page.board(slug, seats=False).contest.title
        book = render_cards(title, cards, self._page.staff.now())
        return file_reply(f"ma-du-thi-{slug}.xlsx", XLSX, book)
