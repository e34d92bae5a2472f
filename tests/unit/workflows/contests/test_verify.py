"""A closed contest computed again by the program that shares no code with ours."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from lachan.domain.contests.contest import Counted, EntryMode, GroupBy, RankKey
from lachan.domain.papers.rosters import Entrant
from lachan.store.contests.tables import attempts
from lachan.workflows.contests import verify as verify_contest
from lachan.workflows.contests.bundle import VERIFIER, render_bundle
from lachan.workflows.contests.outcome import Outcome, close_contest, read_outcome
from lachan.workflows.contests.verify import BundleError, Report, tell, verify_bundle
from lachan.workflows.contests.views import ContestError, Refusal
from support.contest_day import (
    MINUTE,
    OPENS,
    SECOND,
    SLUG,
    WHO,
    ContestDay,
    StandingClock,
    create,
    open_day,
)

NAMES = ["Nguyễn Thị Ánh", "Trần Văn Đức", "Lê Gia Hân", "Phạm Minh Khôi"]
CLASS_LIST = [
    Entrant(f"{number:06}", f"{NAMES[number % 4]} {number}", f"6A{number % 3}", "THCS Tân Hòa")
    for number in range(1, 13)
]


def _hold(day: ContestDay, seed: int = 1) -> Outcome:
    """Let twelve pupils of three classes sit, some better, some twice, some to the last minute."""
    rng = random.Random(seed)
    day.clock.now = OPENS - MINUTE
    cards = day.office.add_people(SLUG, CLASS_LIST, who=WHO)
    day.clock.now = OPENS
    for index, card in enumerate(cards):
        for number in range(1 + index % 2):
            session = day.desk.enter(SLUG, card.code, f"máy {number}")
            day.desk.start(session.token)
            day.pass_time(SECOND * rng.randrange(1, 60))
            for answer in rng.sample(day.right_answers(), rng.randrange(9)):
                day.desk.save(session.token, [answer])
            if index % 3:
                day.desk.save(session.token, [day.pick(rng.choice("ab"), 2)])
            if index % 5:
                day.desk.submit(session.token, rng.randrange(6) if index % 4 else None)
            else:
                day.pass_time(16 * MINUTE)
                day.desk.read(session.token)
    day.office.message(SLUG, "Còn ít phút.", who=WHO)
    day.clock.now = OPENS + 300 * MINUTE
    return close_contest(day.database, SLUG, who=WHO)


@pytest.fixture
def held(database_url: str) -> Iterator[ContestDay]:
    with open_day(database_url, StandingClock()) as day:
        create(
            day,
            closes_at=OPENS + 240 * MINUTE,
            entry=EntryMode.ROSTER,
            group_by=GroupBy.CLASS,
            attempts=2,
        )
        _hold(day)
        yield day


def _write(day: ContestDay, tmp_path: Path) -> Path:
    path = tmp_path / "ho-so.zip"
    path.write_bytes(render_bundle(day.database, SLUG))
    return path


def test_computing_again_gives_the_same_ranking(held: ContestDay, tmp_path: Path) -> None:
    path = _write(held, tmp_path)
    view = held.desk.find_contest(SLUG)
    assert view is not None
    report = verify_bundle(str(path), view.key_commitment)

    assert report.faults == []
    assert (report.entrants, report.attempts) == (12, 18)
    assert tell(report).startswith("KHỚP: 12 người, 18 lượt thi, ")
    assert path.read_bytes() == render_bundle(held.database, SLUG)


@pytest.mark.parametrize("end", ["submit", "close", "pause"])
def test_what_was_saved_while_an_end_waited_for_its_turn_is_in_time(
    database_url: str, tmp_path: Path, end: str
) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, grace_s=0)
        session, _ = day.begin()
        day.pass_time(20 * SECOND)
        day.desk.save(session.token, day.right_answers())
        # The moment of an act is taken before it waits for the database.
        day.pass_time(-10 * SECOND)
        if end == "submit":
            day.desk.submit(session.token)
        elif end == "pause":
            day.office.pause(SLUG, who=WHO)
        outcome = close_contest(day.database, SLUG, who=WHO, at_once=True)
        report = verify_bundle(str(_write(day, tmp_path)))

    assert report.faults == []
    assert [row.finished.time_used_us for row in outcome.ranking.rows] == [20_000_000]


def test_time_that_the_log_gave_is_no_fault(database_url: str, tmp_path: Path) -> None:
    with open_day(database_url, StandingClock(OPENS + 50 * MINUTE)) as day:
        create(day)
        session, begun = day.begin()
        by = {"who": WHO, "reason": "máy hỏng"}
        day.office.pause(SLUG, who=WHO)
        day.pass_time(3 * MINUTE)
        day.office.resume(SLUG, who=WHO)
        day.office.extend(SLUG, begun.pseudonym, 4, **by)
        day.desk.save(session.token, day.right_answers())
        day.desk.submit(session.token)
        day.pass_time(9 * MINUTE)
        day.office.reopen(SLUG, begun.pseudonym, 2, **by)
        day.office.move_closing(SLUG, OPENS + 70 * MINUTE, **by)
        # All there is: to the old closing, the pause, the wait to be let in again, four and two
        # minutes, and what the later closing gave back of the declared fifteen.
        day.pass_time((10 + 5 + 4 + 2) * MINUTE - SECOND)
        day.desk.save(session.token, [day.pick("a", 2)])
        close_contest(day.database, SLUG, who=WHO, at_once=True)
        report = verify_bundle(str(_write(day, tmp_path)))

    assert report.faults == []


@pytest.mark.parametrize(
    ("reopened", "more_us", "found"),
    [(False, 0, False), (False, 1, True), (True, 0, False), (True, 60_000_000, True)],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_time_that_stood_still_longer_than_the_log_says_is_found(
    database_url: str, tmp_path: Path, reopened: bool, more_us: int, found: bool
) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day)
        session, begun = day.begin()
        day.pass_time(MINUTE)
        # Of two pauses at once, a moment counts once.
        pause, resume = day.office.pause, day.office.resume
        for act, room in ((pause, ""), (pause, "P1"), (resume, "P1"), (resume, "")):
            act(SLUG, who=WHO, room=room)
            day.pass_time(2 * MINUTE)
        day.desk.save(session.token, day.right_answers())
        day.desk.submit(session.token)
        day.pass_time(3 * MINUTE)
        if reopened:
            day.office.reopen(SLUG, begun.pseudonym, 1, who=WHO, reason="bấm nhầm")
            day.desk.submit(session.token)
        # Someone with a hand in the database, before the closing binds what is in it.
        added = update(attempts).values(paused_us=attempts.c.paused_us + more_us)
        day.database.write(lambda connection: connection.execute(added))
        close_contest(day.database, SLUG, who=WHO, at_once=True)
        report = verify_bundle(str(_write(day, tmp_path)))

    fault = f"{begun.pseudonym}, lượt 1: được dừng giờ lâu hơn nhật kí cho thấy"
    assert report.faults == [fault] * found


def test_the_program_in_the_bundle_runs_by_itself(held: ContestDay, tmp_path: Path) -> None:
    path = _write(held, tmp_path)
    with zipfile.ZipFile(path) as archive:
        archive.extract(VERIFIER, tmp_path)
    command = [sys.executable, "-I", str(tmp_path / VERIFIER), str(path)]
    environment = {"PYTHONUTF8": "1", "PATH": ""}
    good = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
    )
    other = subprocess.run(
        [*command, "--commitment", "00"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=tmp_path,
    )

    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith("KHỚP")
    assert other.returncode == 1
    assert "- đáp án không khớp mã cam kết đã công bố\n" in other.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], verify_contest.USAGE),
        (["--help"], verify_contest.USAGE),
        (["--commitment", "ab"], verify_contest.USAGE),
        (["khong-co.zip"], "khong-co.zip: không có tệp này, hoặc không có quyền đọc"),
    ],
)
def test_the_program_says_how_it_is_called(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["kiem_tra.py", *words])
    with pytest.raises(SystemExit) as ended:
        verify_contest.main()
    assert told == ended.value.code


def test_the_program_shares_no_code_with_ours() -> None:
    tree = ast.parse(Path(verify_contest.__file__).read_text("utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }

    assert imported - {"__future__"} <= sys.stdlib_module_names


def test_no_name_code_or_text_of_an_item_is_in_the_bundle(held: ContestDay, tmp_path: Path) -> None:
    with zipfile.ZipFile(_write(held, tmp_path)) as archive:
        text = "\n".join(archive.read(name).decode() for name in archive.namelist())

    secret = (*NAMES, "6A1", "Tân Hòa", WHO, "Câu dẫn", "lí do cau")
    assert [word for word in secret if word in text] == []


def test_the_groups_of_the_public_list_have_names_only_inside(held: ContestDay) -> None:
    outcome = read_outcome(held.database, SLUG)

    assert sorted(outcome.group_labels.values()) == [f"6A{n} – THCS Tân Hòa" for n in range(3)]
    assert {group.group for group in outcome.groups} == set(outcome.group_labels)
    assert [group.entrants for group in outcome.groups] == [4, 4, 4]
    assert [group.size_place for group in outcome.groups] == [1, 1, 1]
    assert {row.finished.pseudonym for row in outcome.ranking.rows} == set(outcome.people)


def _tamper(path: Path, name: str, change: Callable[[str], str]) -> Report:
    """Change one file of the bundle and verify it."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for each in source.namelist():
            data = source.read(each).decode()
            changed = change(data) if each == name else data
            assert (changed != data) is (each == name)
            target.writestr(each, changed)
    other = path.with_name("sua.zip")
    other.write_bytes(out.getvalue())
    return verify_bundle(str(other))


def _edit_line(edit: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    """Change the first attempt in which something was answered."""

    def change(text: str) -> str:
        lines = [json.loads(line) for line in text.splitlines()]
        edit(next(line for line in lines if line["answers"]))
        return "\n".join(json.dumps(line) for line in lines)

    return change


def _swap_first_two(text: str) -> str:
    ranking = json.loads(text)
    rows = ranking["rows"]
    rows[0]["pseudonym"], rows[1]["pseudonym"] = rows[1]["pseudonym"], rows[0]["pseudonym"]
    return json.dumps(ranking)


def _open_later(text: str) -> str:
    about = json.loads(text)
    about["contest"]["opens_at"] = (OPENS + MINUTE).isoformat()
    return json.dumps(about)


def _close_earlier(text: str) -> str:
    about = json.loads(text)
    about["closes_at_us"] -= 239 * 60 * 1_000_000
    return json.dumps(about)


FORGERIES = {
    "an answer": ("attempts.jsonl", _edit_line(lambda a: a["answers"][0].update(value="null"))),
    "an answer left out": ("attempts.jsonl", _edit_line(lambda a: a["answers"].pop())),
    "an answer's time": (
        "attempts.jsonl",
        _edit_line(lambda a: a["answers"][0].update(received=a["answers"][0]["received"] + 1)),
    ),
    "a score": ("attempts.jsonl", _edit_line(lambda a: a.update(correct=a["correct"] + 1))),
    "a submission": (
        "attempts.jsonl",
        _edit_line(lambda a: a.update(submitted=a["submitted"] - 1)),
    ),
    "a pause": ("attempts.jsonl", _edit_line(lambda a: a.update(paused=a["paused"] + 1))),
    "a class": ("attempts.jsonl", _edit_line(lambda a: a.update(group="N-KHAC22"))),
    "an attempt left out": ("attempts.jsonl", lambda text: text.partition("\n")[2]),
    "the ranking": ("ranking.json", _swap_first_two),
    "the key": ("key.json", lambda text: re.sub(r'"key":"(\w)', r'"key":"x\1', text)),
    "the rule": ("contest.json", lambda text: text.replace('"time",', '"submitted",')),
    "the attempts allowed": (
        "contest.json",
        lambda text: text.replace('"attempts": 2', '"attempts": 1'),
    ),
    "the minutes": ("contest.json", lambda text: text.replace('"minutes": 15', '"minutes": 14')),
    "the opening": ("contest.json", _open_later),
    "the closing": ("contest.json", _close_earlier),
    "the log": ("acts.jsonl", lambda text: text.partition("\n")[2]),
    "an act": ("acts.jsonl", lambda text: text.replace('"act":"message"', '"act":"pause"')),
}


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_forgery_is_found(held: ContestDay, tmp_path: Path, forgery: str) -> None:
    name, change = FORGERIES[forgery]

    assert _tamper(_write(held, tmp_path), name, change).faults != []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_something_else_is_no_bundle(held: ContestDay, tmp_path: Path) -> None:
    other = tmp_path / "khac.zip"
    other.write_bytes(b"PK")
    with pytest.raises(BundleError):
        verify_bundle(str(other))
    with pytest.raises(BundleError):
        _tamper(_write(held, tmp_path), "contest.json", lambda _: "{}")


ODD = [
    "[" * 200_000 + "]" * 200_000,
    '{"format": ' + "[" * 200_000 + "]" * 200_000 + "}",
    "[]",
    "null",
    "7" * 5000,
    '{"format": [], "contest": [], "answers": 7}',
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "",
]


@pytest.mark.parametrize(
    "name", ["contest.json", "key.json", "ranking.json", "acts.jsonl", "attempts.jsonl"]
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_documents_of_any_shape_are_refused_in_words(
    held: ContestDay, tmp_path: Path, name: str
) -> None:
    path = _write(held, tmp_path)
    for odd in ODD:
        assert _blame(path, name, lambda _: odd) != []  # noqa: B023 (called at once)


def _blame(path: Path, name: str, change: Callable[[str], str]) -> list[str]:
    """Return what is said against a bundle with one changed file, whether it can be read or not."""
    try:
        return _tamper(path, name, change).faults
    except BundleError as refusal:
        return [str(refusal)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_fields_of_any_shape_are_refused_in_words(held: ContestDay, tmp_path: Path) -> None:
    path = _write(held, tmp_path)
    for name in ("contest.json", "key.json", "ranking.json", "attempts.jsonl", "acts.jsonl"):
        for seed in range(20):
            _blame(path, name, partial(_bend, random.Random(seed), name.endswith("l")))


def _bend(chance: random.Random, in_lines: bool, text: str) -> str:
    """Put something of another kind in the place of one value of a document, or of its lines."""
    lines = [json.loads(line) for line in (text.splitlines() if in_lines else [text])]
    value = chance.choice(lines)
    while isinstance(value, dict | list) and value:
        keys = list(value) if isinstance(value, dict) else range(len(value))
        key = chance.choice(keys)
        if chance.random() < 0.4 or not isinstance(value[key], dict | list):
            value[key] = chance.choice([None, [], {}, "", "x", -1, 1e308, [[]], {"a": {}}, True])
            break
        value = value[key]
    return "\n".join(map(json.dumps, lines))


@pytest.mark.parametrize("name", ["contest.json", "attempts.jsonl"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_bundle_that_says_it_unpacks_to_terabytes_is_not_unpacked(
    held: ContestDay, tmp_path: Path, name: str
) -> None:
    path = _write(held, tmp_path)
    data = bytearray(path.read_bytes())
    # The size once unpacked, in the list at the end of the zip: 20 bytes before the name begins
    # there (APPNOTE.TXT 4.3.12).
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode())) + 24
    data[place : place + 4] = b"\xfe\xff\xff\xff"
    path.write_bytes(data)
    if name == "contest.json":
        with pytest.raises(BundleError, match="không hồ sơ nào nặng đến thế"):
            verify_bundle(str(path))
    else:
        with contextlib.suppress(BundleError):
            verify_bundle(str(path))


@pytest.mark.parametrize("name", ["contest.json", "key.json"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_bundle_of_another_format_is_refused_in_words(
    held: ContestDay, tmp_path: Path, name: str
) -> None:
    def write_newer(text: str) -> str:
        return json.dumps(json.loads(text) | {"format": "lachan-moi/9"})

    with pytest.raises(BundleError, match=rf"^{name} ghi theo dạng lachan-moi/9, chương trình này"):
        _tamper(_write(held, tmp_path), name, write_newer)


ORDERS = [
    (RankKey.CORRECT, RankKey.TIME, RankKey.SUBMITTED),
    (RankKey.SCORE, RankKey.PREDICTION),
    (RankKey.SUBMITTED,),
    (RankKey.PREDICTION, RankKey.SCORE, RankKey.TIME),
    tuple(RankKey),
]


@pytest.mark.parametrize("counted", Counted)
@pytest.mark.parametrize("ranking", ORDERS, ids="-".join)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_rule_is_computed_alike(
    database_url: str, tmp_path: Path, ranking: tuple[RankKey, ...], counted: Counted
) -> None:
    with open_day(database_url, StandingClock()) as day:
        create(
            day,
            closes_at=OPENS + 240 * MINUTE,
            group_by=GroupBy.SCHOOL,
            attempts=2,
            ranking=ranking,
            counted=counted,
        )
        _hold(day, seed=len(ranking))
        path = _write(day, tmp_path)

    assert verify_bundle(str(path)).faults == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_score_too_low_for_a_prize_is_computed_alike(database_url: str, tmp_path: Path) -> None:
    with open_day(database_url, StandingClock()) as day:
        create(day, closes_at=OPENS + 240 * MINUTE, prize_minimum=Decimal(1000), attempts=2)
        outcome = _hold(day)
        path = _write(day, tmp_path)

    assert {""} == {row.prize for row in outcome.ranking.rows}
    assert verify_bundle(str(path)).faults == []


def test_no_bundle_before_closing(day: ContestDay) -> None:
    for ask in (render_bundle, read_outcome):
        with pytest.raises(ContestError) as raised:
            ask(day.database, SLUG)
        assert raised.value.reason is Refusal.NOT_CLOSED
