"""A zip of papers verifies as its folder does; what is no such zip is refused in words."""

from __future__ import annotations

import datetime as dt
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.limits.files import MOST_ZIPPED_FILES
from lachan.workflows.papers.make import make_papers
from lachan.workflows.papers.unpack import PackError, open_pack
from lachan.workflows.papers.verify import verify_papers

SAMPLE = Path(__file__).parents[3] / "content" / "sample"
TODAY = dt.date(2026, 12, 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("de") / "bo-de"
    content = load_content(SAMPLE)
    make_papers(content, content.get_blueprint("mau"), out, today=TODAY, form_count=1)
    return out


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tmp_path / "bo-de.zip"


def zip_up(pack: Path, entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> None:
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)


def files_of(folder: Path, prefix: str = "") -> list[tuple[str, bytes]]:
    return [
        (prefix + path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


@pytest.mark.parametrize("prefix", ["", "đề 30-7/"])
def test_a_whole_zip_is_as_whole_as_its_folder(made: Path, pack: Path, prefix: str) -> None:
    zip_up(pack, files_of(made, prefix))
    assert verify_papers(pack) == verify_papers(made)
    assert verify_papers(pack).faults == ()


def test_what_was_changed_in_a_zip_is_named(made: Path, pack: Path) -> None:
    files = {**dict(files_of(made)), "dap-an/key.xlsx": b"PK", "them.txt": b""}
    del files["items.json"]
    zip_up(pack, files.items())
    faults = "\n".join(verify_papers(pack).faults)
    assert "items.json" in faults
    zip_up(pack, {**dict(files_of(made)), "dap-an/key.xlsx": b"PK", "them.txt": b""}.items())
    assert verify_papers(pack).faults[:2] == (
        "dap-an/key.xlsx: nội dung đã đổi sau khi ra đề",
        "them.txt: tệp lạ, không có trong manifest.json",
    )


def test_nothing_is_left_of_what_was_unpacked(made: Path, pack: Path) -> None:
    zip_up(pack, files_of(made))
    with open_pack(pack) as folder:
        assert (folder / "manifest.json").is_file()
    assert not folder.exists()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../ngoai.txt",
            "/etc/x",
            "de/../../x",
            "de\\..\\x",
            "C:/x",
            "de//x",
            "con.txt",
            "a\n.txt",
        ),
        link("de"),
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(
    pack: Path, name: str | zipfile.ZipInfo
) -> None:
    zip_up(pack, [(name, b"../x")])
    with pytest.raises(PackError, match="đường dẫn không an toàn"):
        verify_papers(pack)
    assert [pack] == list(pack.parent.iterdir())


def test_a_file_in_the_place_of_a_folder_is_refused(pack: Path) -> None:
    zip_up(pack, [("de", b"x"), ("de/101.pdf", b"x")])
    with pytest.raises(PackError, match="không giải nén được"):
        verify_papers(pack)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(pack: Path) -> None:
    zip_up(pack, [("manifest.json", b"{}"), ("manifest.json", b"{ }")])
    with pytest.raises(PackError, match="hai tệp cùng tên"):
        verify_papers(pack)


def test_a_few_bytes_that_become_many_are_stopped_on_the_way(pack: Path) -> None:
    zip_up(pack, [("a", bytes(3_000_000)), ("b", bytes(3_000_000))])
    assert pack.stat().st_size < 10_000
    with open_pack(pack, 6_000_000):
        pass
    with pytest.raises(PackError, match="giải nén ra hơn"), open_pack(pack, 5_999_999):
        pass


def test_more_files_than_any_set_has_are_refused(pack: Path) -> None:
    zip_up(pack, ((str(number), b"") for number in range(MOST_ZIPPED_FILES.value + 1)))
    with pytest.raises(PackError, match=r"có hơn 5\.000 tệp"):
        verify_papers(pack)


def test_a_locked_zip_is_told(made: Path, pack: Path) -> None:
    zip_up(pack, [("manifest.json", b"{}")])
    data = bytearray(pack.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    pack.write_bytes(data)
    with pytest.raises(PackError, match="khóa bằng mật khẩu"):
        verify_papers(pack)


def test_a_zip_that_was_cut_or_changed_is_told(made: Path, pack: Path) -> None:
    zip_up(pack, files_of(made))
    whole = pack.read_bytes()
    pack.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PackError, match="không phải thư mục bộ đề"):
        verify_papers(pack)
    changed = bytearray(whole)
    changed[200] ^= 0xFF
    pack.write_bytes(changed)
    with pytest.raises(PackError, match="bị hỏng"):
        verify_papers(pack)


def test_what_is_no_set_of_papers_is_told(pack: Path) -> None:
    with pytest.raises(PackError, match="không có thư mục hay tệp này"):
        verify_papers(pack)
    pack.write_bytes(b"%PDF-1.7")
    with pytest.raises(PackError, match=r"lachan paper open"):
        verify_papers(pack)
    zip_up(pack, [("anh.png", b"x")])
    assert "manifest.json" in "".join(verify_papers(pack).faults)
