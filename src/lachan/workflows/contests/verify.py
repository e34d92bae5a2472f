"""Check a contest's public bundle: compute everything again, trusting nothing but the answers.

Written apart from the program that held the contest and sharing no code with it, so that a
mistake there is not repeated here. It needs Python 3.11 and nothing else, and stands in every
bundle: ``python kiem_tra.py BUNDLE.zip --commitment HEX``.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Json = dict[str, Any]

FORMATS = {"contest.json": "lachan-bundle/1", "key.json": "lachan-key/1"}

START_FIELDS = ("pseudonym", "attempt", "form", "started")
ANSWER_FIELDS = ("number", "item", "seq", "value", "received")
ACT_FIELDS = ("number", "at", "act", "subject", "amount", "private")
ROOT_FIELDS = ("pseudonym", "attempt", "group", "chain", "deadline", "submitted", "paused")
PREDICTION = "du-doan"
MINUTE = 60_000_000
NO_LIMIT = 0
# A zip of a few kilobytes can unpack to anything: no contest's documents are larger.
LARGEST_DOCUMENT = 200_000_000
LARGEST_LINE = 20_000_000
LARGEST_ATTEMPTS = 8_000_000_000
# What a document that is none, a broken zip, or lists in lists without end may raise.
BROKEN = (
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
    *(EOFError, zipfile.BadZipFile, zlib.error),
)


USAGE = """Kiểm chứng hồ sơ công khai của một cuộc thi.
Cách dùng: python kiem_tra.py HỒ_SƠ.zip [--commitment MÃ_CAM_KẾT]
MÃ_CAM_KẾT là mã cam kết đáp án đã công bố trước giờ mở."""


class BundleError(ValueError):
    """The file is no bundle, or parts of it are missing."""


@dataclass
class Report:
    """What was looked at and what does not fit; empty `faults` mean that everything does."""

    attempts: int = 0
    answers: int = 0
    entrants: int = 0
    faults: list[str] = field(default_factory=list)

    def hold(self, fits: bool, fault: str) -> None:
        """Note a fault unless `fits`."""
        if not fits:
            self.faults.append(fault)


def verify_bundle(path: str, commitment: str = "") -> Report:
    """Return what checking the bundle at `path` found.

    Parameters
    ----------
    commitment
        As it was published before the contest; without it, only the one in the bundle is held
        against the key.

    Raises
    ------
    BundleError
        Where the file is something else.
    """
    report = Report()
    try:
        _check(report, path, commitment)
    except BundleError:
        raise
    except BROKEN as e:
        raise BundleError("tệp không phải hồ sơ kiểm chứng, hoặc bị hỏng") from e
    return report


def _check(report: Report, path: str, commitment: str) -> None:
    with zipfile.ZipFile(path) as archive:
        about = json.loads(_read(archive, "contest.json"))
        key_bytes = _read(archive, "key.json")
        key = json.loads(key_bytes)
        _require_format("contest.json", about)
        _require_format("key.json", key)
        ranking = json.loads(_read(archive, "ranking.json"))
        acts = [json.loads(line) for line in _read(archive, "acts.jsonl").splitlines()]
        _check_key(report, about, key_bytes, commitment)
        closing = _check_acts(report, acts)
        _hold_size(archive, "attempts.jsonl", LARGEST_ATTEMPTS)
        with archive.open("attempts.jsonl") as lines:
            attempts = map(json.loads, iter(lambda: lines.readline(LARGEST_LINE), b""))
            finished, root = _check_attempts(report, attempts, about, key, _read_grants(acts))
    report.hold(closing.get("subject") == root, "các lượt thi không khớp lúc cuộc thi kết thúc")
    report.hold(closing.get("amount") == report.attempts, "số lượt thi không khớp")
    _check_counts(report, finished, about["contest"]["attempts"])
    _check_ranking(report, about, finished, ranking)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    _hold_size(archive, name, LARGEST_DOCUMENT)
    return archive.read(name)


def _hold_size(archive: zipfile.ZipFile, name: str, most: int) -> None:
    # No more than this is unpacked, whatever the file really holds.
    size = archive.getinfo(name).file_size
    if size > most:
        raise BundleError(f"{name} giải nén ra {size:,} byte, không hồ sơ nào nặng đến thế")


def _require_format(name: str, document: Json) -> None:
    """Refuse what another version wrote: its fields might mean something else here."""
    found, known = document["format"], FORMATS[name]
    if found != known:
        raise BundleError(
            f"{name} ghi theo dạng {found}, chương trình này chỉ đọc dạng {known}; "
            f"hãy dùng kiem_tra.py nằm trong chính hồ sơ ấy"
        )


def _check_key(report: Report, about: Json, key: bytes, commitment: str) -> None:
    found = hashlib.sha256(bytes.fromhex(about["nonce"]) + key).hexdigest()
    report.hold(found == about["commitment"], "đáp án không khớp mã cam kết trong hồ sơ")
    if commitment:
        same = found == commitment.strip().lower()
        report.hold(same, "đáp án không khớp mã cam kết đã công bố")
    items = json.loads(key)["items"]
    revisions = {item_id: item["revision"] for item_id, item in items.items()}
    report.hold(revisions == about["revisions"], "phiên bản câu hỏi không khớp đáp án")


def _link(previous: str, record: Json) -> str:
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((previous + "\n" + text).encode("utf-8")).hexdigest()


def _pick(record: Json, names: tuple[str, ...]) -> Json:
    return {name: record[name] for name in names}


def _check_acts(report: Report, acts: list[Json]) -> Json:
    """Return the act that closed the contest, which holds the root over all attempts."""
    head = ""
    for expected, act in enumerate(acts, 1):
        head = _link(head, _pick(act, ACT_FIELDS))
        fits = act["number"] == expected and act["hash"] == head
        report.hold(fits, f"nhật kí ban tổ chức đứt ở dòng {expected}")
    return next((act for act in reversed(acts) if act["act"] == "close"), {})


@dataclass
class Grants:
    """What the log gave beyond the declared time; moments and times in microseconds.

    Attributes
    ----------
    given
        More time, by person.
    pauses
        From when to when the time of all or of a room stood still. Who sat in which room is not
        public, so that each counts for everyone.
    reopened
        When someone was let in again, by person.
    """

    given: dict[str, int] = field(default_factory=dict)
    pauses: list[tuple[int, int]] = field(default_factory=list)
    reopened: dict[str, list[int]] = field(default_factory=dict)


def _read_grants(acts: list[Json]) -> Grants:
    grants, since = Grants(), {}
    for act in acts:
        subject, at = act["subject"], act["at"]
        if act["act"] in ("extend", "reopen"):
            grants.given[subject] = grants.given.get(subject, 0) + act["amount"] * MINUTE
        if act["act"] == "reopen":
            grants.reopened.setdefault(subject, []).append(at)
        elif act["act"] == "pause":
            since[subject] = at
        elif act["act"] == "resume" and subject in since:
            grants.pauses.append((since.pop(subject), at))
    return grants


def _check_attempts(
    report: Report, attempts: Iterator[Json], about: Json, key: Json, grants: Grants
) -> tuple[list[Json], str]:
    """Return every attempt with what it is worth, and the root over all of them."""
    finished, root = [], ""
    for attempt in attempts:
        name = f"{attempt['pseudonym']}, lượt {attempt['attempt']}"
        report.attempts += 1
        report.answers += len(attempt["answers"])
        _check_window(report, name, attempt, about, grants.given.get(attempt["pseudonym"], 0))
        _check_paused(report, name, attempt, about, grants)
        _check_chain(report, name, attempt, about)
        root = _link(root, _pick(attempt, ROOT_FIELDS))
        finished.append(_score_again(report, name, attempt, key))
    return finished, root


def _check_window(report: Report, name: str, attempt: Json, about: Json, given: int) -> None:
    """Hold an attempt to the declared hours and minutes, and to what the log has given more."""
    opens = round(datetime.fromisoformat(about["contest"]["opens_at"]).timestamp() * 1_000_000)
    started, closes = attempt["started"], about["closes_at_us"]
    report.hold(opens <= started < closes, f"{name}: bắt đầu ngoài giờ mở cửa")
    latest = min(started + about["contest"]["minutes"] * MINUTE, closes)
    in_time = attempt["deadline"] <= latest + attempt["paused"] + given
    report.hold(in_time, f"{name}: được nhiều giờ hơn thể lệ và nhật kí cho phép")


def _check_paused(report: Report, name: str, attempt: Json, about: Json, grants: Grants) -> None:
    """Hold the time that stood still to the pauses, and to the waits for being let in again."""
    started, grace = attempt["started"], about["contest"]["grace_s"] * 1_000_000
    stood = [span for span in grants.pauses if span[0] <= attempt["submitted"]]
    for at in grants.reopened.get(attempt["pseudonym"], []):
        # When it had been submitted is written over; not before the last answer until then.
        received = [a["received"] for a in attempt["answers"] if a["received"] <= at]
        stood.append((max(started, max(received, default=started) - grace), at))
    # The moment of a pause is taken before it waits for its turn, and an attempt may start then.
    longest, end = 0, started - grace
    for since, until in sorted(stood):
        longest += max(0, until - max(since, end))
        end = max(end, until)
    in_log = attempt["paused"] <= longest
    report.hold(in_log, f"{name}: được dừng giờ lâu hơn nhật kí cho thấy")


def _check_counts(report: Report, finished: list[Json], most: int) -> None:
    numbers: dict[str, list[int]] = {}
    for attempt in finished:
        numbers.setdefault(attempt["pseudonym"], []).append(attempt["attempt"])
    for name, own in numbers.items():
        in_order = sorted(own) == list(range(1, len(own) + 1))
        fits = in_order and (most == NO_LIMIT or len(own) <= most)
        report.hold(fits, f"{name}: số lượt thi trái thể lệ")


def _check_chain(report: Report, name: str, attempt: Json, about: Json) -> None:
    head = _link("", _pick(attempt, START_FIELDS))
    latest = attempt["submitted"] + about["contest"]["grace_s"] * 1_000_000
    for expected, answer in enumerate(attempt["answers"], 1):
        head = _link(head, _pick(answer, ANSWER_FIELDS))
        fits = answer["number"] == expected and answer["hash"] == head
        report.hold(fits, f"{name}: chuỗi băm đứt ở lần trả lời {expected}")
        in_time = attempt["started"] <= answer["received"] <= latest
        report.hold(in_time, f"{name}: lần trả lời {expected} ngoài giờ làm bài")
    report.hold(head == attempt["chain"], f"{name}: chuỗi băm không khớp dấu vân tay")
    report.hold(attempt["submitted"] <= attempt["deadline"], f"{name}: nộp sau khi hết giờ")


def _score_again(report: Report, name: str, attempt: Json, key: Json) -> Json:
    last: dict[str, tuple[int, str]] = {}
    for answer in attempt["answers"]:
        if answer["seq"] > last.get(answer["item"], (0, ""))[0]:
            last[answer["item"]] = answer["seq"], answer["value"]
    said = {item_id: json.loads(value) for item_id, (_, value) in last.items()}
    correct, total, score = 0, 0, Decimal(0)
    for part in key["forms"][attempt["form"]]:
        for item_id in part["items"]:
            total += 1
            value = said.get(item_id)
            if value is not None:
                full, points = _mark(key["items"][item_id], value, part)
                correct += full
                score += points
    told = attempt["correct"], attempt["total"], Decimal(attempt["score"])
    report.hold(told == (correct, total, score), f"{name}: chấm lại ra kết quả khác")
    return {
        **{name: attempt[name] for name in ("pseudonym", "attempt", "group", "submitted")},
        "correct": correct,
        "all": correct == total,
        "score": score,
        "prediction": said.get(PREDICTION),
        "time": attempt["submitted"] - attempt["started"] - attempt["paused"],
    }


def _mark(item: Json, value: Any, part: Json) -> tuple[bool, Decimal]:
    """Return whether an answer is fully right, and its points."""
    key, points = item["key"], Decimal(part["points"])
    match item["type"]:
        case "single_choice" | "ordering":
            right = value == key
        case "multiple_choice":
            right = sorted(value) == key
        case "short_answer":
            right = _plain_number(value) in map(_plain_number, key)
        case "short_text":
            right = _plain_words(value) in map(_plain_words, key)
        case "true_false_group":
            hits = sum(value.get(name) is truth for name, truth in key.items())
            return hits == len(key), Decimal(part["steps"][hits - 1]) if hits else Decimal(0)
        case "matching":
            return _mark_share(sum(value.get(a) == b for a, b in key.items()), len(key), points)
        case "scenario":
            best = _walk(key, value)
            return _mark_share(sum(best), len(best), points)
        case other:
            raise ValueError(other)
    return right, points if right else Decimal(0)


def _mark_share(hits: int, count: int, points: Decimal) -> tuple[bool, Decimal]:
    if count and hits == count:
        return True, points
    share = Decimal(hits) / max(count, 1)
    return False, share.quantize(Decimal("0.01"), ROUND_HALF_UP) * points


def _walk(key: Json, path: list[str]) -> list[bool]:
    scene, best = key["first"], []
    for name in path:
        choice = key["scenes"][scene][name]
        best.append(choice["best"])
        scene = choice["next"]
    return best


def _plain_number(text: str) -> str:
    kept = re.sub("[ \t\r\n\u00a0\u2009\u202f]", "", text)
    return kept.replace("\u2212", "-").replace("\u2013", "-").replace(".", ",")


def _plain_words(text: str) -> str:
    letters = unicodedata.normalize("NFC", text).lower()
    return " ".join(re.sub(r"[^\w\s]|_", " ", letters).split())


def _measures(about: Json, all_correct: int) -> dict[str, Callable[[Json], Any]]:
    """Return, for each key of the declared order, a number that is smaller for the better."""

    def far(each: Json) -> float:
        guess = each["prediction"]
        return float("inf") if guess is None else abs(guess - all_correct)

    known: dict[str, Callable[[Json], Any]] = {
        "correct": lambda each: -each["correct"],
        "score": lambda each: -each["score"],
        "prediction": far,
        "time": lambda each: each["time"],
        "submitted": lambda each: each["submitted"],
    }
    return {name: known[name] for name in about["contest"]["ranking"]}


def _sort(attempts: list[Json], measures: list[Callable[[Json], Any]]) -> list[Json]:
    """Sort by the last key first: each stable pass keeps the order of those after it."""
    ordered = list(attempts)
    for measure in reversed(measures):
        ordered.sort(key=measure)
    return ordered


def _counted(attempts: list[Json], about: Json) -> list[Json]:
    measures = _measures(about, 0)
    measures.pop("prediction", None)
    people: dict[str, list[Json]] = {}
    for each in sorted(attempts, key=lambda each: (each["pseudonym"], each["attempt"])):
        people.setdefault(each["pseudonym"], []).append(each)
    match about["contest"]["counted"]:
        case "first":
            return [own[0] for own in people.values()]
        case "last":
            return [own[-1] for own in people.values()]
        case _:
            return [_sort(own, list(measures.values()))[0] for own in people.values()]


def _check_ranking(report: Report, about: Json, attempts: list[Json], told: Json) -> None:
    counted = _counted(attempts, about)
    report.entrants = len(counted)
    all_correct = sum(each["all"] for each in counted)
    report.hold(all_correct == about["all_correct"], "số người đúng hết không khớp")
    measures = _measures(about, all_correct)
    ordered = _sort(counted, list(measures.values()))
    expected = list(_rows(ordered, measures, about, all_correct))
    report.hold(len(expected) == len(told["rows"]), "bảng xếp hạng thừa hoặc thiếu người")
    for row, own in zip(told["rows"], expected, strict=False):
        found = {name: row[name] for name in own} | {"score": Decimal(row["score"])}
        report.hold(found == own, f"hạng {row['place']}, {row['pseudonym']}: tính lại ra khác")
    _check_groups(report, about, expected, told["groups"])


def _rows(
    ordered: list[Json], measures: dict[str, Callable[[Json], Any]], about: Json, all_correct: int
) -> Iterator[Json]:
    values = [tuple(measure(each) for measure in measures.values()) for each in ordered]
    place = 0
    for index, each in enumerate(ordered):
        same_above = index > 0 and values[index] == values[index - 1]
        same_below = index + 1 < len(values) and values[index] == values[index + 1]
        place = place if same_above else index + 1
        decided = None
        if index and not same_above:
            above = values[index - 1]
            decided = next(
                name
                for name, own, other in zip(measures, values[index], above, strict=True)
                if own != other
            )
        guess = each["prediction"]
        yield {
            "place": place,
            "pseudonym": each["pseudonym"],
            "attempt": each["attempt"],
            "group": each["group"],
            "correct": each["correct"],
            "score": each["score"],
            "prediction": guess,
            "distance": None if guess is None else abs(guess - all_correct),
            "time_used_us": each["time"],
            "submitted_us": each["submitted"],
            "decided_by": decided,
            "tied": same_above or same_below,
            "prize": _prize(place, each["score"], about["contest"]),
        }


def _prize(place: int, score: Decimal, contest: Json) -> str:
    if score < Decimal(contest.get("prize_minimum", 0)):
        return ""
    left = place
    for prize in contest["prizes"]:
        if left <= prize["count"]:
            return str(prize["title"])
        left -= prize["count"]
    return ""


def _check_groups(report: Report, about: Json, rows: list[Json], told: list[Json]) -> None:
    titles = [prize["title"] for prize in about["contest"]["prizes"]]
    members: dict[str, list[Json]] = {}
    for row in rows:
        if row["group"]:
            members.setdefault(row["group"], []).append(row)
    size = {name: (len(own), sum(r["correct"] for r in own)) for name, own in members.items()}
    won = {
        name: (*(sum(r["prize"] == t for r in own) for t in titles), size[name][1])
        for name, own in members.items()
    }
    for each in told:
        name = each["group"]
        fits = name in members and (
            (each["entrants"], each["correct"]) == size[name]
            and tuple(each["prizes"]) == won[name][:-1]
            and each["size_place"] == 1 + sum(len(own) > size[name][0] for own in members.values())
            and each["prize_place"] == 1 + sum(other > won[name] for other in won.values())
        )
        report.hold(fits, f"giải tập thể, {name}: tính lại ra khác")
    report.hold(len(told) == len(members), "giải tập thể thừa hoặc thiếu đơn vị")


def tell(report: Report) -> str:
    """Return a report in words."""
    looked = f"{report.entrants} người, {report.attempts} lượt thi, {report.answers} lần trả lời"
    if not report.faults:
        return (
            f"KHỚP: {looked}; đáp án, giờ làm bài, điểm, xếp hạng và nhật kí đều tính lại ra "
            "như công bố."
        )
    shown = "\n".join(f"- {fault}" for fault in report.faults[:50])
    return f"KHÔNG KHỚP: {len(report.faults)} chỗ ({looked})\n{shown}"


def main() -> None:
    """Check the bundle that the command line names; exit status 1 where something differs."""
    match [
        piece
        for word in sys.argv[1:]
        for piece in (word.split("=", 1) if word.startswith("--commitment=") else [word])
    ]:
        case [bundle] if not bundle.startswith("-"):
            commitment = ""
        case [bundle, "--commitment", commitment] | ["--commitment", commitment, bundle]:
            pass
        case _:
            sys.exit(USAGE)
    try:
        report = verify_bundle(bundle, commitment)
    except BundleError as error:
        sys.exit(f"{bundle}: {error}")
    except OSError:
        sys.exit(f"{bundle}: không có tệp này, hoặc không có quyền đọc")
    print(tell(report))  # noqa: T201 (a program of its own)
    sys.exit(1 if report.faults else 0)


if __name__ == "__main__":
    main()
