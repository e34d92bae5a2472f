"""Words lead to the provisions that say them: whole words, accents counting."""

from __future__ import annotations

import datetime as dt

import pytest

from lachan.content import Content
from lachan.domain.kinds import Band, Verification
from lachan.domain.law import Competence, Document, Provision
from lachan.domain.law_words import Headword, find_headwords

LAW = Document("luat", "1/2024", "Luật", "Luật", "Luật", "Quốc hội", dt.date(2025, 1, 1))


def provision(summary: str, plain: str = "", who: str = "") -> Provision:
    return Provision(
        id="luat/d1",
        document=LAW,
        article="1",
        clause="",
        point="",
        in_force_from=dt.date(2025, 1, 1),
        in_force_to=None,
        replaced_by="",
        verified=Verification.STATUTE,
        sources=("N1",),
        checked=dt.date(2026, 1, 1),
        summary=summary,
        plain={Band.LOWER_SECONDARY: plain} if plain else {},
        competence=Competence("luat/d2", who, (who,)) if who else None,
    )


@pytest.mark.parametrize(
    ("told", "leads"),
    [
        (provision("Không ai được bán người."), True),
        (provision("Không ai được “Bán,  người”."), True),
        (provision("Điều khác.", plain="Cấm bán người."), True),
        (provision("Điều khác.", who="Ban bán người"), True),
        (provision("Giúp bạn người nước ngoài."), False),
        (provision("Bán nhà của người khác."), False),
        (provision("Đã bán ngườii."), False),
    ],
)
def test_a_word_leads_to_what_says_it(told: Provision, leads: bool) -> None:
    word = Headword("bán người")
    assert find_headwords([word], [told]) == {"luat/d1": (word,) if leads else ()}


def test_other_names_and_spellings_lead_as_well() -> None:
    word = Headword("xử lí", ("khởi tố",))
    assert find_headwords([word], [provision("Bị xử lý.")])["luat/d1"] == (word,)
    assert find_headwords([word], [provision("Bị khởi tố.")])["luat/d1"] == (word,)


def test_every_word_of_the_registry_leads_somewhere(real_content: Content) -> None:
    found = find_headwords(real_content.law_words, real_content.provisions.values())
    reached = {word.word for words in found.values() for word in words}
    assert [] == [each.word for each in real_content.law_words if each.word not in reached]
    assert len(reached) > 50


def test_words_stand_once_and_in_order(real_content: Content) -> None:
    words = [each.word for each in real_content.law_words]
    assert len(set(words)) == len(words)
