"""The answer of a question: what the class sees of it, and what its teacher reads beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lachan.assembly import as_written, option_labels, target_labels
from lachan.assembly.keys import CHOICE_LETTERS
from lachan.domain.bodies import (
    Choice,
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
from lachan.domain.papers.paper import FormItem
from lachan.domain.rich.text import RichText
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.pieces import (
    LETTERS,
    NUMBERS,
    STATEMENTS,
    Grid,
    Marker,
    Para,
    Passage,
    Piece,
    Span,
    bold,
    marked,
    plain,
    to_pieces,
)
from lachan.exchange.slides.questions import answer_key, flatten, list_texts
from lachan.text import format_decimal

Told = tuple[list[Piece], list[Para]]
"""What stands on the slide, and what stands in its notes."""


def answer(number: int, item: Item, law: Sequence[str]) -> Passage:
    """Return the answer: what is right and why; why the rest is not stands in the notes.

    Parameters
    ----------
    law
        What the answer rests on, in words; for the notes.
    """
    pieces, notes = _explain(item, as_written(item))
    title = f"Câu {number}. " + ("Gợi ý" if isinstance(item.body, Essay) else "Đáp án")
    if law:
        notes += [plain("Căn cứ:", bold=True), *map(plain, law)]
    return Passage(title, tuple(pieces), Look.ANSWER, notes=tuple(notes), key=answer_key(number))


def _explain(item: Item, printed: FormItem) -> Told:
    labels = option_labels(item, printed)
    match item.body:
        case SingleChoice(choices, key):
            return _explain_choices(choices, {key}, labels)
        case MultipleChoice(choices, keys):
            return _explain_choices(choices, keys, labels)
        case TrueFalseGroup():
            return list(_judge_statements(item.body)), []
        case ShortAnswer(key, accepted, unit, reason):
            return _explain_typed(f"{key} {unit}".rstrip(), accepted, reason)
        case ShortText(key, accepted, reason):
            return _explain_typed(key, accepted, reason)
        case Ordering(steps):
            shown = list_texts([step.text for step in steps], NUMBERS)
            return shown, _give_reasons((labels[step.id], step.reason) for step in steps)
        case Matching(pairs, extra):
            letters = target_labels(printed)
            rows = tuple((flatten(pair.left), flatten(pair.right)) for pair in pairs)
            reasons = [(labels[pair.id], pair.reason) for pair in pairs]
            reasons += [(letters[each.id], each.reason) for each in extra]
            return [Grid(((Span("Nối"),), (Span("với"),)), rows)], _give_reasons(reasons)
        case Scenario():
            return _explain_scenes(item.body)
        case Essay(rubric, guide):
            points = [(f"{format_decimal(each.points)} điểm", each.text) for each in rubric]
            return list(to_pieces(guide)), _give_reasons(points)


def _explain_choices(
    choices: Sequence[Choice], keys: Collection[str], labels: Mapping[str, str]
) -> Told:
    """Show the right choices under their letters, each with its reason."""
    shown: list[Piece] = []
    for place, choice in enumerate(choices, 1):
        if choice.id in keys:
            first, *rest = marked(choice.text, Marker(LETTERS, place))
            shown += [_in_bold(first), *rest, *to_pieces(choice.reason, 1)]
    others = [choice for choice in choices if choice.id not in keys]
    return shown, _give_reasons((f"{labels[each.id]} chưa đúng", each.reason) for each in others)


def _in_bold(piece: Piece) -> Piece:
    return replace(piece, spans=bold(piece.spans), keeps=True) if isinstance(piece, Para) else piece


def _judge_statements(body: TrueFalseGroup) -> Iterator[Para]:
    for place, each in enumerate(body.statements, 1):
        verdict = Span("Đúng. " if each.key else "Sai. ", bold=True)
        words = flatten(each.reason or each.text)
        yield Para((verdict, *words), 1, Marker(STATEMENTS, place))


def _explain_typed(key: str, accepted: Sequence[str], reason: RichText) -> Told:
    also = [plain(f"Cũng nhận: {', '.join(accepted)}")] if accepted else []
    return [Para((Span(key, bold=True),), keeps=True), *to_pieces(reason)], also


def _explain_scenes(scenario: Scenario) -> Told:
    """Show the best way out of each scene; why the others are not stands in the notes."""
    shown: list[Piece] = []
    others: list[tuple[str, RichText]] = []
    for place, scene in enumerate(scenario.scenes, 1):
        for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False):
            if choice.best:
                best = Span(f"Ô {place}, cách {letter}. ", bold=True)
                shown.append(Para((best, *flatten(choice.reason or choice.text))))
            else:
                others.append((f"Ô {place}, cách {letter}", choice.reason))
    return shown, _give_reasons(others)


def _give_reasons(reasons: Iterable[tuple[str, RichText]]) -> list[Para]:
    return [
        Para((Span(f"{label}: ", bold=True), *flatten(reason)))
        for label, reason in reasons
        if reason
    ]
