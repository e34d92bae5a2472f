"""Whose words a rule judges, what excuses a sentence, and how an author sets a rule aside."""

from __future__ import annotations

import re
import unicodedata

import pytest

from lachan.checks import Finding
from lachan.checks.safety import SafetyRule, check_safety, judge
from lachan.checks.safety.rule_files import load_rules, read_rule
from lachan.checks.safety.sentence import read_words, split_sentences
from lachan.domain.bodies import Scenario, Scene, SceneChoice, Statement, TrueFalseGroup
from lachan.domain.items import Override
from lachan.domain.kinds import Band, BlockKind, Ending
from support.content import block, choices, item, lesson, rich, subject

BLAME = "Bạn ấy ham tiền nên bị lừa."


def _codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def _judge_item(*words: str) -> list[str]:
    return _codes(list(check_safety(subject(items=(item(body=choices(*words)),)))))


def test_a_distractor_may_hold_a_wrong_belief() -> None:
    assert [] == _judge_item("Lỗi là ở kẻ lừa", BLAME)


def test_a_key_may_not() -> None:
    assert ["SF003"] == _judge_item(BLAME, "Im lặng")


def test_a_reason_may_not_even_below_a_distractor() -> None:
    assert ["SF003", "SF003"] == _judge_item("Hỏi mẹ", "Im lặng", BLAME)


def test_a_distractor_may_not_hurt_by_being_read() -> None:
    assert ["SF010"] == _judge_item("Hỏi mẹ", "Phạt tù từ 5 năm")


def test_a_false_statement_may_hold_a_wrong_belief_and_a_true_one_may_not() -> None:
    statements = (
        Statement("a", rich(BLAME), False),
        Statement("b", rich("Chỉ con gái mới bị lừa bán."), True),
    )

    found = list(check_safety(subject(items=(item(body=TrueFalseGroup(statements)),))))

    assert [("SF006", ("items", 0, "statements", 1, "text"))] == [
        (finding.code, finding.source.pointer) for finding in found
    ]


def test_a_poor_choice_in_a_scenario_may_hold_a_wrong_belief() -> None:
    good = SceneChoice("a", rich("Hỏi mẹ"), rich("Mẹ giúp."), "b", best=True)
    poor = SceneChoice("b", rich(f"Nói: {BLAME}"), rich("Câu ấy đổ lỗi."), "b")
    scenes = (
        Scene("a", rich("Bạn kể."), (good, poor)),
        Scene("b", rich("Xong."), ending=Ending.SAFE),
    )

    assert [] == list(check_safety(subject(items=(item(body=Scenario(scenes)),))))


def test_a_stem_that_asks_for_the_hurtful_words_excuses_them() -> None:
    asked = item("Câu nào đổ lỗi cho bạn?", choices(BLAME, "Tớ tin cậu."))

    assert [] == list(check_safety(subject(items=(asked,))))


def test_a_teachers_note_may_name_what_pupils_do_not_read() -> None:
    note = block("Mức phạt tù từ 5 năm, nếu học sinh hỏi.", BlockKind.TEACHER_NOTE)

    assert [] == list(check_safety(subject((lesson(note),))))


def test_a_finding_points_at_the_line_of_the_block() -> None:
    shown = block(f"Dòng một.\n\n{BLAME}")

    [finding] = check_safety(subject((lesson(shown),)))

    # The block opens on line 10, so its text begins on line 11.
    assert ("body", 13) == finding.source.pointer
    assert "ham tiền" in finding.message


def test_a_quotation_is_judged_with_its_block() -> None:
    talk = "Câu nào nên tránh?\n\n> “Sao mà dại thế!”"

    assert [] == list(check_safety(subject((lesson(block(talk)),))))
    assert ["SF003"] == [b.rule.code for b in judge("“Sao mà dại thế!”", Band.LOWER_SECONDARY)]


@pytest.mark.parametrize("said", ["“Sao mà dại thế!”", "> Sao mà dại thế!"])
def test_a_quotation_may_be_excused_by_what_comes_after_it(said: str) -> None:
    verdict = judge(said, Band.LOWER_SECONDARY, around=f"{said}\nCâu trên là câu nên tránh.")

    assert [] == list(verdict)


def test_a_way_out_in_the_same_block_answers_a_threat() -> None:
    threat = "Lơ là một phút là em không bao giờ được gặp lại bố mẹ."

    alone = check_safety(subject((lesson(block(threat)),)))
    answered = check_safety(subject((lesson(block(f"{threat}\n\nThấy lo thì gọi 111.")),)))

    assert (["SF007"], []) == (_codes(list(alone)), _codes(list(answered)))


def test_an_override_with_a_reason_sets_the_rule_aside() -> None:
    waived = (Override("SF003", "Câu sai để học sinh sửa ở bước sau."),)

    assert [] == list(check_safety(subject((lesson(block(BLAME), overrides=waived),))))


def test_an_override_that_meets_nothing_is_a_warning() -> None:
    waived = (Override("SF003", "Không còn cần."),)

    [finding] = check_safety(subject(items=(item(overrides=waived),)))

    assert ("SF090", ("items", 0, "overrides", 0)) == (finding.code, finding.source.pointer)


def test_an_override_covers_its_own_rule_only() -> None:
    waived = (Override("SF001", "Không đúng luật."),)

    found = check_safety(subject((lesson(block(BLAME), overrides=waived),)))

    assert ["SF003", "SF090"] == sorted(_codes(list(found)))


@pytest.mark.parametrize(
    "text",
    [
        "Bạn ấy HAM TIỀN nên bị lừa!",
        "Bạn ấy “ham tiền”, nên bị lừa.",
        unicodedata.normalize("NFD", BLAME),
    ],
)
def test_case_marks_and_normal_form_do_not_matter(text: str) -> None:
    assert ["SF003"] == [b.rule.code for b in judge(text, Band.COMMUNITY)]


def test_spellings_of_one_syllable_are_one() -> None:
    assert read_words("uỷ ban, lý do, hoà bình") == read_words("ủy ban, lí do, hòa bình")
    assert read_words("quý, toàn") == "quý toàn"


def test_sentences_end_at_marks_and_line_breaks_and_know_open_quotes() -> None:
    told = split_sentences("Một. “Hai! Ba.” Bốn\nNăm")

    assert ["Một.", "“Hai!", "Ba.”", "Bốn", "Năm"] == [sentence.raw for sentence in told]
    assert [False, False, True, False, False] == [sentence.within_quote for sentence in told]


def test_no_pattern_reaches_over_a_semicolon() -> None:
    assert [] == list(judge("Người quen cũng có thể lừa; em hỏi lại mẹ.", Band.LOWER_SECONDARY))


def test_rules_come_in_order_with_all_their_parts() -> None:
    rules = load_rules()

    assert sorted(rule.code for rule in rules) == [rule.code for rule in rules]
    assert all(rule.title and rule.why and rule.source and rule.bands for rule in rules)


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.code)
def test_nothing_of_the_grammar_is_left_in_a_pattern(rule: SafetyRule) -> None:
    patterns = (rule.find, rule.find_raw, rule.unless, rule.unless_before, rule.calm)
    written = "\n".join(pattern.pattern for pattern in patterns if pattern)

    assert [] == re.findall(r"~|\\\\|\{[a-z]", written)


def test_a_gap_may_follow_what_can_be_left_out() -> None:
    told = "Chị ấy vốn là dạng cả tin."

    assert "SF003" in {breach.rule.code for breach in judge(told, Band.LOWER_SECONDARY)}


def test_a_gap_without_its_figure_is_refused() -> None:
    texts = dict.fromkeys(("code", "title", "why", "source", "bad", "good"), "x")

    with pytest.raises(ValueError, match="gap"):
        read_rule({**texts, "voices": ["vouched"], "find": ["ham ~ tiền"]}, {})


def test_what_is_denied_right_before_is_not_found() -> None:
    told = "Không ai ham tiền nên bị lừa. Bạn ấy thì có: ham tiền nên bị lừa."

    assert [] == list(judge("Không ai ham tiền nên bị lừa cả.", Band.LOWER_SECONDARY))
    assert ["SF003"] == [breach.rule.code for breach in judge(told, Band.LOWER_SECONDARY)]


def test_a_long_line_is_judged_in_time() -> None:
    line = "bị lừa vì em không ham tiền nên " * 2000

    assert isinstance(list(judge(line, Band.LOWER_SECONDARY)), list)
