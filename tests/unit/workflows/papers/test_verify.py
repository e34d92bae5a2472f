"""One byte changed anywhere is found and named; reprints and seals give the same bytes."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lachan.content import load_content
from lachan.domain.kinds import PaperStyle
from lachan.domain.papers.rosters import Entrant
from lachan.exchange import SealError, SnapshotError, fingerprint, installed_versions, render_json
from lachan.workflows.papers.make import changed_versions, make_papers, reprint_papers
from lachan.workflows.papers.options import OptionError, PaperOptions, options_from_json, parse_grid
from lachan.workflows.papers.seal import open_papers, seal_papers
from lachan.workflows.papers.verify import verify_papers

SAMPLE = Path(__file__).parents[3] / "content" / "sample"
TODAY = dt.date(2026, 12, 1)
PASSPHRASE = "bốn từ không liên quan"
ROSTER = (Entrant("000001", "Lê An", "9A"), Entrant("000002", "Vũ Ân", "9A"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("de") / "bo-de"
    content = load_content(SAMPLE)
    plan = content.get_blueprint("mau")
    make_papers(content, plan, out, today=TODAY, form_count=2, roster=ROSTER)
    return out


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "bo-de"))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _names() -> list[str]:
    return [
        "de/mau-101.pdf",
        "de/mau-102.pdf",
        "de/tat-ca-ma-de.pdf",
        "phieu-tra-loi/phieu-trang.pdf",
        "phieu-tra-loi/bo-cuc-phieu.json",
        "phieu-tra-loi/phieu-tung-em.pdf",
        "dap-an/key.xlsx",
        "dap-an/dap-an.pdf",
        "dap-an/huong-dan-cham.pdf",
        "ma-tran/ma-tran.docx",
        "ma-tran/ban-dac-ta.docx",
        "ma-tran/ma-tran-dac-ta.xlsx",
        "phong-thi/so-do-cho-ngoi.pdf",
        "phong-thi/danh-sach-ki-nop.pdf",
        "phong-thi/danh-sach-dan-cua.pdf",
        "phong-thi/nhan-tui-de.pdf",
        "phong-thi/phieu-giam-thi.pdf",
        "word/mau-101.docx",
        "word/mau-102.docx",
        "items.json",
        "manifest.json",
    ]


def test_what_was_made_is_whole(made: Path) -> None:
    found = verify_papers(made)

    assert ((), 21, ("101", "102")) == (found.faults, found.file_count, found.codes)
    assert sorted(_names()) == sorted(_bytes(made))
    assert json.loads((made / "manifest.json").read_text("utf-8"))["sha256"] == found.fingerprint


@pytest.mark.parametrize("name", _names())
def test_a_byte_changed_is_found_and_named(copy: Path, name: str) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)

    [fault] = verify_papers(copy).faults

    assert name in fault


def test_a_missing_file_and_a_strange_one_are_named(copy: Path) -> None:
    (copy / "dap-an/key.xlsx").unlink()
    (copy / "de/mau-103.pdf").write_bytes(b"")

    missing, strange = verify_papers(copy).faults

    assert "dap-an/key.xlsx: thiếu" in missing
    assert "de/mau-103.pdf: tệp lạ" in strange


def _rewrite(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    data = json.loads((folder / "manifest.json").read_text("utf-8"))
    change(data)
    data["sha256"] = fingerprint(data)
    (folder / "manifest.json").write_bytes(render_json(data))


def test_a_key_that_does_not_follow_from_its_items_is_found(copy: Path) -> None:
    def swap(data: dict[str, Any]) -> None:
        row = data["forms"][1]["key"][0]
        row["key"] = "B" if row["key"] != "B" else "A"

    _rewrite(copy, swap)

    assert any("đáp án của mã đề 102" in fault for fault in verify_papers(copy).faults)


def test_a_forged_name_writes_nothing_anywhere(copy: Path, tmp_path: Path) -> None:
    _rewrite(copy, lambda data: data["blueprint"].update(slug="../../ngoai"))
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(SnapshotError, match="tên không an toàn"):
        reprint_papers(copy, tmp_path / "sau" / "de")

    assert before == sorted(tmp_path.rglob("*"))
    assert any("tên không an toàn" in fault for fault in verify_papers(copy).faults)


def test_files_outside_the_folder_are_not_looked_at(copy: Path) -> None:
    (copy / "lien-ket.pdf").symlink_to("/etc/hostname")
    assert any(
        fault.startswith("lien-ket.pdf: là một liên kết") for fault in verify_papers(copy).faults
    )

    _rewrite(copy, lambda data: data["files"].update({"../../../etc/hostname": "0"}))
    assert any("đường dẫn không an toàn" in fault for fault in verify_papers(copy).faults)


def test_a_form_that_breaks_its_blueprint_is_found(copy: Path) -> None:
    _rewrite(copy, lambda data: data["blueprint"]["parts"][0]["cells"][0].update(count=2))

    assert any(" PP" in fault for fault in verify_papers(copy).faults)


def test_more_than_was_written_is_found_though_its_hash_holds(copy: Path) -> None:
    _rewrite(copy, lambda data: data.update(more="x"))

    [fault] = verify_papers(copy).faults

    assert "manifest.json: không giống bản ghi lại" in fault


@pytest.mark.parametrize("name", ["manifest.json", "items.json"])
def test_without_manifest_or_items_nothing_is_vouched_for(copy: Path, name: str) -> None:
    (copy / name).unlink()

    [fault] = verify_papers(copy).faults

    assert f"{name}: không có tệp này" in fault


def test_a_reprint_without_the_bank_has_the_same_bytes(made: Path, tmp_path: Path) -> None:
    reprint_papers(made / "manifest.json", tmp_path / "lai", roster=ROSTER)

    assert _bytes(made) == _bytes(tmp_path / "lai")


def test_a_reprint_can_have_other_editions(made: Path, tmp_path: Path) -> None:
    options = PaperOptions((PaperStyle.LARGE,), word=False)
    reprint_papers(made, tmp_path / "lai", options=options)

    names = set(_bytes(tmp_path / "lai"))
    assert {"de-chu-to/mau-101.pdf", "phieu-tra-loi/phieu-chu-to.pdf"} <= names
    assert not any(name.startswith(("word/", "phong-thi/")) for name in names)
    assert () == verify_papers(tmp_path / "lai").faults


@pytest.mark.full
def test_a_seal_gives_the_folder_back(made: Path, tmp_path: Path) -> None:
    archive = tmp_path / "bo-de.age"

    sealed = seal_papers(made, archive, PASSPHRASE)
    opened = open_papers(archive, tmp_path / "mo", PASSPHRASE)

    assert _bytes(made) == _bytes(tmp_path / "mo")
    assert (sealed, 0) == (opened, archive.stat().st_mode & 0o077)
    with pytest.raises(SealError, match="đã có"):
        seal_papers(made, archive, PASSPHRASE)


def test_a_folder_that_was_changed_is_not_sealed(copy: Path, tmp_path: Path) -> None:
    (copy / "de/mau-101.pdf").write_bytes(b"%PDF")

    with pytest.raises(SealError, match=r"de/mau-101\.pdf"):
        seal_papers(copy, tmp_path / "x.age", PASSPHRASE)

    assert not (tmp_path / "x.age").exists()


def test_a_seal_is_not_put_into_the_folder_itself(copy: Path) -> None:
    with pytest.raises(SealError, match="ở ngoài"):
        seal_papers(copy, copy / "x.age", PASSPHRASE)

    assert () == verify_papers(copy).faults


def test_options_come_back_from_the_manifest() -> None:
    options = PaperOptions((PaperStyle.LARGE, PaperStyle.DYSLEXIA), False, 5, 8)

    assert options == options_from_json(options.to_json())


@pytest.mark.parametrize("text", ["6", "6x", "0x4", "6x4x2", "-1x3"])
def test_a_room_that_is_none_is_told(text: str) -> None:
    with pytest.raises(OptionError, match="6x4"):
        parse_grid(text)


def test_other_versions_are_named() -> None:
    [told] = changed_versions({**installed_versions(), "typst": "0.1"})

    assert told.startswith("typst ")
    assert "0.1" in told
