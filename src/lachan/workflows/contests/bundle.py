"""The public bundle of a closed contest: all that is needed to compute its ranking again.

It holds the declared rule, the key with the nonce that opens the commitment, every attempt
under its pseudonym with every answer in its hash chain, the log of the staff's acts without who
and why, the ranking, and a program that needs nothing but Python to check them. No name, no
entry code and no text of an item is in it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import BytesIO
from typing import Any, BinaryIO

from lachan.domain.canonical_json import canonical_json
from lachan.domain.contests.standings import GroupRow, RankedRow
from lachan.exchange import render_json
from lachan.exchange.contests.definition import contest_definition
from lachan.store import Connection
from lachan.store.contests import ContestRow
from lachan.store.contests.acts import StoredAct, list_acts
from lachan.store.schema import to_microseconds
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.outcome import Outcome, ScoredAttempt, iter_scored, read_outcome

FORMAT = "lachan-bundle/1"
VERIFIER = "kiem_tra.py"

README = """Hồ sơ kiểm chứng cuộc thi: {title}

Ai cũng tính lại được bảng xếp hạng từ hồ sơ này, không cần cài gì ngoài Python 3.11 trở lên:

    python {verifier} TÊN_TỆP_NÀY.zip --commitment MÃ_CAM_KẾT

MÃ_CAM_KẾT là dãy đã công bố trước giờ mở cuộc thi. Hồ sơ không có tên, mã dự thi hay nội dung
câu hỏi; mỗi người là một mã ngẫu nhiên. Ai đã dự thi tìm mã ẩn danh của mình
trong attempts.jsonl: 12 kí tự đầu của "chain" ở dòng ấy chính là mã biên nhận thấy lúc nộp bài
(mã biên nhận viết hoa, có gạch nối).

contest.json    thể lệ: cách xếp hạng, giải, lượt nào được tính, giờ mở và giờ đóng
key.json        đáp án, giống hệt lúc cam kết
attempts.jsonl  mỗi dòng một lượt thi, từng lần trả lời và chuỗi băm của nó
acts.jsonl      nhật kí của ban tổ chức (không có người làm và lí do)
ranking.json    bảng xếp hạng và giải tập thể
"""


def render_bundle(database: ContestDatabase, slug: str) -> bytes:
    """Return the bundle of a closed contest as a zip (see `write_bundle`)."""
    out = BytesIO()
    write_bundle(database, slug, out)
    return out.getvalue()


def write_bundle(database: ContestDatabase, slug: str, out: BinaryIO) -> None:
    """Write the bundle of a closed contest; the same contest gives the same bytes.

    Attempts go from the database to the file one by one, however many they are.

    Raises
    ------
    ContestError
        Before the contest is closed: the bundle holds the key.
    """
    outcome = read_outcome(database, slug)
    with database.read() as connection, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        row = get_contest(connection, slug)
        frozen = database.get_frozen(connection, row.id)
        readme = README.format(title=frozen.contest.title, verifier=VERIFIER)
        _add(archive, "DOC_TRUOC.txt", [readme.encode()])
        _add(archive, VERIFIER, [read_verifier()])
        _add(archive, "contest.json", [render_json(_contest(row, frozen, outcome))])
        _add(archive, "key.json", [frozen.key])
        _add(archive, "attempts.jsonl", _attempt_lines(connection, row, frozen))
        _add(archive, "acts.jsonl", (_line(_act(a)) for a in list_acts(connection, row.id)))
        _add(archive, "ranking.json", _ranking_pieces(outcome))


def read_verifier() -> bytes:
    """Return the source of the program that checks a bundle and imports nothing of ours."""
    return (files("lachan.workflows.contests") / "verify.py").read_bytes()


def _add(archive: zipfile.ZipFile, name: str, pieces: Iterator[bytes] | list[bytes]) -> None:
    # An entry of this kind is of 1980: the same contest gives the same bytes.
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)


def _contest(row: ContestRow, frozen: FrozenContest, outcome: Outcome) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "contest": contest_definition(frozen.contest),
        "closes_at_us": to_microseconds(row.closes_at),
        "commitment": frozen.commitment,
        "nonce": frozen.nonce,
        "all_correct": outcome.ranking.all_correct,
        "revisions": {item_id: item.revision for item_id, item in frozen.paper.items.items()},
    }


def _attempt_lines(
    connection: Connection, row: ContestRow, frozen: FrozenContest
) -> Iterator[bytes]:
    for scored in iter_scored(connection, row.id, frozen):
        yield _line(attempt_json(scored))


def attempt_json(scored: ScoredAttempt) -> dict[str, Any]:
    """Return an attempt with all that was saved in it, under its pseudonym."""
    attempt, finished = scored.attempt, scored.finished
    return {
        "pseudonym": finished.pseudonym,
        "attempt": finished.number,
        "group": finished.group,
        "form": attempt.form_code,
        "started": to_microseconds(attempt.started_at),
        "deadline": to_microseconds(attempt.deadline_at),
        "submitted": to_microseconds(finished.submitted_at),
        "submitted_by": attempt.submitted_by,
        "paused": attempt.paused_us,
        "chain": attempt.chain,
        "answers": [
            {
                "number": event.number,
                "item": event.item_id,
                "seq": event.seq,
                "value": event.value,
                "received": to_microseconds(event.received_at),
                "hash": event.hash,
            }
            for event in scored.events
        ],
        "correct": finished.correct,
        "total": finished.total,
        "score": str(finished.score),
    }


def _act(act: StoredAct) -> dict[str, Any]:
    return {
        "number": act.number,
        "at": to_microseconds(act.at),
        "act": act.act,
        "subject": act.subject,
        "amount": act.amount,
        "private": act.private_hash,
        "hash": act.hash,
    }


def _ranking_pieces(outcome: Outcome) -> Iterator[bytes]:
    """Yield one JSON object, a line for each row: the rows can be half a million."""
    yield b'{"groups":[\n'
    yield from _listed(map(_group, outcome.groups))
    yield b'],"rows":[\n'
    yield from _listed(map(_row, outcome.ranking.rows))
    yield b"]}\n"


def _listed(values: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for number, value in enumerate(values):
        yield b"," + _line(value) if number else _line(value)


def _row(row: RankedRow) -> dict[str, Any]:
    finished = row.finished
    return {
        "place": row.place,
        "pseudonym": finished.pseudonym,
        "attempt": finished.number,
        "group": finished.group,
        "correct": finished.correct,
        "score": str(finished.score),
        "prediction": finished.prediction,
        "distance": row.distance,
        "time_used_us": finished.time_used_us,
        "submitted_us": to_microseconds(finished.submitted_at),
        "decided_by": row.decided_by,
        "tied": row.tied,
        "prize": row.prize,
    }


def _group(group: GroupRow) -> dict[str, Any]:
    return {
        "group": group.group,
        "entrants": group.entrants,
        "all_correct": group.all_correct,
        "correct": group.correct,
        "prizes": list(group.prizes),
        "size_place": group.size_place,
        "prize_place": group.prize_place,
    }


def _line(value: dict[str, Any]) -> bytes:
    return f"{canonical_json(value)}\n".encode()
