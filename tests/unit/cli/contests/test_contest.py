"""``lachan contest`` and ``lachan db`` as an organiser meets them, on a database of their own."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from lachan.cli import main
from lachan.store import open_store
from lachan.text import VIETNAM
from lachan.workflows.contests.database import ContestDatabase
from support.contest_day import let_day_come
from support.pdf import page_texts

Told = pytest.CaptureFixture[str]

PLAN = """
title: Tìm hiểu pháp luật
rules: Mỗi người một lượt.
opens_at: 2026-01-05 08:00
closes_at: 2026-01-05 11:00
minutes: 15
entry: roster
group_by: class
blueprint: mau
forms: 2
"""
ROSTER = "SBD,Họ và tên,Lớp\n1,Nguyễn Thị Ánh,6A\n2,Trần Văn Đức,6B\n"
MINE = ("--roster", "ds.csv", "--cards", "ma.xlsx")


def named(days: int = 30) -> str:
    """Return a plan with names: over since two days, its names gone in so many."""
    now = dt.datetime.now(VIETNAM)
    opens, closes = (f"{now - dt.timedelta(hours=back):%Y-%m-%d %H:%M}" for back in (51, 49))
    plan = PLAN.replace("2026-01-05 08:00", opens).replace("2026-01-05 11:00", closes)
    day = (now + dt.timedelta(days=days)).date()
    lines = ("why: [trao giải]", f"erase_on: {day}", "seen_by: Ban Tổ chức", "withdraw: cô Hạnh")
    return plan + "names:\n" + "".join(f"  {line}\n" for line in lines)


class Desk:
    """The command line in a folder, run within this process: twenty starts of Python take long."""

    def __init__(self, folder: Path, root: Path, patch: pytest.MonkeyPatch, told: Told) -> None:
        self.folder = folder
        self.root = root
        self._patch = patch
        self._told = told
        patch.chdir(folder)
        patch.setenv("COLUMNS", "160")
        patch.setenv("LACHAN_DATABASE_URL", f"sqlite:///{folder / 'kho.db'}")

    def run(self, *words: str, status: int = 0) -> str:
        """Run a command, hold its exit status against `status`, and return all that it printed."""
        self._patch.setattr(sys, "argv", ["lachan", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self._told.readouterr()
        told = str(printed.out) + str(printed.err)
        assert (ended.value.code or 0) == status, told
        return told

    def consent(self, about: str) -> tuple[str, ...]:
        return ("contest", "consent", about, "--out", "phieu.pdf", "--root", str(self.root))

    def new(self, plan: str = PLAN, *words: str, status: int = 0) -> str:
        (self.folder / "thi.yaml").write_text(plan, encoding="utf-8")
        (self.folder / "ds.csv").write_text(ROSTER, encoding="utf-8")
        return self.run(
            "contest", "new", "thi.yaml", "--root", str(self.root), *words, status=status
        )


@pytest.fixture
def desk(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> Desk:
    return Desk(tmp_path, sample, monkeypatch, capsys)


def test_a_contest_from_its_plan_to_its_end(desk: Desk) -> None:
    told = desk.new(named(), *MINE, "--by", "Cô Hạnh")
    [commitment] = [line.split()[-1] for line in told.splitlines() if "mã cam kết" in line]
    sheet = openpyxl.load_workbook(desk.folder / "ma.xlsx")["Mã dự thi"]
    status = desk.run("contest", "status", "thi")
    closed = desk.run("contest", "close", "thi", "--by", "Cô Hạnh")
    desk.run("contest", "export", "thi", "--out", "ra")
    bundle = "ra/ho-so-kiem-chung.zip"
    verified = desk.run("contest", "verify", bundle, "--commitment", commitment)
    other = desk.run("contest", "verify", bundle, "--commitment", "00", status=1)
    desk.run("contest", "erase", "thi", "--yes")
    desk.run("contest", "export", "thi", "--out", "sau")
    people = json.loads((desk.folder / "sau" / "du-lieu.json").read_text("utf-8"))["people"]

    assert "đã ghi 2 mã dự thi vào ma.xlsx" in told
    assert "câu ai cũng xem được đáp án" in told
    assert [sheet.cell(row, 2).value for row in (4, 5)] == ["Nguyễn Thị Ánh", "Trần Văn Đức"]
    assert "có mã dự thi: 2\nđã vào: 0\n" in status
    assert commitment in status
    assert "0 người, 0 người đúng hết" in closed
    assert verified.startswith("KHỚP: 0 người")
    assert "đáp án không khớp mã cam kết đã công bố" in other
    assert people == {}


def test_what_cannot_be_made_is_told_before_anything_is_made(desk: Desk) -> None:
    assert "hãy thêm --cards TỆP.xlsx" in desk.new(PLAN, "--roster", "ds.csv", status=2)
    assert "hãy thêm --roster TỆP" in desk.new(PLAN, status=1)
    codes = PLAN.replace("entry: roster\ngroup_by: class", "entry: codes")
    assert "hãy thêm --codes SỐ" in desk.new(codes, status=1)
    lost = PLAN.replace("entry: roster\ngroup_by: class", "blueprnt: a")
    assert 'có phải là "blueprint"?' in desk.new(lost, status=1)
    missing = PLAN.replace("blueprint: mau", "blueprint: mua")
    words = ("--roster", "ds.csv", "--cards", "ma.xlsx")
    assert 'có phải là "mau"?' in desk.new(missing, *words, status=1)
    assert not (desk.folder / "ma.xlsx").exists()
    assert "Không có cuộc thi nào tên “thi”" in desk.run("contest", "status", "thi", status=1)


def test_a_name_is_used_once(desk: Desk) -> None:
    open_to_all = PLAN.replace("entry: roster\ngroup_by: class\n", "")
    desk.new(open_to_all)

    assert "Đã có cuộc thi mang tên “thi”" in desk.new(open_to_all, status=1)
    assert re.findall(r"^│ (\S+) +│", desk.run("contest", "status"), re.MULTILINE) == ["thi"]


def test_a_bundle_that_is_none_is_told(desk: Desk) -> None:
    (desk.folder / "khac.zip").write_bytes(b"PK")

    told = desk.run("contest", "verify", "khac.zip", status=1)
    assert "khac.zip: tệp không phải hồ sơ kiểm chứng" in told


def test_without_a_reason_names_of_the_list_are_passed_over(desk: Desk) -> None:
    told = desk.new(PLAN, *MINE)
    sheet = openpyxl.load_workbook(desk.folder / "ma.xlsx")["Mã dự thi"]

    assert "họ tên trong danh sách đã được bỏ qua" in told
    assert [sheet.cell(row, 2).value or "" for row in (4, 5)] == ["", ""]
    assert "Nguyễn Thị Ánh".encode() not in (desk.folder / "kho.db").read_bytes()
    assert "không xin tên ai" in desk.run(*desk.consent("thi"), status=1)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "đã qua"), (-40, "phải sau ngày thi xong"), (400, "quá xa")]
)
def test_a_day_that_cannot_be_promised_is_refused(desk: Desk, days: int, words: str) -> None:
    assert words in desk.new(named(days), *MINE, status=1)
    assert words in desk.run(*desk.consent("thi.yaml"), status=1)
    assert "Không có cuộc thi nào" in desk.run("contest", "status", "thi", status=1)


def test_the_consent_slip_comes_from_the_plan_or_from_the_contest(desk: Desk) -> None:
    desk.new(named(), *MINE)
    for about in ("thi.yaml", "thi"):
        assert "đã ghi phieu.pdf: một trang A4" in desk.run(*desk.consent(about))
        [page] = page_texts((desk.folder / "phieu.pdf").read_bytes())
        assert "Trao giải" in page


def test_who_withdraws_is_erased_whenever_they_say_so(desk: Desk) -> None:
    desk.new(named(), *MINE)
    asked = desk.run("contest", "withdraw", "thi", "1", status=1)
    gone = desk.run("contest", "withdraw", "thi", "1", "--yes")
    again = desk.run("contest", "withdraw", "thi", "1", "--yes", status=1)
    desk.run("contest", "close", "thi")
    desk.run("contest", "withdraw", "thi", "2", "--yes")
    desk.run("contest", "export", "thi", "--out", "ra")
    people = json.loads((desk.folder / "ra" / "du-lieu.json").read_text("utf-8"))["people"]

    assert "không lấy lại được?" in asked
    assert "mã dự thi ấy không dùng được nữa" in gone
    assert "không có ai mang số báo danh" in again
    assert people == {}
    assert desk.run("contest", "verify", "ra/ho-so-kiem-chung.zip").startswith("KHỚP")


def test_the_next_command_after_the_day_finds_no_name(desk: Desk) -> None:
    desk.new(named(), *MINE)
    assert "tự xóa khi sang ngày" in desk.run("contest", "status", "thi")
    with (
        closing(open_store(f"sqlite:///{desk.folder / 'kho.db'}")) as store,
        closing(ContestDatabase(store)) as database,
    ):
        let_day_come(database, "thi")
    told = desk.run("contest", "status", "thi")
    desk.run("contest", "close", "thi")
    desk.run("contest", "export", "thi", "--out", "ra")

    assert "đã đến ngày xóa tên của cuộc thi thi: đã xóa" in told
    assert "đã xóa ngày" in told
    assert "Nguyễn Thị Ánh".encode() not in (desk.folder / "kho.db").read_bytes()
    assert json.loads((desk.folder / "ra" / "du-lieu.json").read_text("utf-8"))["people"] == {}
    assert "đã xóa dữ liệu của 0 người" in desk.run("contest", "erase", "thi", "--yes")


def test_erasing_asks_first(desk: Desk) -> None:
    desk.new(PLAN.replace("entry: roster\ngroup_by: class\n", ""))

    assert "không lấy lại được?" in desk.run("contest", "erase", "thi", status=1)


def test_the_state_of_the_database_is_told(desk: Desk) -> None:
    empty = desk.run("db", "status")
    upgraded = desk.run("db", "upgrade")
    current = desk.run("db", "status")

    assert "còn trống; sẽ tự tạo bảng khi dùng lần đầu" in empty
    assert upgraded.startswith("bản trống → ")
    assert "đúng bản" in current


def test_cards_results_and_certificates_are_printed_from_what_was_saved(desk: Desk) -> None:
    desk.new(
        PLAN + "prizes: [{title: Giải Nhất, count: 2}]\n",
        "--roster",
        "ds.csv",
        "--cards",
        "ma.xlsx",
    )
    address = "http://192.0.2.7:8877/thi"
    root = ("--root", str(desk.root))
    printed = desk.run("contest", "cards", "thi", "ma.xlsx", "--address", address, *root)
    wrong = desk.run("contest", "cards", "thi", "ds.csv", "--address", address, *root, status=1)
    early = desk.run("contest", "results", "thi", status=1)
    desk.run("contest", "close", "thi")
    desk.run("contest", "results", "thi")
    nobody = desk.run("contest", "certificates", "thi", status=1)
    unknown = desk.run("contest", "certificates", "thi", "--out", "giay.odt", status=2)

    assert "đã ghi 2 thẻ vào the-du-thi.pdf" in printed
    assert (desk.folder / "the-du-thi.pdf").stat().st_mode & 0o777 == 0o600
    assert "không phải danh sách mã dự thi" in wrong
    assert "chưa kết thúc" in early
    assert openpyxl.load_workbook(desk.folder / "ket-qua.xlsx").sheetnames[0] == "Xếp hạng"
    assert "không có ai đạt giải" in nobody
    assert 'lỗi --out: cần tệp .pdf hoặc .docx; thấy "giay.odt"' in unknown


def test_a_long_name_is_told_whole_on_one_line(desk: Desk) -> None:
    slug = "tim-hieu-phap-luat-phong-chong-mua-ban-nguoi-nam-hoc-2026-2027"
    (desk.folder / f"{slug}.yaml").write_text(
        PLAN.replace("entry: roster\ngroup_by: class\n", ""), encoding="utf-8"
    )
    desk.run("contest", "new", f"{slug}.yaml", "--root", str(desk.root))
    for words in (("status",), ("status", slug)):
        assert f"│ {slug} │" in desk.run("contest", *words)
