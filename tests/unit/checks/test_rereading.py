"""What the model asks to read again, and that it is never a fault."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lachan.checks.passages import Voice
from lachan.checks.safety import check_safety, find_doubts, judge, reread
from lachan.domain.kinds import Band, BlockKind
from lachan.errors import Severity
from support.content import block, item, lesson, subject

# The rules find nothing here: the blame is not in any one word.
INDIRECT = "Thử hỏi cùng một xóm, sao con người ta yên ổn mà chỉ con nhà ấy bị dụ?"
SAFE = "Con cứ kể với mẹ, mẹ cùng con gọi 111 để được giúp."


def test_blame_that_no_rule_finds_is_to_be_read_again() -> None:
    assert [] == list(judge(INDIRECT, Band.LOWER_SECONDARY))
    assert ["SF003"] == [d.nearest.code for d in find_doubts(INDIRECT, Band.LOWER_SECONDARY)]


def test_a_safe_sentence_is_not() -> None:
    assert [] == list(find_doubts(SAFE, Band.LOWER_SECONDARY))


def test_a_few_syllables_are_left_to_the_rules() -> None:
    assert [] == list(find_doubts("Ai bảo ham tiền?", Band.LOWER_SECONDARY))


def test_a_wrong_belief_told_on_purpose_is_not_read() -> None:
    assert [] == list(find_doubts(INDIRECT, Band.LOWER_SECONDARY, Voice.WRONG))


def test_the_nearest_rule_is_one_for_these_readers() -> None:
    for band in Band:
        for voice in (Voice.VOUCHED, Voice.TEACHER):
            near = [d.nearest for d in find_doubts(INDIRECT, band, voice)]

            assert all(rule.applies(band, voice) for rule in near)


def test_content_is_told_of_at_its_place_and_stays_clean() -> None:
    judged = subject((lesson(block(f"Chào.\n\n{INDIRECT}")),), (item(stem=INDIRECT),))

    told = list(reread(judged))

    assert [("SF100", Severity.WARNING)] * 2 == [(f.code, f.severity) for f in told]
    assert [("body", 13), ("items", 0, "stem")] == [f.source.pointer for f in told]
    assert "SF003 Đổ lỗi cho người bị hại" in told[0].message
    assert [] == list(check_safety(judged))


def test_a_teachers_note_is_read_too() -> None:
    note = block(INDIRECT, BlockKind.TEACHER_NOTE)

    assert ["SF100"] == [f.code for f in reread(subject((lesson(note),)))]


@given(st.text(), st.sampled_from(Band))
def test_no_text_is_too_strange_for_it(text: str, band: Band) -> None:
    assert isinstance(list(find_doubts(text, band)), list)
