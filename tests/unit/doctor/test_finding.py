import pytest

from lachan.doctor import Finding, State, exit_status


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ((), 0),
        ((State.GOOD, State.UNKNOWN), 0),
        ((State.GOOD, State.WARNING, State.UNKNOWN), 1),
        ((State.WARNING, State.FAULT, State.GOOD), 2),
    ],
)
def test_status_is_that_of_the_worst(states: tuple[State, ...], status: int) -> None:
    assert exit_status(Finding("thu", "Thử", state, "") for state in states) == status
