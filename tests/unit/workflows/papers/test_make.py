"""The real starter paper: the same bytes again, other bytes for another seed, keys that hold."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from lachan.content import Content
from lachan.domain.bodies import MultipleChoice, ShortAnswer, SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.markup import render_plain
from lachan.workflows.papers.draft import draft_paper, find_codes, paper_warnings, usable_items
from lachan.workflows.papers.make import make_papers, reprint_papers

TODAY = dt.date(2026, 11, 24)
CODES = ["101", "102", "103", "104"]


def _make(content: Content, out: Path, seed: str = "30-7") -> Path:
    plan = content.get_blueprint("khoi-dong-thcs")
    make_papers(content, plan, out, today=TODAY, seed=seed, form_count=4)
    return out


@pytest.fixture(scope="module")
def made(real_content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _make(real_content, tmp_path_factory.mktemp("de") / "bo-de")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _squeeze(text: str) -> str:
    """Drop all spaces: a PDF breaks lines where the words did not."""
    return re.sub(r"\s+", "", text)


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    # The footer may stand between the two halves of a part.
    return _squeeze(re.sub(r"Trang \d+/\d+ – Mã đề \d+", "", "\n".join(pages)))


def test_the_same_seed_gives_the_same_bytes(
    made: Path, real_content: Content, tmp_path: Path
) -> None:
    assert _bytes(made) == _bytes(_make(real_content, tmp_path / "lai"))


def test_a_reprint_without_the_bank_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    reprint_papers(made, tmp_path / "lai")

    assert _bytes(made) == _bytes(tmp_path / "lai")


def test_another_seed_gives_other_forms(made: Path, real_content: Content, tmp_path: Path) -> None:
    other = _bytes(_make(real_content, tmp_path / "khac", seed="31-7"))

    same = [
        name
        for name, data in _bytes(made).items()
        if name.startswith("de/") and other[name] == data
    ]
    assert [] == same


def test_forms_differ_from_one_another(made: Path) -> None:
    forms = [path.read_bytes() for path in sorted(made.glob("de/khoi-dong-*.pdf"))]

    assert (4, 4) == (len(forms), len(set(forms)))


def test_the_manifest_has_the_hash_of_every_file(made: Path) -> None:
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))

    found = {
        name: hashlib.sha256(data).hexdigest()
        for name, data in _bytes(made).items()
        if name != "manifest.json"
    }
    assert found == manifest["files"]


@pytest.mark.parametrize("code", CODES)
def test_each_pdf_read_back_agrees_with_the_manifests_key(
    made: Path, real_content: Content, code: str
) -> None:
    text = _pdf_text(made / f"de/khoi-dong-thcs-{code}.pdf")
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    [form] = [form for form in manifest["forms"] if form["code"] == code]

    assert len(form["key"]) == 17
    for row in form["key"]:
        item = real_content.get_item(row["item"])
        asked = f"Câu{row['number']}." + _squeeze(render_plain(item.stem))
        start = text.index(asked) + len(asked)
        assert _expected_key(item, text[start:]) == row["key"], item.id


def _expected_key(item: Item, after_stem: str) -> str:
    """Work the key out from the printed page and the bank alone, without our assembly."""
    match item.body:
        case SingleChoice(choices, key):
            right = {key}
        case MultipleChoice(choices, keys):
            right = set(keys)
        case TrueFalseGroup(statements):
            truth = {_squeeze(render_plain(s.text)): "Đ" if s.key else "S" for s in statements}
            places = {text: after_stem.index(text) for text in truth}
            return "".join(truth[text] for text in sorted(truth, key=places.__getitem__))
        case ShortAnswer(key):
            return key
    letters = []
    for choice in choices:
        printed = re.escape(_squeeze(render_plain(choice.text)))
        found = re.search(rf"([A-F])\.{printed}", after_stem)
        assert found, choice.id
        letters += [found.group(1)] if choice.id in right else []
    return "".join(sorted(letters))


def test_the_key_workbook_agrees_with_the_manifest(made: Path) -> None:
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    sheet = openpyxl.load_workbook(made / "dap-an/key.xlsx")["Đáp án"]
    rows = [[str(cell) if cell is not None else "" for cell in row] for row in sheet.values]

    [header] = [row for row in rows if f"Mã đề {CODES[0]}" in row]
    for form in manifest["forms"]:
        column = header.index(f"Mã đề {form['code']}")
        listed = [row[column] for row in rows[rows.index(header) + 1 :] if row[column]]
        assert [row["key"] for row in form["key"]] == listed


def test_every_page_names_its_number_and_form(made: Path) -> None:
    with pypdfium2.PdfDocument(made / "de/khoi-dong-thcs-103.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]

    for number, page in enumerate(pages, 1):
        assert f"Trang {number}/{len(pages)} – Mã đề 103" in page
    assert "HẾT" in pages[-1]


def test_items_whose_law_is_not_in_force_are_not_drawn(real_content: Content) -> None:
    before = usable_items(real_content, dt.date(2025, 6, 30))

    cited = {cited for item in before for cited in item.all_citations}
    assert before
    assert not any(each.startswith("luat-53-2024") for each in cited)


def test_an_official_paper_from_open_items_is_warned_about(real_content: Content) -> None:
    plan = replace(real_content.get_blueprint("khoi-dong-thcs"), official=True)
    draft = draft_paper(real_content, plan, today=TODAY, form_count=1)

    [warning] = paper_warnings(draft.paper)
    assert "--bank" in warning


def test_listed_codes_come_first_and_more_follow(real_content: Content) -> None:
    plan = replace(real_content.get_blueprint("khoi-dong-thcs"), codes=("102", "357"))

    assert ("102", "357", "101", "103") == find_codes(plan, 4)
