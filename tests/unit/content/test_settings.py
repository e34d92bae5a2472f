"""The school's own folder says whose it is; what it leaves empty stays as the kit has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from lachan.content import Content, load_content, load_lawbook
from lachan.limits.files import LARGEST_LOGO
from support.school_folder import make_school

SETTINGS = """\
school = "Trường THCS Kim Đồng"
authority = "Ủy ban nhân dân phường Mẫu"
contacts = ["Cô Lan: phòng 7"]
logo = "logo.png"
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho", settings=SETTINGS)


def draw(path: Path, width: int = 40, height: int = 30) -> Path:
    Image.new("RGB", (width, height), "teal").save(path)
    return path


def told(content: Content) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in content.problems]


def test_the_school_says_its_name_and_contacts(sample: Path, school: Path) -> None:
    data = draw(school / "logo.png").read_bytes()

    settings = load_content(sample, school=school).settings

    assert settings.school == "Trường THCS Kim Đồng"
    assert settings.contacts == ("Cô Lan: phòng 7",)
    head = settings.letterhead
    assert (head.authority, head.logo and head.logo.suffix) == (
        "Ủy ban nhân dân phường Mẫu",
        ".png",
    )
    assert head.logo is not None
    assert head.logo.data == data


def test_what_it_leaves_empty_stays_as_the_kit_has_it(sample: Path, tmp_path: Path) -> None:
    settings = load_content(sample, school=make_school(tmp_path / "kho")).settings

    assert settings.school == "Trường THCS Mẫu"
    assert settings.contacts == ("Cô phụ trách tư vấn: phòng 105",)
    assert settings.logo is None


def test_the_contest_room_hears_the_schools_name(sample: Path, school: Path) -> None:
    draw(school / "logo.png")

    assert load_lawbook(sample, school).settings.school == "Trường THCS Kim Đồng"


def test_a_jpeg_is_a_logo_too(sample: Path, school: Path) -> None:
    draw(school / "logo.jpg").rename(school / "logo.png")

    logo = load_content(sample, school=school).settings.logo

    assert logo is not None
    assert logo.suffix == ".jpg"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "không có tệp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải hình PNG hay JPEG"),
        (b"", "không phải hình PNG hay JPEG"),
        (b"\x89PNG\r\n\x1a\n", "không phải hình PNG hay JPEG"),
        (b"\xff\xd8\xff" + b"\xff" * 40, "không phải hình PNG hay JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_LOGO.value), "nặng 1.0 MB"),
    ],
    ids=["missing", "svg", "empty", "cut-png", "cut-jpeg", "heavy"],
)
def test_what_is_no_logo_is_told(
    sample: Path, school: Path, data: bytes | None, words: str
) -> None:
    if data is not None:
        (school / "logo.png").write_bytes(data)

    content = load_content(sample, school=school)

    assert told(content) == [("FI011", 1)]
    assert words in content.problems[0].message
    assert content.problems[0].file == (school / "truong.toml").as_posix()
    assert content.settings.logo is None


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_logo_of_too_many_pixels_is_told(sample: Path, school: Path, kind: str) -> None:
    draw(school / f"logo.{kind}", width=4_001, height=1).replace(school / "logo.png")

    content = load_content(sample, school=school)

    assert told(content) == [("FI011", 1)]
    assert "rộng 4001, cao 1 điểm ảnh" in content.problems[0].message


def test_a_logo_outside_the_folder_is_none(sample: Path, tmp_path: Path) -> None:
    draw(tmp_path / "ngoai.png")
    school = make_school(tmp_path / "kho", settings='logo = "../ngoai.png"\n')

    assert told(load_content(sample, school=school)) == [("FI011", 1)]


@pytest.mark.parametrize(("settings", "code"), [('school = "\n', "FI007"), ("lgo = 1\n", "SC002")])
def test_a_faulty_file_is_told_by_its_place(
    sample: Path, tmp_path: Path, settings: str, code: str
) -> None:
    school = make_school(tmp_path / "kho", settings=settings)

    [problem] = load_content(sample, school=school).problems

    assert (problem.code, problem.file) == (code, (school / "truong.toml").as_posix())


def test_open_places_of_a_blueprints_header_are_filled(repository: Path, tmp_path: Path) -> None:
    school = make_school(
        tmp_path / "kho", settings='school = "Trường THCS Kim Đồng"\nauthority = "UBND xã Mẫu"\n'
    )

    content = load_content(repository, school=school)

    header = content.get_blueprint("khoi-dong-thcs").header
    assert (header.authority, header.organiser) == ("UBND XÃ MẪU", "TRƯỜNG THCS KIM ĐỒNG")
    contest = content.get_blueprint("truc-tuyen-20-cau-cong-dong").header
    assert contest.organiser == "BAN TỔ CHỨC CUỘC THI ………"
