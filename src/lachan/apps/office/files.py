"""Files that the office hands out: cards, consent slips, certificates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lachan.apps.office.views.contest import spell_window
from lachan.domain.contests.awards import Award, CertificateStyle
from lachan.domain.contests.contest import Contest
from lachan.domain.contests.standings import GroupRow
from lachan.domain.kinds import Band
from lachan.domain.law import Hotline
from lachan.errors import LachanError
from lachan.exchange.word.certificates import render_word_certificates
from lachan.printing.consent_slip import ConsentSlip, render_consent_slip
from lachan.printing.contests.cards import EntryCard, render_contest_cards
from lachan.printing.contests.certificates import render_certificates
from lachan.text import date_in_vietnam
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.outcome import Outcome
from lachan.workflows.contests.views import ContestView

LARGEST_GROUP = "Giải tập thể có nhiều người dự thi nhất"
BEST_GROUP = "Giải tập thể đạt nhiều giải nhất"


class AddressError(LachanError):
    """An address that contestants could not open."""


class NoAwardError(LachanError):
    """There is nothing to print a certificate for."""


class NoNamesError(LachanError):
    """There is nothing to agree to."""


def check_address(address: str) -> str:
    """Return the address of a contest as its links need it, without a slash at its end.

    Raises
    ------
    AddressError
        Unless it is a plain http or https address.
    """
    try:
        parts = urlsplit(address.strip())
        # Asked for, a port that is no number raises.
        plain = parts.port != 0 and not (parts.query or parts.fragment or parts.username)
    except ValueError:
        plain = False
        parts = urlsplit("")
    if not plain or parts.scheme not in ("http", "https") or not parts.hostname:
        raise AddressError(
            f"“{address[:80]}” không phải địa chỉ phòng thi; cần dạng "
            "http://192.168.1.20:8877/7 hoặc https://thi.truong.edu.vn/ten-cuoc-thi."
        )
    return parts.geturl().rstrip("/")


def render_entry_cards(
    contest: ContestView, cards: Sequence[Card], address: str, hotlines: Sequence[Hotline]
) -> bytes:
    """Return the cards as a PDF; `address` is the contest's own, as contestants open it."""
    printed = [EntryCard(card.person, card.code) for card in cards]
    link = check_address(address)
    first = next(iter(hotlines), None)
    return render_contest_cards(contest.title, spell_window(contest), link, printed, first)


def render_slip(contest: Contest, band: Band, hotlines: Sequence[Hotline]) -> bytes:
    """Return the consent slip of a contest as a PDF.

    Raises
    ------
    NoNamesError
        Where the contest asks for no names.
    """
    if contest.names is None:
        raise NoNamesError(
            "Cuộc thi này không xin tên ai nên không cần phiếu đồng ý; cần tên thì nêu vì sao "
            "(mục names của kế hoạch, hoặc phần “Tên thí sinh” khi tạo cuộc thi)."
        )
    slip = ConsentSlip(
        contest.title,
        contest.names,
        online=True,
        adults=band is Band.COMMUNITY,
        hotline=next(iter(hotlines), None),
    )
    return render_consent_slip(slip)


def render_awards(
    contest: Contest,
    outcome: Outcome,
    style: CertificateStyle,
    *,
    everyone: bool = False,
    word: bool = False,
) -> bytes:
    """Return certificates for all prizes, those of groups last; or for everyone ranked.

    Parameters
    ----------
    word
        Make a Word file, to be changed by hand, instead of a PDF.

    Raises
    ------
    NoAwardError
        Where nobody has a prize.
    """
    awards = [*_for_people(outcome, everyone), *_for_groups(contest, outcome)]
    if not awards:
        raise NoAwardError("Cuộc thi này không có ai đạt giải nên chưa có giấy để in.")
    if word:
        day = date_in_vietnam(contest.opens_at)
        return render_word_certificates(contest.title, awards, style, day=day)
    return render_certificates(contest.title, awards, style)


def _for_people(outcome: Outcome, everyone: bool) -> Iterator[Award]:
    for row in outcome.ranking.rows:
        if row.prize or everyone:
            person = outcome.people.get(row.finished.pseudonym)
            # Without a name the line stays dotted, to be written on by hand.
            yield (
                Award(person.name, person.class_name, person.school, row.prize)
                if person
                else Award("", prize=row.prize)
            )


def _for_groups(contest: Contest, outcome: Outcome) -> Iterator[Award]:
    def award(group: GroupRow, prize: str) -> Award:
        label = outcome.group_labels.get(group.group, "")
        return Award(label, prize=prize, collective=True)

    for group in outcome.groups:
        if group.size_place == 1:
            yield award(group, LARGEST_GROUP)
    for group in outcome.groups:
        if group.prize_place == 1 and any(group.prizes) and contest.prizes:
            yield award(group, BEST_GROUP)
