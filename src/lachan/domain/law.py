"""Law: documents, their provisions with dates in force, and where to get help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from lachan.domain.kinds import Band, Verification
from lachan.domain.source import NOWHERE, Source

TEXT_STATUS = {
    Verification.STATUTE: "đã đọc trong văn bản",
    Verification.EXCERPT: "đã đọc một đoạn văn bản",
    Verification.INFERRED: "suy ra từ văn bản khác",
    Verification.WEAK: "nguồn yếu, chưa kiểm chứng",
    Verification.MEMORY: "chưa kiểm chứng",
}


# Whose words stand where nobody said who reads: the plainest that most people can use come first.
PLAINEST = (Band.LOWER_SECONDARY, Band.UPPER_SECONDARY, Band.COMMUNITY, Band.PRIMARY)


@dataclass(frozen=True, slots=True)
class Document:
    """A legal document.

    `in_force_to` is its last day in force, None while it stands; `issued` is None where the day
    was not read in a source.
    """

    id: str
    number: str
    kind: str
    title: str
    short: str
    issuer: str
    in_force_from: date
    issued: date | None = None
    in_force_to: date | None = None
    amended_by: tuple[str, ...] = ()
    replaced_by: str = ""
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where something was read: `note` says what stands there, `url` is a record, never opened."""

    id: str
    url: str
    note: str = ""

    @property
    def site(self) -> str:
        """The site's name, as people call it ("thuvienphapluat.vn")."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Competence:
    """Who does what another provision orders.

    Who acts may move by a decree while the words of the law stay, so a competence is a provision
    of its own, with its own dates, sources and verification.

    Attributes
    ----------
    acts_for
        Id of the provision that says what is to be done.
    who
        The body that acts, as a Vietnamese reader calls it.
    names
        Words by which texts name that body; rules look for them.
    """

    acts_for: str
    who: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """An article, clause or point of a document, with the dates between which it binds.

    `id` is ``<document id>/<provision id>``, the form in which content cites it.

    Attributes
    ----------
    competence
        Where the provision says who acts for another one; None for what must be done.
    review_by
        The last day on which it may be relied on without reading it again; None: no such day.
    is_backdrop
        True where it only says what teaching must be about, so that nothing rests on it alone.
    """

    id: str
    document: Document
    article: str
    clause: str
    point: str
    in_force_from: date
    in_force_to: date | None
    replaced_by: str
    verified: Verification
    sources: tuple[str, ...]
    checked: date
    summary: str
    plain: Mapping[Band, str] = field(default_factory=dict)
    competence: Competence | None = None
    review_by: date | None = None
    is_backdrop: bool = False
    source: Source = field(default=NOWHERE, compare=False)

    def is_in_force(self, on: date) -> bool:
        """Tell whether the provision binds on the day `on` (both ends included)."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)

    @property
    def supports_key(self) -> bool:
        """Tell whether a closed question's key may rest on it: text read, or two press sources."""
        if self.verified is Verification.PRESS:
            return len(self.sources) >= 2
        return self.verified in (Verification.STATUTE, Verification.EXCERPT)

    @property
    def text_status(self) -> str:
        """How well its wording is known, for a reader: what was read, and in how many sources."""
        if self.verified is Verification.PRESS:
            return f"báo và trang cơ quan, {len(self.sources)} nguồn"
        return TEXT_STATUS[self.verified]

    @property
    def label_with_status(self) -> str:
        """The label as lists of law print it, with how well its wording is known."""
        return f"{self.label} ({self.text_status})"

    @property
    def place(self) -> str:
        """Where in its document it stands, smallest part first; empty for all of it."""
        parts = [
            f"điểm {self.point}" if self.point else "",
            f"khoản {self.clause}" if self.clause else "",
            f"Điều {self.article}" if self.article else "",
        ]
        return " ".join(part for part in parts if part)

    @property
    def label(self) -> str:
        """The provision as a Vietnamese reader cites it, smallest part first."""
        return f"{self.place} {self.document.short}".strip()

    def find_plain(self, band: Band | None = None) -> tuple[Band, str] | None:
        """Return the words for a band, else those of `PLAINEST`, with whose they are."""
        wanted = PLAINEST if band is None else (band, *PLAINEST)
        return next(((each, self.plain[each]) for each in wanted if each in self.plain), None)

    def plain_for(self, band: Band) -> str:
        """The provision in words for a band; the summary where none were written for it."""
        return self.plain.get(band) or self.summary


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number to call."""

    id: str
    number: str
    name: str
    when: str
    hours: str
    free: bool
    verified: Verification
    sources: tuple[str, ...]
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def terms(self) -> str:
        """What is known of its price and hours, as "miễn phí, 24 giờ mọi ngày"; else empty."""
        return ", ".join(["miễn phí"] * self.free + [self.hours] * bool(self.hours))

    @property
    def from_abroad(self) -> bool:
        """Whether it is written with the country's code, for who calls from another country."""
        return self.number.startswith("+")


def leaflet_hotlines(hotlines: Iterable[Hotline], band: Band | None) -> tuple[Hotline, ...]:
    """Return the numbers on a leaflet: a small child is given none that is for people abroad."""
    return tuple(line for line in hotlines if not (line.from_abroad and band is Band.PRIMARY))


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """A place to go to, or a person to talk to."""

    id: str
    name: str
    when: str
    source: Source = field(default=NOWHERE, compare=False)
