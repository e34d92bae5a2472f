from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from lachan.widgets.practice.spacing import GAP, MOST_RETURNS, Spacing, start_spacing

IDS = st.lists(st.text("abcdefgh", min_size=1, max_size=3), min_size=1, max_size=8, unique=True)


def play(ids: list[str], is_right: Callable[[Spacing], bool]) -> list[str]:
    """Answer until nothing is left; return the ids in the order in which they were asked."""
    spacing = start_spacing(ids)
    asked: list[str] = []
    while not spacing.is_over:
        # Each item is asked once and returns at most so often: more would never end.
        assert len(asked) <= len(ids) * (1 + MOST_RETURNS)
        asked.append(spacing.queue[0])
        spacing = spacing.answered(is_right(spacing))
    return asked


@given(IDS, st.data())
def test_every_wrong_item_returns_until_right_or_twice(ids: list[str], data: st.DataObject) -> None:
    marks: dict[str, list[bool]] = {}

    def is_right(spacing: Spacing) -> bool:
        right = data.draw(st.booleans())
        marks.setdefault(spacing.queue[0], []).append(right)
        return right

    play(ids, is_right)
    assert set(ids) == set(marks)
    for answers in marks.values():
        assert answers[-1] or len(answers) == 1 + MOST_RETURNS
        assert not any(answers[:-1])


@given(IDS, st.data())
def test_nothing_returns_at_once_unless_it_is_alone(ids: list[str], data: st.DataObject) -> None:
    spacing = start_spacing(ids)
    while not spacing.is_over:
        head, others = spacing.queue[0], spacing.queue[1:]
        spacing = spacing.answered(data.draw(st.booleans()))
        if head in spacing.queue:
            assert min(GAP, len(others)) == spacing.queue.index(head)


@given(IDS)
def test_all_right_asks_each_once_in_order(ids: list[str]) -> None:
    assert ids == play(ids, lambda _spacing: True)


@given(IDS, st.integers(0, 7))
def test_put_off_keeps_every_id(ids: list[str], times: int) -> None:
    spacing = start_spacing(ids)
    for _ in range(times):
        spacing = spacing.put_off()
    assert sorted(ids) == sorted(spacing.queue)
    assert spacing.returned == ()


def test_three_others_stand_between() -> None:
    spacing = start_spacing("abcdef").answered(False)
    assert Spacing(("b", "c", "d", "a", "e", "f"), ("a",)) == spacing
    assert (1, False) == (spacing.waiting, spacing.is_return)
    later = spacing.answered(True).answered(True).answered(True)
    assert ("a", True) == (later.queue[0], later.is_return)
