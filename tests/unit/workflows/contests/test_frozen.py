"""What is frozen comes back as it was, and its key is bound to the published commitment."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from random import Random

import pytest

from lachan.domain.contests.contest import PREDICTION
from lachan.domain.kinds import ItemType
from lachan.domain.option_names import OptionNames
from lachan.domain.papers.context import PaperContext
from lachan.exchange.contests.definition import (
    DefinitionError,
    contest_definition,
    parse_contest_definition,
)
from lachan.exchange.contests.key import ContestPaperError
from lachan.grading import ResponseError
from lachan.grading.attempt import grade_attempt
from lachan.store.contests import FrozenRow
from lachan.workflows.contests.frozen import FrozenContest, freeze, thaw
from lachan.workflows.contests.standing import read_responses
from support.contest_day import make_contest, make_paper, make_practice, right_value
from support.items import make_item


def _freeze(seed: int = 1) -> FrozenRow:
    rng = Random(seed)

    def token_hex(count: int) -> str:
        return rng.randbytes(count).hex()

    context = PaperContext(pictures={"a.png": b"png"})
    return freeze(make_contest(), make_paper(), context, make_practice(), token_hex)


@pytest.fixture(scope="module")
def frozen() -> FrozenContest:
    return thaw(_freeze())


def test_freezing_and_thawing_loses_nothing(frozen: FrozenContest) -> None:
    contest = make_contest()

    assert frozen.contest == replace(contest, ranking=contest.keys)
    assert frozen.paper == make_paper()
    assert frozen.practice == make_practice()
    assert frozen.context.pictures == {"a.png": b"png"}
    assert len({frozen.salt, frozen.code_key, frozen.nonce}) == 3


def test_the_commitment_is_of_the_nonce_and_the_whole_key(frozen: FrozenContest) -> None:
    nonce = bytes.fromhex(frozen.nonce)

    assert len(nonce) == 32
    assert hashlib.sha256(nonce + frozen.key).hexdigest() == frozen.commitment
    assert set(json.loads(frozen.key)["items"]) == set(frozen.paper.items)
    assert frozen.commitment != thaw(_freeze(2)).commitment


def test_an_essay_cannot_be_in_an_online_contest() -> None:
    paper = make_paper()
    essay = make_item("bai-viet", ItemType.ESSAY)
    with pytest.raises(ContestPaperError, match="bai-viet là bài tự luận"):
        freeze(
            make_contest(),
            replace(paper, items={**paper.items, essay.id: essay}),
            PaperContext(),
            None,
            lambda count: "0" * 2 * count,
        )


def test_each_form_shows_its_own_order(frozen: FrozenContest) -> None:
    for form in frozen.paper.forms:
        shown = {item["id"]: item for item in frozen.public_items(form.code)}
        printed = {each.item_id: each for part in form.parts for each in part}
        choice = shown["cau-single-choice"]
        assert list(shown) == list(printed)
        names = OptionNames("cau-single-choice", frozen.salt)
        order = list(map(names.option, printed["cau-single-choice"].options))
        assert [option["id"] for option in choice["options"]] == order
        assert [item["part"] for item in shown.values()] == list(range(1, 9))


@pytest.mark.parametrize("code", ["101", "104"])
def test_right_answers_are_worth_everything_and_none_nothing(
    frozen: FrozenContest, code: str
) -> None:
    items = frozen.form_items[code]
    right = {i: json.dumps(right_value(item, frozen.salt)) for i, item in items.items()}
    form = frozen.forms[code]
    best = grade_attempt(frozen.paper, form, read_responses(frozen, code, right))
    nothing = grade_attempt(frozen.paper, form, read_responses(frozen, code, {}))

    assert (best.correct, best.total, best.score) == (8, 8, best.maximum)
    assert (nothing.correct, nothing.total, nothing.score) == (0, 8, 0)


@pytest.mark.parametrize(
    ("said", "points"),
    [({"a": True}, "0.1"), ({"a": True, "b": False}, "0.25"), ({"a": False}, "0")],
)
def test_a_true_false_group_follows_the_steps_of_its_part(
    frozen: FrozenContest, said: dict[str, bool], points: str
) -> None:
    names = OptionNames("cau-true-false-group", frozen.salt)
    named = {names.option(each): verdict for each, verdict in said.items()}
    answers = {"cau-true-false-group": json.dumps(named)}
    responses = read_responses(frozen, "101", answers)

    assert str(grade_attempt(frozen.paper, frozen.forms["101"], responses).score) == points


def test_the_prediction_is_asked_only_where_the_contest_asks(frozen: FrozenContest) -> None:
    silent = replace(frozen, contest=make_contest(prediction=False))

    assert frozen.parse("101", PREDICTION, 7) == 7
    with pytest.raises(ResponseError):
        frozen.parse("101", PREDICTION, 7.5)
    with pytest.raises(KeyError):
        silent.parse("101", PREDICTION, 7)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "lachan-contest/2"}'])
def test_what_is_no_definition_is_told(text: str) -> None:
    with pytest.raises(DefinitionError, match="lachan-contest/1"):
        parse_contest_definition(text)


def test_a_definition_of_another_format_is_refused_in_words() -> None:
    newer = json.dumps({**contest_definition(make_contest()), "format": "lachan-contest/2"})
    with pytest.raises(DefinitionError, match=r"ghi theo dạng lachan-contest/2, bản Lá Chắn này"):
        parse_contest_definition(newer)


def test_a_definition_holds_no_unknown_field() -> None:
    definition = {**contest_definition(make_contest()), "la": 1}
    with pytest.raises(DefinitionError):
        parse_contest_definition(json.dumps(definition))
