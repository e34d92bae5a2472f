"""What a school has stands for what the kit has under the same name, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.domain.bodies import body_texts
from lachan.markup import render_plain
from lachan.workflows.content.pictures import find_picture
from support.school_folder import ITEMS, NEW_ITEM, make_school, take_over

LESSON = "lessons/thcs/mau.md"
COMIC = "comics/thcs/mau.yaml"
PLAN = "quiz_bank/blueprints/mau.yaml"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho")


def codes_of(content: Content) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in content.problems]


def test_an_item_replaces_its_like_where_it_stood(sample: Path, school: Path) -> None:
    path = take_over(sample, school, ITEMS, "Hai thành tố", "Hai phần")
    before = [item.id for item in load_content(sample).items]

    content = load_content(sample, school=school)

    assert [item.id for item in content.items] == before
    assert {item.source.file for item in content.items} == {path.as_posix()}
    [first, *_] = [text for _, text in body_texts(content.get_item("mau-001").body)]
    assert render_plain(first) == "Hai phần"
    assert [each.name for each in content.replaced] == before
    assert {each.kind for each in content.replaced} == {"câu hỏi"}


def test_a_new_item_comes_last_and_replaces_nothing(sample: Path, school: Path) -> None:
    make_school(school, {ITEMS: NEW_ITEM})

    content = load_content(sample, school=school)

    assert content.items[-1].id == "truong-001"
    assert content.replaced == ()


def test_a_lesson_its_comic_and_a_blueprint_are_replaced(sample: Path, school: Path) -> None:
    take_over(sample, school, LESSON, "title: ", "title: Bài của trường – ")
    take_over(sample, school, COMIC, "title: ", "title: Truyện của trường – ")
    take_over(sample, school, PLAN, "title: ", "title: Đề của trường – ")

    content = load_content(sample, school=school)

    [lesson], [comic], [blueprint] = content.lessons, content.comics, content.blueprints
    assert lesson.title.startswith("Bài của trường")
    assert content.comic_of(lesson) is comic
    assert comic.title.startswith("Truyện của trường")
    assert blueprint.title.startswith("Đề của trường")
    assert [each.kind for each in content.replaced] == ["bài học", "truyện tranh", "ma trận đề"]
    assert content.is_schools(lesson.source)


def test_what_is_the_kits_is_not_the_schools(sample: Path, school: Path) -> None:
    content = load_content(sample, school=school)

    assert not content.is_schools(content.lessons[0].source)


def test_a_lesson_of_its_own_joins_the_others(sample: Path, school: Path) -> None:
    path = take_over(sample, school, LESSON, "id: thcs-mau", "id: cua-truong")
    path.rename(path.with_name("cua-truong.md"))

    content = load_content(sample, school=school)

    assert {lesson.slug for lesson in content.lessons} == {"mau", "cua-truong"}
    assert content.problems == ()


def test_an_item_of_another_type_is_no_replacement(sample: Path, school: Path) -> None:
    clash = NEW_ITEM.replace("truong-001", "mau-001")
    path = make_school(school, {ITEMS: clash}) / ITEMS

    content = load_content(sample, school=school)

    [problem] = content.problems
    assert (problem.code, problem.file, problem.line) == ("FI012", path.as_posix(), 3)
    assert "single_choice" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("id: thcs-mau", "id: khac", "mau.md"), ("id: thcs-mau", "id: thcs-mau", "khac.md")],
    ids=["another-id", "another-file-name"],
)
def test_a_lesson_half_like_one_of_ours_is_refused(
    sample: Path, school: Path, old: str, new: str, name: str
) -> None:
    path = take_over(sample, school, LESSON, old, new)
    path = path.rename(path.with_name(name))

    assert codes_of(load_content(sample, school=school)) == [("FI012", path.as_posix())]


def test_a_fault_says_in_which_folder_it_lies(sample: Path, school: Path) -> None:
    path = take_over(sample, school, ITEMS, "level: biet", "level: bit")
    (sample / ITEMS).write_text((school / ITEMS).read_text("utf-8"), encoding="utf-8")

    assert codes_of(load_content(sample, school=school)) == [
        ("SC004", ITEMS),
        ("SC004", path.as_posix()),
    ]


def test_a_picture_may_lie_in_either_folder(sample: Path, school: Path) -> None:
    own = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    media = "    media: {{path: media/{0}, alt: Hình}}\n    citations: [luat-mau/d3]"
    item = NEW_ITEM.replace("    citations: [luat-mau/d3]", media)
    second = item.replace("items:\n", "").replace("truong-001", "truong-002")
    text = item.format("khien.svg") + second.format("cua-truong.svg")
    make_school(school, {ITEMS: text, "media/cua-truong.svg": own})

    assert load_content(sample, school=school).problems == ()


def test_a_link_out_of_the_schools_folder_is_refused(
    sample: Path, school: Path, tmp_path: Path
) -> None:
    (tmp_path / "ngoai.yaml").write_text(NEW_ITEM, encoding="utf-8")
    (school / "quiz_bank/thcs").mkdir(parents=True)
    (school / ITEMS).symlink_to(tmp_path / "ngoai.yaml")

    assert codes_of(load_content(sample, school=school)) == [("FI005", (school / ITEMS).as_posix())]


def test_a_picture_of_the_same_path_is_shown_for_ours_and_said(sample: Path, school: Path) -> None:
    own = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    make_school(school, {"media/khien.svg": own})

    content = load_content(sample, school=school)

    assert find_picture(content, "media/khien.svg") == own.encode()
    assert [(each.kind, each.name) for each in content.replaced] == [("hình", "media/khien.svg")]


def test_a_picture_of_a_private_bank_is_found(sample: Path, tmp_path: Path) -> None:
    bank = tmp_path / "rieng"
    item = NEW_ITEM + "    media: {path: hinh/x.png, alt: Hình}\n"
    make_school(bank, {"thcs/mau.yaml": item, "hinh/x.png": "hình"})

    content = load_content(sample, [bank])

    assert content.problems == ()
    assert find_picture(content, "hinh/x.png") == "hình".encode()
