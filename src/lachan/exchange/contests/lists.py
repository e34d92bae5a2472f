"""Workbooks of a contest: the codes to hand out, and the results with every tie-break."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO

from lachan.domain.contests.contest import Contest, RankKey
from lachan.domain.contests.item_shares import AnswerRow, ItemShare
from lachan.domain.contests.standings import GroupRow, RankedRow, Ranking
from lachan.domain.misconceptions import Misconception
from lachan.domain.names import RANK_KEY_NAMES
from lachan.domain.papers.rosters import Entrant
from lachan.exchange.contests.results import (
    write_answer_sheet,
    write_item_sheet,
    write_misconception_sheet,
)
from lachan.exchange.excel.style import (
    MOMENT,
    WHOLE,
    Number,
    SheetStyle,
    Value,
    duration,
    new_workbook,
    points,
)
from lachan.grading import MisconceptionShare
from lachan.text import VIETNAM, format_decimal

CODE_SHEET = "Mã dự thi"
RESULT_SHEET = "Xếp hạng"
GROUP_SHEET = "Tập thể"
RULE_SHEET = "Cách xếp"

NOBODY = Entrant("")

_PERSON_COLUMNS = [("SBD", 10), ("Họ và tên", 28), ("Lớp", 9), ("Trường", 26)]
RESULT_COLUMNS = [
    ("Hạng", 13),
    *_PERSON_COLUMNS,
    ("Mã ẩn danh", 16),
    ("Câu đúng", 8),
    ("Điểm", 7),
    ("Dự đoán", 8),
    ("Sai lệch", 8),
    ("Thời gian", 11),
    ("Nộp lúc", 19),
    ("Phân hạng nhờ", 20),
    ("Giải", 14),
]
CODE_COLUMNS = [*_PERSON_COLUMNS, ("Phòng", 10), ("Mã ẩn danh", 18), ("Mã dự thi", 16)]


def render_code_workbook(
    title: str, cards: Sequence[tuple[Entrant, str, str]], created: dt.datetime
) -> bytes:
    """Return ma-du-thi.xlsx: person, pseudonym and entry code, a row each."""
    out = BytesIO()
    with new_workbook(out, f"Mã dự thi – {title}", _local(created)) as workbook:
        SheetStyle(workbook).add_sheet(
            CODE_SHEET,
            heading=f"{title} – mã dự thi (giữ kín, phát cho từng người)",
            columns=CODE_COLUMNS,
            rows=[
                [*_person_cells(person), person.room, pseudonym, code]
                for person, pseudonym, code in cards
            ],
            frozen_columns=2,
        )
    return out.getvalue()


def render_result_workbook(
    contest: Contest,
    ranking: Ranking,
    groups: Sequence[GroupRow],
    *,
    people: Mapping[str, Entrant],
    group_labels: Mapping[str, str],
    created: dt.datetime,
    shares: Sequence[ItemShare] = (),
    answers: Sequence[AnswerRow] = (),
    misconceptions: Sequence[MisconceptionShare] = (),
    catalogue: Sequence[Misconception] = (),
) -> bytes:
    """Return ket-qua.xlsx: the ranking with who was absent, groups, items, answers and the rule.

    Parameters
    ----------
    people, group_labels
        Names by pseudonym and by group; those that lack stay empty, as after erasing.
    created
        When the contest was closed: the same result gives the same bytes.
    shares, answers
        How each item was answered, by all and by each.
    misconceptions, catalogue
        What the wrong answers stand for, and the words of it.
    """
    out = BytesIO()
    with new_workbook(out, f"Kết quả – {contest.title}", _local(created)) as workbook:
        style = SheetStyle(workbook)
        _write_ranking(style, contest, ranking, people)
        if groups:
            _write_groups(style, contest, groups, group_labels)
        if shares:
            write_item_sheet(style, contest.title, shares)
        if misconceptions:
            known = {each.id: each for each in catalogue}
            write_misconception_sheet(style, contest.title, misconceptions, known)
        if answers:
            names = {pseudonym: person.name for pseudonym, person in people.items()}
            write_answer_sheet(style, contest.title, answers, shares, names)
        _write_rule(style, contest, ranking)
    return out.getvalue()


def _person_cells(person: Entrant) -> list[str]:
    return [person.number, person.name, person.class_name, person.school]


def _write_ranking(
    style: SheetStyle, contest: Contest, ranking: Ranking, people: Mapping[str, Entrant]
) -> None:
    style.add_sheet(
        RESULT_SHEET,
        heading=f"{contest.title} – xếp hạng",
        note=tell_rule(contest),
        columns=RESULT_COLUMNS,
        rows=[
            *(_result_cells(row, people) for row in ranking.rows),
            *_absent_rows(ranking, people),
        ],
        frozen_columns=3,
        one_page=True,
    )


def tell_rule(contest: Contest) -> str:
    """Return by what people are ranked, and that nothing else counts."""
    keys = ", rồi ".join(RANK_KEY_NAMES[key] for key in contest.keys)
    return f"Xếp theo {keys}. Cột không nêu ở đây chỉ để xem.{tell_minimum(contest)}"


def tell_minimum(contest: Contest) -> str:
    """Return what score a prize needs, as a sentence after others; "" where it needs none."""
    least = contest.prize_minimum
    return f" Giải chỉ trao cho bài đạt từ {format_decimal(least)} điểm." if least else ""


def _result_cells(row: RankedRow, people: Mapping[str, Entrant]) -> list[Value]:
    done = row.finished
    return [
        Number(row.place, '0" (đồng hạng)"' if row.tied else WHOLE),
        *_person_cells(people.get(done.pseudonym, NOBODY)),
        done.pseudonym,
        Number(done.correct, f'0"/{done.total}"'),
        points(done.score),
        "" if done.prediction is None else Number(done.prediction),
        "" if row.distance is None else Number(row.distance),
        duration(done.time_used_us),
        Number(_local(done.submitted_at), MOMENT),
        RANK_KEY_NAMES[row.decided_by] if row.decided_by else "",
        row.prize,
    ]


def _absent_rows(ranking: Ranking, people: Mapping[str, Entrant]) -> list[list[Value]]:
    """Return those on the list who handed nothing in, in the order of the list."""
    came = {row.finished.pseudonym for row in ranking.rows}
    return [
        [
            "vắng",
            *_person_cells(person),
            pseudonym,
            *[""] * (len(RESULT_COLUMNS) - len(_PERSON_COLUMNS) - 2),
        ]
        for pseudonym, person in people.items()
        if pseudonym not in came
    ]


def _write_groups(
    style: SheetStyle,
    contest: Contest,
    groups: Sequence[GroupRow],
    labels: Mapping[str, str],
) -> None:
    style.add_sheet(
        GROUP_SHEET,
        heading=f"{contest.title} – tập thể",
        columns=[
            ("Tập thể", 34),
            ("Hạng số người dự thi", 12),
            ("Người dự thi", 10),
            ("Hạng nhiều giải", 12),
            *((prize.title, 14) for prize in contest.prizes),
            ("Đúng hết", 9),
            ("Tổng câu đúng", 11),
        ],
        rows=[
            [
                labels.get(group.group, group.group),
                Number(group.size_place),
                Number(group.entrants),
                Number(group.prize_place),
                *map(Number, group.prizes),
                Number(group.all_correct),
                Number(group.correct),
            ]
            for group in groups
        ],
        centred_from=1,
        frozen_columns=1,
        one_page=True,
    )


def _write_rule(style: SheetStyle, contest: Contest, ranking: Ranking) -> None:
    rows: list[list[Value]] = [
        [Number(number), RANK_KEY_NAMES[key], _BETTER[key]]
        for number, key in enumerate(contest.keys, 1)
    ]
    if contest.prediction:
        rows.append(["", "số người đúng hết (đáp án câu dự đoán)", Number(ranking.all_correct)])
    if contest.prize_minimum:
        rows.append(["", "điểm tối thiểu để được giải", points(contest.prize_minimum)])
    style.add_sheet(
        RULE_SHEET,
        heading="Xếp theo thứ tự dưới đây; bằng nhau ở mọi tiêu chí thì đồng hạng",
        columns=[("Thứ tự", 8), ("Tiêu chí", 40), ("Hạng cao hơn khi", 26)],
        rows=rows,
        frozen_columns=1,
    )


_BETTER = {
    RankKey.CORRECT: "nhiều hơn",
    RankKey.SCORE: "cao hơn",
    RankKey.PREDICTION: "nhỏ hơn",
    RankKey.TIME: "ngắn hơn",
    RankKey.SUBMITTED: "sớm hơn",
}


def format_duration(microseconds: int) -> str:
    """Return minutes, seconds and thousandths, as "14:03,250"."""
    milliseconds = microseconds // 1000
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes}:{rest // 1000:02},{rest % 1000:03}"


def _local(moment: dt.datetime) -> dt.datetime:
    """Return the Vietnamese time without its zone, which workbooks cannot hold."""
    return moment.astimezone(VIETNAM).replace(tzinfo=None)
