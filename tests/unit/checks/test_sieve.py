"""The sieve never loses a text that a pattern matches, and keeps few that it does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.checks.passages import item_passages, lesson_passages
from lachan.checks.safety import safety_rules
from lachan.checks.safety.catalogue import suspect_rules
from lachan.checks.safety.sentence import Sentence, split_sentences
from lachan.checks.safety.sieve import Sieve
from lachan.content import Content
from support.safety_corpus import read_rule_author

LETTERS = st.sampled_from(["a", "b", "ab", "ba", " ", "a b", "A", ".", r"\."])
CLASSES = st.sampled_from(["[ab]", "[^a]", r"[a\s]", "[ ab]", "[]a]", r"\w", r"\d", "[A-Z]"])
QUANTIFIERS = st.sampled_from(["", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "{,1}", "+?", "*?"])
OPENINGS = st.sampled_from(["(", "(?:", "(?!", "(?<!b)(", "(?=", "(?<=a)(?:"])
PATTERNS = st.recursive(
    st.one_of(LETTERS, st.tuples(CLASSES, QUANTIFIERS).map("".join)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(OPENINGS, st.lists(inner, min_size=1, max_size=3).map("|".join)).map(
            lambda parts: f"{parts[0]}{parts[1]})"
        ),
        st.tuples(inner, QUANTIFIERS).map(lambda parts: f"(?:{parts[0]}){parts[1]}"),
    ),
    max_leaves=6,
)
TEXTS = st.lists(st.text(alphabet="abA. 1\n", max_size=8), max_size=6)


@given(PATTERNS, TEXTS)
def test_no_text_that_a_pattern_matches_is_lost(pattern: str, texts: list[str]) -> None:
    matched = [index for index, text in enumerate(texts) if re.search(pattern, text)]

    assert set(matched) <= set(Sieve(texts).sift(pattern))


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("mẹ", [0, 1]),
        ("(bố|mẹ) gọi", [0]),
        ("(?<!\\w)(?:bố|gọi (111|113))(?!\\w)", [0]),
        ("mẹ( gọi)?", [0, 1]),
        ("mẹo?", [0, 1]),
        ("[Mm]ẹ em", [1]),
        ("[^b]ẹ", [0, 1]),
        ("(?!mẹ)", [0, 1, 2]),
        ("", [0, 1, 2]),
        ("cha", []),
    ],
)
def test_what_cannot_match_is_left_out(pattern: str, kept: list[int]) -> None:
    texts = ["mẹ gọi 111", "Mẹ em và mẹ bạn", "không ai"]

    assert kept == list(Sieve(texts).sift(pattern))


@pytest.mark.parametrize("pattern", ["(?i)a", "(?P<name>a)", "(?>a)"])
def test_a_group_that_is_not_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is not read here"):
        list(Sieve(["a"]).sift(pattern))


def _sentences(content: Content) -> list[Sentence]:
    passages = [p.text for lesson in content.lessons for p in lesson_passages(lesson)]
    passages += [p.text for item in content.items for p in item_passages(item)]
    passages += [text for entries in read_rule_author().values() for *_, text in entries]
    passages += [text for rule in safety_rules() for text in (rule.bad, rule.good)]
    return list(dict.fromkeys(each for text in passages for each in split_sentences(text)))


def test_rules_that_are_not_suspected_find_nothing(real_content: Content) -> None:
    sentences = _sentences(real_content)
    suspected = suspect_rules(sentences)
    lost = [
        (rule.code, sentence.raw)
        for sentence, rules in zip(sentences, suspected, strict=True)
        for rule in safety_rules()
        if rule not in rules and rule.find_in(sentence) is not None
    ]

    assert [] == lost
    # Else all this would be for nothing.
    assert sum(map(len, suspected)) < len(sentences)
