from dataclasses import replace

import pytest

from lachan.domain.kinds import Use
from lachan.domain.practice.items import ContestItemError, require_practice
from support.items import make_item


def test_a_contest_item_is_refused_by_name() -> None:
    practice = make_item("tap")
    require_practice([practice])
    with pytest.raises(ContestItemError, match="Câu thi dành cho cuộc thi"):
        require_practice([practice, replace(make_item("thi"), use=Use.CONTEST)])
