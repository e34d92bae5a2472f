"""What one page of the office holds in its kernel, and what it answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypedDict
from urllib.parse import urlsplit

from lachan.apps.office.form import FormError
from lachan.apps.office.office import StaffOffice
from lachan.content import Content
from lachan.domain.contests.roles import Right
from lachan.domain.hosts import is_local_host, replace_host
from lachan.domain.misconceptions import Misconception
from lachan.errors import LachanError
from lachan.limits.files import LARGEST_ROSTER
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.erasure import NUMBER_DIGITS
from lachan.workflows.contests.office import Board

Values = Mapping[str, Any]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"

UNKNOWN = "Trang gửi một yêu cầu không hiểu được; hãy tải lại trang."


class CallError(LachanError):
    """A message that the page cannot be answered."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the page gets: JSON, and a file to save where `data` is not empty."""

    body: Mapping[str, object]
    data: bytes = field(default=b"", repr=False)


Call = Callable[[Values], Reply]


class FileJson(TypedDict):
    """A file to save, whose bytes travel beside."""

    name: str
    type: str


class CardsJson(TypedDict):
    """How many codes the page holds, and the short address to print on their cards."""

    cards: int
    address: str


def file_reply(name: str, media_type: str, data: bytes) -> Reply:
    """Return a reply that is a file to save."""
    told: FileJson = {"name": name, "type": media_type}
    return Reply(told, data)


class StaffPage:
    """One page of the office.

    What is uploaded and entry codes that were just given out live here only, and go when the
    page is closed.

    Parameters
    ----------
    staff
        The office, bound to the role of whoever has logged in.
    load_content
        Gives the content with private banks; called once, when something needs it.
    room
        The contest room's address as this machine opens it; "" where none runs.
    hosts
        Tells under which addresses other machines come in now, the likeliest first.

    Attributes
    ----------
    host
        The name under which the browser has opened this server.
    """

    def __init__(
        self,
        staff: StaffOffice,
        load_content: Callable[[], Content],
        *,
        room: str = "",
        hosts: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self.staff = staff
        self.host = ""
        self._load_content = load_content
        self._room = room
        self._find_hosts = hosts
        self._uploads: dict[str, tuple[str, bytearray]] = {}
        self._cards: dict[str, tuple[Card, ...]] = {}

    @cached_property
    def content(self) -> Content:
        """Lessons, items and law, private items too."""
        return self._load_content()

    @cached_property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """What wrong answers stand for; none where no content can be read: results go on."""
        try:
            return self.content.misconceptions
        except LachanError:
            return ()

    def board(self, slug: str, room: str = "", *, seats: bool = True) -> Board:
        """Return how a contest goes."""
        return self.staff.board(slug, room, seats=seats)

    def find_address(self, slug: str) -> str:
        """Return a contest's short address as other machines open it, "" where no room runs."""
        if not self._room:
            return ""
        parts = urlsplit(self._room)
        own = not self.host or is_local_host(self.host)
        hosts = self._find_hosts() if own else ()
        host = hosts[0] if hosts else self.host
        if host:
            parts = replace_host(parts, host)
        contests = self.staff.list_contests()
        path = next((each.short for each in contests if each.slug == slug), slug)
        return f"{parts.geturl()}{path}"

    def take_piece(self, values: Values, piece: bytes) -> Reply:
        """Take a piece of a file; the first one begins it anew."""
        self.staff.need(Right.DATA)
        key, name = str(values.get("key")), str(values.get("name"))[:200]
        if values.get("part") == 0:
            self._uploads[key] = (name, bytearray())
        self.get_upload(key)
        held = self._uploads[key][1]
        held.extend(piece)
        if len(held) > LARGEST_ROSTER.value:
            self.drop_upload(key)
            raise FormError({key: f"Tệp quá lớn; chỉ nhận đến {LARGEST_ROSTER.spelled}."})
        return Reply({"size": len(held)})

    def get_upload(self, key: str) -> tuple[str, bytes]:
        """Return name and bytes of a file that was uploaded; raises `FormError`."""
        if key not in self._uploads:
            raise FormError({key: "Hãy chọn tệp."})
        name, held = self._uploads[key]
        return name, bytes(held)

    def drop_upload(self, key: str) -> None:
        """Forget a file."""
        self._uploads.pop(key, None)

    def keep_cards(self, slug: str, cards: Sequence[Card], *, anew: bool = False) -> Reply:
        """Keep codes that were given out, beside or in place of earlier ones."""
        before = () if anew else self._cards.get(slug, ())
        self._cards[slug] = (*before, *cards)
        return self.tell_cards(slug)

    def tell_cards(self, slug: str) -> Reply:
        """Return how many codes the page holds, and the address to print on cards."""
        held = len(self._cards.get(slug, ()))
        told: CardsJson = {"cards": held, "address": self.find_address(slug)}
        return Reply(told)

    def get_cards(self, slug: str) -> tuple[Card, ...]:
        """Return the codes that the page holds; raises `CallError` where it holds none."""
        self.staff.need(Right.DATA)
        cards = self._cards.get(slug)
        if not cards:
            raise CallError("Trang này không còn giữ mã nào; hãy tải lên danh sách mã đã lưu.")
        return cards

    def drop_card(self, slug: str, person: str) -> None:
        """Forget the code of one person, named by number or pseudonym."""
        if slug in self._cards:
            known = {person.zfill(NUMBER_DIGITS), person.upper()}
            self._cards[slug] = tuple(
                card
                for card in self._cards[slug]
                if not known & {card.person.number, card.pseudonym}
            )

    def drop_cards(self, slug: str) -> None:
        """Forget the codes of a contest."""
        self._cards.pop(slug, None)


def read_slug(values: Values) -> str:
    """Return which contest a message is about."""
    return str(values.get("slug") or "")


def read_who(values: Values) -> str:
    """Return who acts, as the log will name them."""
    return str(values.get("who") or "")[:100]


def read_reason(values: Values) -> str:
    """Return why."""
    return str(values.get("reason") or "")[:500]
