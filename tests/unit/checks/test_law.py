"""Citations, wherever they stand in an item and in the list of misconceptions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lachan.checks.law import check_item_citations
from lachan.checks.misconceptions import check_catalogue
from lachan.domain.bodies import Statement, TrueFalseGroup
from lachan.domain.kinds import Band, Verification
from lachan.domain.law import Document, Provision
from lachan.domain.misconceptions import Misconception
from support.content import item, rich, subject

DAY = dt.date(2020, 1, 1)
LAW = Document("luat", "1/2020/QH14", "Luật", "Luật Mẫu", "Luật Mẫu", "Quốc hội", DAY)


def provision(verified: Verification) -> Provision:
    return Provision("luat/d1", LAW, "1", "", "", DAY, None, "", verified, ("N1",), DAY, "Một.")


def test_a_statement_may_cite_for_itself() -> None:
    statements = (
        Statement("a", rich("Đúng."), True, citations=("luat/d1",)),
        Statement("b", rich("Sai."), False, citations=("luat/d9",)),
    )
    known = {"luat/d1": provision(Verification.STATUTE)}
    asked = replace(item(body=TrueFalseGroup(statements)), citations=("luat/d1",))

    [found] = check_item_citations(replace(subject(items=(asked,)), provisions=known))

    assert "LW001" == found.code
    assert ("items", 0, "statements", 1, "citations", 0) == found.source.pointer


@pytest.mark.parametrize(
    ("verified", "codes"), [(Verification.STATUTE, []), (Verification.WEAK, ["LW003"])]
)
def test_what_is_called_right_rests_on_law_that_was_read(
    verified: Verification, codes: list[str]
) -> None:
    belief = Misconception("sai", "Sai.", "Đúng.", "báo tin", frozenset(Band), ("luat/d1",))
    law = {"luat/d1": provision(verified)}

    found = check_catalogue(replace(subject(), provisions=law, misconceptions=(belief,)))

    assert codes == [each.code for each in found]
