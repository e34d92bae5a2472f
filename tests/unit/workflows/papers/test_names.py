"""Names on papers: printed where it is said what for, with the slip that asks; else nowhere."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lachan.content import Content
from lachan.domain.consent import NameUse
from lachan.domain.papers.rosters import Entrant
from lachan.workflows.papers.bench import PaperBench
from lachan.workflows.papers.files import PaperPress
from lachan.workflows.papers.make import make_papers, reprint_papers
from lachan.workflows.papers.options import OptionError, PaperOptions, options_from_json
from support.pdf import pdf_text

TODAY = dt.date(2026, 12, 1)
ROSTER = (Entrant("000001", "Lê An", "9A"), Entrant("000002", "Vũ Ân", "9A"))
NAMES = NameUse(("trao giải",), dt.date(2026, 12, 31), "Ban Tổ chức", "cô Hạnh")
NAMED: dict[str, Any] = {
    "purposes": ["trao giải"],
    "erase_on": "2026-12-31",
    "seen_by": "Ban Tổ chức",
    "withdraw": "cô Hạnh",
}
OPTIONS = {"styles": [], "word": False, "grid": "6x4"}
WITH_PEOPLE = (
    "phieu-tra-loi/phieu-tung-em.pdf",
    "phong-thi/so-do-cho-ngoi.pdf",
    "phong-thi/danh-sach-ki-nop.pdf",
    "phong-thi/danh-sach-dan-cua.pdf",
)
SLIP = "phong-thi/phieu-dong-y.pdf"


@pytest.fixture(scope="module")
def bench(real_content: Content) -> PaperBench:
    return PaperBench(real_content, lambda: TODAY)


def texts(
    bench: PaperBench, names: NameUse | None, roster: Sequence[Entrant] = ROSTER
) -> Mapping[str, str]:
    """Return the words of every file that tells of people."""
    blueprint = replace(bench.content.get_blueprint("khoi-dong-thcs"), codes=(), form_count=1)
    draft = bench.draft(blueprint)
    press = PaperPress(draft.paper, draft.context, PaperOptions(names=names), roster)
    return {name: pdf_text(make()) for name, make in press.files() if name in (*WITH_PEOPLE, SLIP)}


def test_without_a_reason_no_name_is_printed(bench: PaperBench) -> None:
    found = texts(bench, None)
    assert set(found) == set(WITH_PEOPLE)
    assert [name for name, words in found.items() if "Vũ" in words or "Lê An" in words] == []
    assert [name for name in WITH_PEOPLE[1:] if "000002" not in found[name]] == []
    assert "không ghi tên, chỉ dùng số báo danh" in found["phieu-tra-loi/phieu-tung-em.pdf"]
    assert "Họ và tên" not in found["phong-thi/danh-sach-ki-nop.pdf"]


def test_with_a_reason_names_are_printed_and_the_slip_that_asks(bench: PaperBench) -> None:
    found = texts(bench, NAMES)
    assert set(found) == {*WITH_PEOPLE, SLIP}
    assert [name for name in WITH_PEOPLE if "Vũ Ân" not in found[name]] == []
    assert "Trao giải" in found[SLIP]
    assert "máy chủ" not in found[SLIP]


def test_who_did_not_agree_has_a_number_beside_the_others(bench: PaperBench) -> None:
    found = texts(bench, NAMES, (ROSTER[0], Entrant("000002", "", "9A")))
    sheets = found["phieu-tra-loi/phieu-tung-em.pdf"]
    assert ("Lê An" in sheets, "không ghi tên" in sheets) == (True, True)


def test_options_tell_why_and_nothing_where_no_name_is_printed() -> None:
    assert "names" not in PaperOptions().to_json()
    options = PaperOptions(names=NAMES)
    assert options_from_json(json.loads(json.dumps(options.to_json()))) == options
    assert options_from_json({**OPTIONS, "names": None}).names is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"purposes": []}, "vì sao"),
        ({"purposes": "trao giải"}, "vì sao"),
        ({"erase_on": ""}, "chưa chọn ngày"),
        ({"erase_on": "cuối năm"}, "chưa chọn ngày"),
        ({"erase_on": "2026-12-01"}, "phải sau ngày thi xong"),
        ({"erase_on": "2028-01-01"}, "quá xa"),
        ({"seen_by": ""}, "ai xem"),
        ({"withdraw": None}, "báo ai"),
    ],
)
def test_what_is_not_said_of_names_is_told(
    bench: PaperBench, changes: dict[str, Any], words: str
) -> None:
    blueprint = bench.content.get_blueprint("khoi-dong-thcs")
    with pytest.raises(OptionError, match=words):
        bench.open_archive(blueprint, {**OPTIONS, "names": {**NAMED, **changes}}, ROSTER)


def test_a_set_is_not_begun_with_a_day_that_has_come(real_content: Content, tmp_path: Path) -> None:
    plan = real_content.get_blueprint("khoi-dong-thcs")
    options = PaperOptions(names=replace(NAMES, erase_on=TODAY))
    with pytest.raises(OptionError, match="ngày xóa tên"):
        make_papers(
            real_content, plan, tmp_path / "de", today=TODAY, options=options, roster=ROSTER
        )
    assert not (tmp_path / "de").exists()


def test_names_are_not_printed_again_once_their_day_has_come(
    real_content: Content, tmp_path: Path
) -> None:
    plan = replace(real_content.get_blueprint("khoi-dong-thcs"), codes=())
    options = PaperOptions(word=False, names=NAMES)
    made = tmp_path / "de"
    make_papers(real_content, plan, made, today=TODAY, form_count=1, options=options, roster=ROSTER)
    source = made / "manifest.json"
    assert "Ân" not in source.read_text("utf-8")
    with pytest.raises(OptionError, match="đã qua"):
        reprint_papers(source, tmp_path / "lai", today=NAMES.erase_on, roster=ROSTER)
    before = NAMES.erase_on - dt.timedelta(days=1)
    reprint_papers(source, tmp_path / "lai", today=before, roster=ROSTER)
    again = (tmp_path / "lai" / SLIP).read_bytes()
    assert (made / SLIP).read_bytes() == again
