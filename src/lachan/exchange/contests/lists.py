"""Workbooks of a contest: the codes to hand out, and the results with every tie-break."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO

from lachan.domain.contests.contest import Contest, RankKey
from lachan.domain.contests.item_shares import ItemShare
from lachan.domain.contests.standings import GroupRow, RankedRow, Ranking
from lachan.domain.names import RANK_KEY_NAMES
from lachan.domain.papers.rosters import Entrant
from lachan.exchange.contests.results import write_item_sheet
from lachan.exchange.excel.style import SheetStyle, new_workbook
from lachan.text import VIETNAM, format_decimal

CODE_SHEET = "Mã dự thi"
RESULT_SHEET = "Xếp hạng"
GROUP_SHEET = "Tập thể"
RULE_SHEET = "Cách xếp"

NOBODY = Entrant("")

_PERSON_COLUMNS = [("SBD", 10), ("Họ và tên", 28), ("Lớp", 9), ("Trường", 26)]
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
) -> bytes:
    """Return ket-qua.xlsx: the ranking, the groups, the items and the rule.

    Parameters
    ----------
    people, group_labels
        Names by pseudonym and by group; those that lack stay empty, as after erasing.
    created
        When the contest was closed: the same result gives the same bytes.
    shares
        How each item was answered.
    """
    out = BytesIO()
    with new_workbook(out, f"Kết quả – {contest.title}", _local(created)) as workbook:
        style = SheetStyle(workbook)
        _write_ranking(style, contest, ranking, people)
        if groups:
            _write_groups(style, contest, groups, group_labels)
        if shares:
            write_item_sheet(style, contest.title, shares)
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
        columns=[
            ("Hạng", 7),
            *_PERSON_COLUMNS,
            ("Mã ẩn danh", 18),
            ("Câu đúng", 9),
            ("Điểm", 8),
            ("Dự đoán", 10),
            ("Sai lệch", 9),
            ("Thời gian", 12),
            ("Nộp lúc", 20),
            ("Kém hạng trên ở", 22),
            ("Giải", 16),
        ],
        rows=[_result_cells(row, people) for row in ranking.rows],
        frozen_columns=3,
    )


def _result_cells(row: RankedRow, people: Mapping[str, Entrant]) -> list[str]:
    done = row.finished
    return [
        f"{row.place}{' (đồng hạng)' if row.tied else ''}",
        *_person_cells(people.get(done.pseudonym, NOBODY)),
        done.pseudonym,
        f"{done.correct}/{done.total}",
        format_decimal(done.score),
        "" if done.prediction is None else str(done.prediction),
        "" if row.distance is None else str(row.distance),
        format_duration(done.time_used_us),
        done.submitted_at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S"),
        RANK_KEY_NAMES[row.decided_by] if row.decided_by else "",
        row.prize,
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
            ("Hạng đông nhất", 12),
            ("Người dự thi", 10),
            ("Hạng nhiều giải", 12),
            *((prize.title, 14) for prize in contest.prizes),
            ("Đúng hết", 9),
            ("Tổng câu đúng", 11),
        ],
        rows=[
            [
                labels.get(group.group, group.group),
                str(group.size_place),
                str(group.entrants),
                str(group.prize_place),
                *map(str, group.prizes),
                str(group.all_correct),
                str(group.correct),
            ]
            for group in groups
        ],
        centred_from=1,
        frozen_columns=1,
    )


def _write_rule(style: SheetStyle, contest: Contest, ranking: Ranking) -> None:
    rows = [
        [str(number), RANK_KEY_NAMES[key], _BETTER[key]]
        for number, key in enumerate(contest.keys, 1)
    ]
    if contest.prediction:
        rows.append(["", "số người đúng hết (đáp án câu dự đoán)", str(ranking.all_correct)])
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
