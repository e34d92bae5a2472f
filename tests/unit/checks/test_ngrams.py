"""What the model reads of a text: tokens, runs of them, and pieces of whole sentences."""

from __future__ import annotations

from lachan.checks.safety.ngrams import cut_pieces, find_ngrams, read_tokens


def test_tokens_are_syllables_and_telling_marks_in_one_spelling() -> None:
    assert ["<s>", "lí", "do", "?", "hòa", "</s>"] == read_tokens("Lý do? Hoà.")


def test_numbers_are_one_but_for_those_that_can_be_called() -> None:
    assert ["<s>", "0", "111", "0", "</s>"] == read_tokens("15, 111, 2024")


def test_ngrams_are_runs_of_one_to_three_tokens() -> None:
    assert {"a", "b", "c", "a b", "b c", "a b c"} == find_ngrams(["a", "b", "c"])


def test_an_empty_text_has_its_ends_alone() -> None:
    assert {"<s>", "</s>", "<s> </s>"} == find_ngrams(read_tokens(""))


def test_short_sentences_stay_together_and_long_ones_stand_alone() -> None:
    long = " ".join(["dài"] * 40) + "."

    assert [("Một. Hai.", 2)] == list(cut_pieces("Một. Hai."))
    assert [(long, 40), (long, 40)] == list(cut_pieces(f"{long} {long}"))
    assert [] == list(cut_pieces("  "))
