from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.assembly import CodeError, assemble, form_key, option_labels
from lachan.domain.bodies import (
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Blueprint, Cell, Form, FormItem, Paper
from support.items import LAW_DATE, full_blueprint, make_bank, make_blueprint, make_item, make_part

CODES = ("101", "102", "103")

cells = st.tuples(
    st.sampled_from(["viec-nhe", "mang"]), st.sampled_from(list(Level)), st.integers(1, 3)
).map(lambda cell: Cell(*cell))
blueprints = st.lists(
    st.tuples(st.sampled_from(list(ItemType)), st.lists(cells, min_size=1, max_size=3)),
    min_size=1,
    max_size=4,
).map(lambda parts: make_blueprint(*(make_part(kind, *cells) for kind, cells in parts)))


@st.composite
def feasible(draw: st.DrawFn) -> tuple[Blueprint, list[Item]]:
    """A blueprint and a bank that holds enough for it, with pinned choices here and there."""
    blueprint = draw(blueprints)
    wanted: Counter[tuple[ItemType, str, Level]] = Counter()
    for part in blueprint.parts:
        for cell in part.cells:
            wanted[part.type, cell.topic, cell.level] += cell.count
    bank = []
    for (kind, topic, level), count in wanted.items():
        for number in range(count + draw(st.integers(0, 2))):
            pinned = draw(st.sets(st.sampled_from("abcd")))
            item_id = f"{kind.value}-{topic}-{level.value}-{number}"
            bank.append(make_item(item_id, kind, level, topic=topic, pinned=sorted(pinned)))
    # One more question than a form could be alike with, so that three forms can differ.
    bank += [make_item(f"extra-{n}", topic="them") for n in range(3)]
    extra = make_part(ItemType.SINGLE_CHOICE, Cell("them", Level.KNOW, 3))
    return make_blueprint(*blueprint.parts, extra), bank


def check_form(paper: Paper, form: Form) -> None:
    for part, printed in zip(paper.blueprint.parts, form.parts, strict=True):
        items = [paper.items[entry.item_id] for entry in printed]
        asked: Counter[tuple[ItemType, str, Level]] = Counter()
        for cell in part.cells:
            asked[part.type, cell.topic, cell.level] += cell.count
        assert Counter((item.type, item.topic, item.level) for item in items) == asked
        for item, entry in zip(items, printed, strict=True):
            check_options(item, entry)
    used = [entry.item_id for part in form.parts for entry in part]
    assert sorted(used) == sorted(paper.items)


def check_options(item: Item, entry: FormItem) -> None:
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            assert sorted(entry.options) == [choice.id for choice in choices]
            for index, choice in enumerate(choices):
                if choice.pinned:
                    assert entry.options[index] == choice.id
        case TrueFalseGroup(statements):
            assert sorted(entry.options) == [statement.id for statement in statements]
        case Matching(pairs, extra):
            assert sorted(entry.options) == [pair.id for pair in pairs]
            assert sorted(entry.targets) == sorted(
                [*(pair.id for pair in pairs), *(each.id for each in extra)]
            )
        case Ordering(steps):
            assert sorted(entry.options) == [step.id for step in steps]
            assert entry.options != tuple(step.id for step in steps)
        case _:
            assert (entry.options, entry.targets) == ((), ())


def check_key(paper: Paper, form: Form) -> None:
    rows = form_key(paper, form)
    printed = [entry for part in form.parts for entry in part]
    for row, entry in zip(rows, printed, strict=True):
        item = paper.items[row.item_id]
        options = {label: option for option, label in option_labels(item, entry).items()}
        match item.body:
            case SingleChoice(_, key):
                assert options[row.key] == key
            case MultipleChoice(_, keys):
                assert {options[letter] for letter in row.key} == keys
                assert row.key == "".join(sorted(row.key))
            case TrueFalseGroup(statements):
                truth = {statement.id: statement.key for statement in statements}
                said = dict(zip("abcd", row.key, strict=True))
                assert {options[c]: value == "Đ" for c, value in said.items()} == truth
            case ShortAnswer(key) | ShortText(key):
                assert row.key == key
            case Matching():
                targets = dict(zip("ABCDEFGHI", entry.targets, strict=False))
                joined = {options[each[0]]: targets[each[1]] for each in row.key.split()}
                assert joined == {pair.id: pair.id for pair in item.body.pairs}
            case Ordering(steps):
                assert [options[letter] for letter in row.key] == [step.id for step in steps]
            case Scenario():
                assert row.key == "1B 2A"
            case Essay():
                assert row.key == ""


@settings(max_examples=40)
@given(feasible(), st.text(max_size=8))
def test_every_form_of_a_feasible_blueprint_holds_what_it_asks(
    given_: tuple[Blueprint, list[Item]], seed: str
) -> None:
    blueprint, bank = given_
    paper = assemble(blueprint, bank, law_date=LAW_DATE, seed=seed, codes=CODES)
    assert [form.code for form in paper.forms] == list(CODES)
    assert len({form.parts for form in paper.forms}) == len(CODES)
    for form in paper.forms:
        check_form(paper, form)
        check_key(paper, form)
    again = assemble(blueprint, bank[::-1], law_date=LAW_DATE, seed=seed, codes=CODES)
    assert again == paper


def test_a_form_depends_on_its_own_code_only() -> None:
    bank = make_bank()
    many = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=CODES)
    one = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("103",))
    assert one.forms[0] == many.forms[2]


def test_another_seed_gives_other_forms() -> None:
    bank = make_bank()
    first, second = (
        assemble(full_blueprint(), bank, law_date=LAW_DATE, seed=seed, codes=CODES)
        for seed in ("s", "t")
    )
    assert first.forms != second.forms


def test_bad_codes_are_refused_before_anything_is_solved() -> None:
    with pytest.raises(CodeError):
        assemble(full_blueprint(), [], law_date=LAW_DATE, seed="s", codes=("1",))
