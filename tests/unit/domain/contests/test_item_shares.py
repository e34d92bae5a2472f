from lachan.domain.contests.item_shares import ItemShare


def test_a_share_is_of_those_who_were_asked() -> None:
    assert 33 == ItemShare("a", "Câu", asked=3, answered=2, correct=1).percent
    assert ItemShare("a", "Câu", asked=0, answered=0, correct=0).percent is None
