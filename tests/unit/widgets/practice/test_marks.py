import pytest

from lachan.widgets.practice.marks import PracticeMarks


@pytest.mark.parametrize(
    ("answers", "state", "ended_right"),
    [
        ([], "open", False),
        ([True], "right", True),
        ([False], "wrong", False),
        ([False, True], "later", True),
        ([False, False, False], "wrong", False),
    ],
)
def test_how_an_item_ended(answers: list[bool], state: str, ended_right: bool) -> None:
    marks = PracticeMarks()
    for right in answers:
        marks.add("a", right)
    assert (state, ended_right) == (marks.state("a"), marks.ended_right("a"))
