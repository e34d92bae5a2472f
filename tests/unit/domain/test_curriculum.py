"""What may be shown of a lesson's place in the programme."""

from __future__ import annotations

from lachan.domain.curriculum import (
    SUBJECTS,
    Anchor,
    Hour,
    Outcome,
    ReadIn,
    period_minutes,
    split_subjects,
)
from lachan.domain.kinds import Band

READ = Outcome("Nêu được.", ReadIn.PLAN)
TOLD = Outcome("Biết được.", ReadIn.DATA)


def test_only_wording_read_in_print_is_quoted() -> None:
    anchor = Anchor(8, "Giáo dục công dân", topic="Lao động", outcomes=(READ, TOLD))

    assert (READ,) == anchor.quotable
    assert not anchor.is_unread


def test_a_topic_without_wording_is_unread_unless_only_touched() -> None:
    named = Anchor(8, "Giáo dục công dân", topic="Lao động", outcomes=(TOLD,))

    assert named.is_unread
    assert not Anchor(8, "Giáo dục công dân", topic="Lao động", link=True).is_unread
    assert not Anchor(8, "Hoạt động trải nghiệm, hướng nghiệp", hour=Hour.CLASS).is_unread


def test_a_label_names_hour_strand_and_topic() -> None:
    anchor = Anchor(7, "Tin học", "Mạch", "Chủ đề", link=True)

    assert "Tin học – Mạch: Chủ đề (liên hệ)" == anchor.label
    assert "HĐ (sinh hoạt lớp)" == Anchor(7, "HĐ", hour=Hour.CLASS).label


def test_a_comma_belongs_to_a_subject_and_a_semicolon_parts_two() -> None:
    told = split_subjects("Hoạt động trải nghiệm, hướng nghiệp; Tin học")

    assert ("Hoạt động trải nghiệm, hướng nghiệp", "Tin học") == told
    assert set(told) <= set(SUBJECTS)


def test_only_activity_hours_have_kinds() -> None:
    assert {"Hoạt động trải nghiệm", "Hoạt động trải nghiệm, hướng nghiệp"} == {
        name for name, subject in SUBJECTS.items() if subject.has_hours
    }


def test_adults_have_no_period() -> None:
    assert None is period_minutes(Band.COMMUNITY, ())
    assert 20 == period_minutes(Band.PRIMARY, (1,))
    assert 35 == period_minutes(Band.PRIMARY, (2, 3))
