"""The table of products: what its rows must be, and that one more row appears everywhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from nbformat import NotebookNode
from typer.testing import CliRunner

from lachan.apps import workbook
from lachan.apps.lesson import pupil_links
from lachan.apps.notebook import open_once
from lachan.apps.staff import list_lesson_acts
from lachan.cli.export import make_app
from lachan.content import Content, load_content
from lachan.domain.kinds import Audience
from lachan.exporters import EXPORTERS
from lachan.exporters.product import make_exporters
from lachan.serving.staff.downloads import DownloadShelf
from lachan.workflows.lessons.build import build_lessons
from lachan.workflows.lessons.copies import KeptNotebookError, write_product
from lachan.workflows.lessons.products import (
    COMIC,
    LEAFLET,
    OFFLINE_PAGE,
    OWN_NOTEBOOK,
    PRODUCTS,
    PUPIL_HANDOUT,
    TEACHER_HANDOUT,
    WHOLE_PACK,
    FromNotebook,
    LessonProduct,
    find_versions,
)
from support.loops import run
from support.school_folder import make_school, take_over


def draw_poster(notebook: NotebookNode, name: str, content: Content) -> bytes:
    return f"<svg>{notebook.metadata['title']} · {name}</svg>".encode()


POSTER = LessonProduct(
    key="poster",
    file_name="ap-phich.svg",
    label="Áp phích <A3>",
    media_type="image/svg+xml",
    audience=Audience.PUPIL,
    make=FromNotebook(draw_poster),
)
# What a stranger adds: one row.
EVERY = (*PRODUCTS, POSTER)
DRAWN = "<svg>Bài mẫu · mau.ipynb</svg>".encode()


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


@pytest.fixture
def at_home(
    sample: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder that a teacher works in, with the content named by the environment."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.chdir(home)
    monkeypatch.setenv("LACHAN_ROOT", str(sample))
    monkeypatch.setenv("LACHAN_SERVED", "1")
    open_once.cache_clear()
    return home


def test_a_new_row_is_a_command(at_home: Path, sample: Path) -> None:
    done = CliRunner().invoke(make_app(EVERY), ["poster", "mau", "--root", str(sample)])

    assert done.exit_code == 0, done.output
    assert (at_home / "out/mau-ap-phich.svg").read_bytes() == DRAWN
    assert POSTER.label in CliRunner().invoke(make_app(EVERY), ["--help"]).output


def test_a_command_takes_all_lessons_of_a_band(at_home: Path, sample: Path) -> None:
    root = ["--root", str(sample)]
    done = CliRunner().invoke(make_app(EVERY), ["poster", "--band", "thcs", *root])

    assert done.exit_code == 0, done.output
    assert (at_home / "out/mau-ap-phich.svg").read_bytes() == DRAWN


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "nêu tên một bài, hoặc --band"),
        (["mau", "--band", "thcs"], "nêu tên một bài, hoặc --band"),
        (["--band", "tieu-hoc"], "không có bài nào của cấp này"),
    ],
)
def test_a_command_wants_a_lesson_or_a_band(
    at_home: Path, sample: Path, words: list[str], told: str
) -> None:
    done = CliRunner().invoke(make_app(EVERY), ["poster", *words, "--root", str(sample)])

    assert done.exit_code == 2
    assert told in " ".join(done.output.split())
    assert not (at_home / "out").exists()


def test_the_print_pack_is_a_folder_with_the_whole_and_each_sheet(
    at_home: Path, sample: Path
) -> None:
    done = CliRunner().invoke(make_app(), ["pack", "mau", "--root", str(sample)])

    assert done.exit_code == 0, done.output
    files = {path.name: path.read_bytes() for path in (at_home / "out/mau-goi-in").iterdir()}
    assert {
        "00-ca-goi.pdf",
        "01-to-dieu-hanh.pdf",
        "02-truyen-tranh.pdf",
        "03-phieu-quan-sat.pdf",
        "04-to-roi.pdf",
    } == set(files)
    assert WHOLE_PACK.make("mau", load_content(sample)) == files["00-ca-goi.pdf"]


def test_a_new_row_is_in_the_teachers_corner() -> None:
    link = (POSTER.label, "../../lachan/tai/{slug}/ap-phich.svg")

    assert link in list_lesson_acts(EVERY)


@pytest.mark.usefixtures("at_home")
def test_a_new_row_is_offered_to_pupils_unless_it_is_not_theirs() -> None:
    link = (POSTER.label, "../../lachan/tai/{slug}/ap-phich.svg")

    assert link in pupil_links(EVERY)
    assert link not in pupil_links()


def test_a_new_row_is_served(content: Content) -> None:
    shelf = DownloadShelf(content, EVERY)
    product = shelf.find("mau", "ap-phich.svg")

    assert product is POSTER
    found = run(shelf.get(product, "mau"))
    assert found is not None
    assert found.data == DRAWN


def test_a_new_row_is_written_by_the_workbook(at_home: Path) -> None:
    workbook.export_lesson("mau", "ap-phich.svg", products=EVERY)
    assert (at_home / "xuat/mau-ap-phich.svg").read_bytes() == DRAWN

    workbook.export_lesson("mau", folder="het", products=EVERY)
    names = {path.name for path in (at_home / "het").iterdir()}
    assert names == {
        "mau-phieu-hoc-tap.pdf",
        "mau-to-roi.pdf",
        "mau-truyen-tranh.pdf",
        "mau-trang-khong-can-mang.html",
        "mau-ap-phich.svg",
    }


def test_a_new_row_is_an_exporter(content: Content) -> None:
    build_lessons(content)
    exporter = make_exporters(EVERY)["lachan_poster"](root=str(content.root))

    drawn, resources = exporter.from_filename(str(content.root / "notebooks/thcs/mau.ipynb"))

    assert (drawn, resources["output_extension"]) == (DRAWN, ".svg")
    assert (exporter.export_from_notebook, exporter.output_mimetype) == (
        "Lá Chắn: Áp phích <A3>",
        "image/svg+xml",
    )


def test_a_key_in_two_audiences_is_one_command_and_one_exporter(
    at_home: Path, sample: Path
) -> None:
    for_teachers = LessonProduct(
        key="poster",
        file_name="ap-phich-giao-vien.svg",
        label="Áp phích kèm lời giải",
        media_type="image/svg+xml",
        audience=Audience.TEACHER,
        make=FromNotebook(lambda *_: b"<svg>GV</svg>"),
    )
    both = (for_teachers, POSTER)

    command = ["poster", "mau", "--teacher", "--root", str(sample)]
    done = CliRunner().invoke(make_app([*both, LEAFLET]), command)

    assert done.exit_code == 0, done.output
    assert (at_home / "out/mau-ap-phich-giao-vien.svg").read_bytes() == b"<svg>GV</svg>"
    exporter = make_exporters(both)["lachan_poster"]
    assert (exporter().audience, exporter(audience="teacher").audience) == ("pupil", "teacher")


def test_names_of_products_are_addresses_and_none_is_taken_twice() -> None:
    names = [each.name_within("bai") for each in PRODUCTS]

    assert len(names) == len(set(names))
    # What the server's address of a file may be made of.
    assert [name for name in names if not re.fullmatch(r"[a-z0-9.-]+", name)] == []


def test_key_and_audience_name_one_product() -> None:
    named = [
        product for versions in find_versions(PRODUCTS).values() for product in versions.values()
    ]

    assert sorted(map(PRODUCTS.index, named)) == list(range(len(PRODUCTS)))


def test_pupils_may_fetch_what_holds_no_key() -> None:
    assert [each for each in PRODUCTS if each.is_open] == [PUPIL_HANDOUT, LEAFLET, COMIC]


def test_every_exporter_has_its_entry_point(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["entry-points"]["nbconvert.exporters"]

    found = {name: EntryPoint(name, where, "").load() for name, where in declared.items()}

    assert found == dict(EXPORTERS)


def test_names_alone_tell_the_lesson_once() -> None:
    assert OFFLINE_PAGE.name_alone("bai") == "bai-trang-khong-can-mang.html"
    assert OWN_NOTEBOOK.name_alone("bai") == OWN_NOTEBOOK.name_exported("bai") == "bai.ipynb"


def test_a_notebook_that_was_changed_is_kept(content: Content, tmp_path: Path) -> None:
    place = tmp_path / "giu/mau.ipynb"
    write_product(OWN_NOTEBOOK, "mau", content, place)
    write_product(OWN_NOTEBOOK, "mau", content, place)
    place.write_text("của tôi", encoding="utf-8")

    with pytest.raises(KeptNotebookError, match="không ghi đè"):
        write_product(OWN_NOTEBOOK, "mau", content, place)

    assert place.read_text(encoding="utf-8") == "của tôi"


def test_notebook_is_the_lessons(real_content: Content) -> None:
    lesson = real_content.lessons[0]
    made = OWN_NOTEBOOK.make(lesson.slug, real_content)
    assert json.loads(made)["metadata"]["title"] == lesson.title


@pytest.mark.parametrize("product", [PUPIL_HANDOUT, TEACHER_HANDOUT])
def test_handouts_are_the_same_bytes_twice(real_content: Content, product: LessonProduct) -> None:
    slug = real_content.lessons[0].slug
    first = product.make(slug, real_content)
    assert first.startswith(b"%PDF-")
    assert product.make(slug, real_content) == first


HEAVY = ["nbformat", "typst", "docx", "pptx", "lachan.content", "lachan.printing"]


def test_the_table_is_read_without_what_makes_the_products() -> None:
    code = (
        "import sys, lachan.workflows.lessons.products; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert told.stdout.decode().strip() == "[]"


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda each: each.file_name)
def test_every_product_is_made_of_the_schools_edited_lesson(
    product: LessonProduct, content: Content, sample: Path, tmp_path: Path
) -> None:
    school = make_school(tmp_path / "kho")
    take_over(sample, school, "lessons/thcs/mau.md", "title: ", "title: Bản sửa ")

    assert product.make("mau", load_content(sample, school=school)) != product.make("mau", content)
