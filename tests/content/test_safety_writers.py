"""Sentences by many writers: kept apart by writer, and measured as docs/safety.md states."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.checks.passages import Voice, passages_of
from lachan.checks.safety import find_doubts, safety_rules
from lachan.checks.safety.ngrams import cut_pieces
from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.lessons import Lesson
from support.safety_corpus import FOLDER, HELD_OUT, TUNING, find_alike, lends_calm, read_writers
from support.safety_figures import BOTH, judge_writers, render_figures, tally, total

# What docs/safety.md says of our own texts on topics that lent the model nothing.
MOST_DOUBTS = 0.02


def texts(side: str) -> list[str]:
    return [each.text for writer in read_writers(side) for each in writer.sentences]


def test_every_writer_stands_on_one_side_and_wrote_in_pairs() -> None:
    writers = [*read_writers(TUNING), *read_writers(HELD_OUT)]

    assert sorted(writer.name for writer in writers) == sorted(
        path.stem for path in (FOLDER / "writers").glob("*.yaml")
    )
    assert len(texts(TUNING)) + len(texts(HELD_OUT)) >= 3000
    for writer in writers:
        count = len(writer.sentences)
        assert [True, False] * (count // 2) == [each.bad for each in writer.sentences], writer.name


def test_a_third_is_held_out_over_dangers_and_bands() -> None:
    held_out, tuning = read_writers(HELD_OUT), read_writers(TUNING)

    assert len(held_out) * 2 == len(tuning)
    assert {writer.danger for writer in held_out} <= {writer.danger for writer in tuning}
    assert {writer.band for writer in held_out} == {writer.band for writer in tuning}


def test_no_sentence_stands_on_both_sides() -> None:
    assert [] == find_alike(texts(TUNING), texts(HELD_OUT))


def test_every_writer_names_rules_that_there_are() -> None:
    known = {rule.code for rule in safety_rules()}

    assert {c for side in (TUNING, HELD_OUT) for w in read_writers(side) for c in w.codes} <= known


def test_the_page_states_what_is_measured(repository: Path) -> None:
    """Where this fails, read the figures, then put ``render_figures()`` into the page."""
    assert render_figures() in (repository / "docs/safety.md").read_text("utf-8")


def test_rules_and_model_together_do_not_fall_behind() -> None:
    whole = total([tally(each, BOTH) for each in judge_writers(HELD_OUT).values()])

    assert whole.precision >= 0.9
    assert whole.recall >= 0.8


def test_the_nearest_rule_is_right_as_often_as_the_page_says(repository: Path) -> None:
    judged = [each for verdicts in judge_writers(HELD_OUT).values() for each in verdicts]
    near = [each.near for each in judged if each.bad and each.model]
    share = f"{sum(near) / len(near):.2f}".replace(".", ",")

    assert f"luật gần nhất đúng {share}" in (repository / "docs/safety.md").read_text("utf-8")


@pytest.mark.parametrize("lent", [False, True], ids=["unseen", "learned"])
def test_the_model_seldom_speaks_of_our_own_texts(real_content: Content, lent: bool) -> None:
    owners: list[Lesson | Item] = [*real_content.lessons, *real_content.items]
    read = [
        (owner.band, passage)
        for owner in owners
        if lends_calm(Path(owner.source.file).stem) is lent
        for passage in passages_of(owner)
        if passage.voice is not Voice.WRONG
    ]
    pieces = sum(1 for _, passage in read for _ in cut_pieces(passage.text))
    doubts = sum(
        1 for band, passage in read for _ in find_doubts(passage.text, band, passage.voice)
    )

    assert doubts / pieces <= MOST_DOUBTS
