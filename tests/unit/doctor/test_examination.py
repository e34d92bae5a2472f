from collections.abc import Iterator

from lachan.doctor import Finding, Plan, State, examine
from support.plans import make_plan


def check_oddity(plan: Plan) -> Iterator[Finding]:
    yield Finding("oddity.first", "Trước", State.GOOD, "tốt")
    raise ValueError("một điều lạ")


def check_rest(plan: Plan) -> Iterator[Finding]:
    yield Finding("rest", "Sau", State.FAULT, "hỏng")


def test_a_check_that_breaks_is_told_and_does_not_hide_the_others() -> None:
    findings = list(examine(make_plan(), (check_oddity, check_rest)))
    told = [(finding.check, finding.state) for finding in findings]
    assert told == [
        ("oddity.first", State.GOOD),
        ("oddity", State.UNKNOWN),
        ("rest", State.FAULT),
    ]
    assert findings[1].found == "ValueError: một điều lạ"
