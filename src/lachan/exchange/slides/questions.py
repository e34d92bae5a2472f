"""A question as slides, without a word of its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from lachan.assembly import as_written, option_labels, target_labels
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
    option_texts,
    target_texts,
)
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import FormItem
from lachan.domain.rich.text import RichText
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.pieces import (
    LETTERS,
    STATEMENTS,
    Grid,
    Marker,
    Para,
    Passage,
    Picture,
    Piece,
    Span,
    marked,
    plain,
    to_paras,
    to_pieces,
)

TASKS = {
    ItemType.SINGLE_CHOICE: "Chọn một ý",
    ItemType.MULTIPLE_CHOICE: "Chọn các ý đúng",
    ItemType.TRUE_FALSE_GROUP: "Đúng hay sai?",
    ItemType.SHORT_ANSWER: "Trả lời ngắn",
    ItemType.SHORT_TEXT: "Điền từ",
    ItemType.MATCHING: "Ghép đôi",
    ItemType.ORDERING: "Xếp theo thứ tự",
    ItemType.SCENARIO: "Tình huống",
    ItemType.ESSAY: "Viết hoặc nói",
}


def ask(number: int, item: Item) -> Iterator[Passage]:
    """Yield the slides of a question, a scenario's scenes one by one."""
    title = f"Câu {number}. {TASKS[item.type]}"
    asked: list[Piece] = list(to_pieces(item.asked))
    if item.media is not None:
        asked.append(Picture(item.media.path, item.media.alt))
    printed = as_written(item)
    match item.body:
        case SingleChoice() | MultipleChoice() | Ordering():
            asked += _list_options(item, printed, LETTERS)
        case TrueFalseGroup():
            asked += _list_options(item, printed, STATEMENTS)
        case ShortAnswer(_, _, unit):
            asked.append(plain(f"Trả lời: ……… {unit}".rstrip()))
        case ShortText():
            asked.append(plain("Trả lời: ………"))
        case Matching():
            asked.append(_show_sides(item, printed))
        case Essay(_, _, words) if words:
            asked.append(plain(f"Khoảng {words[0]}–{words[1]} chữ.", italic=True))
        case _:
            pass
    if isinstance(item.body, Scenario):
        yield from _show_scenes(number, asked, item.body)
    else:
        yield Passage(title, tuple(asked), Look.QUESTION)


def _list_options(item: Item, printed: FormItem, scheme: str) -> tuple[Piece, ...]:
    texts = option_texts(item.body)
    return _keep_together(list_texts([texts[each] for each in printed.options], scheme))


def list_texts(texts: Sequence[RichText], scheme: str) -> list[Piece]:
    return [
        piece
        for number, text in enumerate(texts, 1)
        for piece in marked(text, Marker(scheme, number))
    ]


def _keep_together(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Let all paragraphs stay on one slide with the next."""
    *before, last = pieces
    kept = (replace(each, keeps=True) if isinstance(each, Para) else each for each in before)
    return (*kept, last)


def _show_sides(item: Item, printed: FormItem) -> Grid:
    lefts, rights = option_texts(item.body), target_texts(item.body)
    labels, letters = option_labels(item, printed), target_labels(printed)
    rows = zip_longest(
        (_label(labels[each], lefts[each]) for each in printed.options),
        (_label(letters[each], rights[each]) for each in printed.targets),
        fillvalue=(),
    )
    return Grid(((Span("Nối"),), (Span("với"),)), tuple(rows), whole=True)


def _label(label: str, text: RichText) -> tuple[Span, ...]:
    return (Span(f"{label}. ", bold=True), *flatten(text))


def flatten(text: RichText) -> tuple[Span, ...]:
    """Return a text as one line, as the cell of a table holds it."""
    paras = to_paras(text)
    return tuple(
        span
        for number, para in enumerate(paras)
        for span in ((Span("\n"),) if number else ()) + para.spans
    )


def _show_scenes(number: int, asked: Sequence[Piece], scenario: Scenario) -> Iterator[Passage]:
    """Yield a slide for each scene, with links to what a choice leads to; the first begins it."""
    places = {scene.id: place for place, scene in enumerate(scenario.scenes, 1)}
    for place, scene in enumerate(scenario.scenes, 1):
        ways = [
            replace(piece, spans=(*piece.spans, _lead_to(number, places[choice.next])))
            if isinstance(piece, Para) and piece.marker
            else piece
            for letter, choice in enumerate(scene.choices, 1)
            for piece in marked(choice.text, Marker(LETTERS, letter))
        ]
        pieces = (*to_pieces(scene.text), *_keep_together(ways or [_look_back(number)]))
        title = f"Câu {number}. Ô {place}" + ("" if ways else " (kết)")
        if place == 1:
            title = f"Câu {number}. {TASKS[ItemType.SCENARIO]}, ô 1"
            pieces = (*asked, *pieces)
        yield Passage(title, pieces, Look.QUESTION, key=_key(number, place))


def _lead_to(number: int, place: int) -> Span:
    return Span(f" →\u00a0Ô\u00a0{place}", italic=True, jump=_key(number, place))


def _look_back(number: int) -> Para:
    return Para((Span("→ Cùng xem lại", italic=True, jump=answer_key(number)),))


def _key(number: int, place: int) -> str:
    return f"cau-{number}-o-{place}"


def answer_key(number: int) -> str:
    """Return the key of the passage that answers a question."""
    return f"cau-{number}-dap-an"
