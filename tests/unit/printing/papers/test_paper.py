import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lachan.assembly import assemble, form_key
from lachan.domain.bodies import Choice, SingleChoice
from lachan.domain.items import Item, Media
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, Paper
from lachan.domain.rich import text as rt
from lachan.printing import MissingGlyphError, PictureError, PrintError, render_paper
from lachan.printing.papers.paper import paper_data
from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import SERIF, compile_png
from support.items import (
    LAW_DATE,
    TOPIC,
    full_blueprint,
    make_bank,
    make_blueprint,
    make_item,
    make_part,
    rich,
)
from support.pdf import line_tops, page_texts, pdf_text

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">'
    b'<rect width="9" height="9"/></svg>'
)
FACES = [{"family": SERIF, "weight": 400, "style": "normal"}]


def make_paper(seed: str = "s", codes: Sequence[str] = ("101", "102")) -> Paper:
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed=seed, codes=codes)


def paper_of(item: Item, **changes: Any) -> Paper:
    blueprint = make_blueprint(make_part(item.type, Cell(TOPIC, item.level, 1)))
    return assemble(
        replace(blueprint, **changes), [item], law_date=LAW_DATE, seed="s", codes=("101",)
    )


def render_item(item: Item, **kwargs: Any) -> bytes:
    paper = paper_of(item)
    return render_paper(paper, paper.forms[0], **kwargs)


def parts_of(text: str) -> list[str]:
    return re.split(r"PHẦN [IVX]+\.", text)[1:]


def questions_of(part: str) -> list[str]:
    return re.split(r"Câu \d+\. (?=Câu dẫn)", part)[1:]


@pytest.mark.parametrize("form_index", [0, 1])
def test_printed_letters_agree_with_the_key(form_index: int) -> None:
    paper = make_paper()
    form = paper.forms[form_index]
    parts = [questions_of(part) for part in parts_of(pdf_text(render_paper(paper, form)))]
    rows = form_key(paper, form)
    assert [len(part) for part in parts] == [4, 2, 2, 2, 1, 1, 1, 1, 1]
    for row in rows:
        question = parts[row.part - 1][row.number - 1]
        assert question.startswith(f"Câu dẫn {row.item_id}?")
        item = paper.items[row.item_id]
        printed = dict(re.findall(rf"([A-F])\. phương án {row.item_id}-(\w)|$", question)) | dict(
            re.findall(rf"([a-d])\) mệnh đề {row.item_id}-(\w)|$", question)
        )
        printed.pop("", None)
        if item.type is ItemType.SINGLE_CHOICE:
            assert printed[row.key] == item.body.key
            assert len(printed) == 4
        elif item.type is ItemType.MULTIPLE_CHOICE:
            assert {printed[letter] for letter in row.key} == item.body.key
            assert len(printed) == 5
        elif item.type is ItemType.TRUE_FALSE_GROUP:
            truth = {s.id: "Đ" if s.key else "S" for s in item.body.statements}
            assert "".join(truth[printed[letter]] for letter in "abcd") == row.key
        else:
            check_other(item, row.key, question)


def check_other(item: Item, key: str, question: str) -> None:
    name = item.id
    match item.type:
        case ItemType.SHORT_ANSWER:
            assert (key, "Trả lời: số" in question) == ("111", True)
        case ItemType.SHORT_TEXT:
            assert (key, "Trả lời:" in question) == ("công an", True)
        case ItemType.MATCHING:
            lefts = dict(re.findall(rf"(\d)\. vế trái {name}-(\w)", question))
            rights = dict(re.findall(rf"([A-D])\. vế phải {name}-(\w)", question))
            assert {lefts[k[0]]: rights[k[1]] for k in key.split()} == {c: c for c in "abc"}
            assert f"phương án {name}-x" in question
        case ItemType.ORDERING:
            steps = dict(re.findall(rf"([A-D])\. phương án {name}-(\w)", question))
            assert [steps[letter] for letter in key] == list("abcd")
        case ItemType.SCENARIO:
            boxes = dict(re.findall(rf"Ô (\d)\. (?:cảnh|kết) {name}-(\w+)", question))
            assert boxes == {"1": "mot", "2": "hai", "3": "xong", "4": "can"}
            assert re.search(rf"A\. cách {name}-mot-a → sang ô 2", question)
            assert key == "1B 2A"
        case ItemType.ESSAY:
            assert (key, "Khoảng 40–80 chữ." in question) == ("", True)


def test_two_runs_give_the_same_bytes_and_another_seed_others() -> None:
    first, again, other = (
        [render_paper(paper, form) for form in paper.forms]
        for paper in (make_paper(), make_paper(), make_paper(seed="t"))
    )
    assert first == again
    assert first[0] != first[1]
    assert not set(first) & set(other)


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import hashlib, sys\n"
        "from unit.printing.papers.test_paper import make_paper, render_paper\n"
        "p = make_paper(); print(hashlib.sha256(render_paper(p, p.forms[0])).hexdigest())"
    )
    tests = str(Path(__file__).parents[3])
    env = {**os.environ, "PYTHONPATH": tests, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True
    )
    paper = make_paper()
    digest = hashlib.sha256(render_paper(paper, paper.forms[0])).hexdigest()
    assert done.stdout.strip() == digest


def test_the_head_says_who_what_and_how_long() -> None:
    paper = make_paper()
    text = pdf_text(render_paper(paper, paper.forms[0]))
    for expected in (
        "ỦY BAN NHÂN DÂN XÃ TÂN HÒA",
        "TRƯỜNG THCS NGUYỄN ĐÌNH CHIỂU",
        "ĐỀ LUYỆN TẬP",
        "CUỘC THI TÌM HIỂU PHÁP LUẬT",
        "NĂM HỌC 2026 – 2027",
        "Nội dung: Phòng, chống mua bán người",
        "Thời gian làm bài: 15 phút, không kể thời gian phát đề",
        "Họ và tên thí sinh:",
        "Lớp:",
        "Số báo danh:",
        "Mã đề: 101",
    ):
        assert expected in text


def test_an_official_paper_says_so() -> None:
    paper = paper_of(make_item("x"), official=True)
    text = pdf_text(render_paper(paper, paper.forms[0]))
    assert "ĐỀ CHÍNH THỨC" in text
    assert "ĐỀ LUYỆN TẬP" not in text


def test_pages_are_counted_in_head_and_foot() -> None:
    paper = make_paper()
    pages = page_texts(render_paper(paper, paper.forms[1]))
    count = len(pages)
    assert f"(Đề có 0{count} trang)" in pages[0]
    for number, page in enumerate(pages, 1):
        assert f"Trang {number}/{count} – Mã đề 102" in page
    assert ["HẾT" in page for page in pages] == [False] * (count - 1) + [True]


def test_parts_are_titled_and_numbered_again() -> None:
    paper = make_paper()
    text = pdf_text(render_paper(paper, paper.forms[0]))
    titles = re.findall(r"PHẦN [IVX]+\.[^.]*\.", text)
    assert titles == [
        "PHẦN I. Câu trắc nghiệm nhiều phương án lựa chọn (2 điểm).",
        "PHẦN II. Câu trắc nghiệm có nhiều phương án đúng (1 điểm).",
        "PHẦN III. Câu trắc nghiệm đúng – sai (2 điểm).",
        "PHẦN IV. Câu trắc nghiệm trả lời ngắn (0,5 điểm).",
        "PHẦN V. Câu điền từ (0,25 điểm).",
        "PHẦN VI. Câu ghép đôi (1 điểm).",
        "PHẦN VII. Câu sắp xếp thứ tự (0,5 điểm).",
        "PHẦN VIII. Tình huống rẽ nhánh (1 điểm).",
        "PHẦN IX. Tự luận (2 điểm).",
    ]
    assert re.findall(r"Câu (\d)\. Câu dẫn", text) == list("123412121211111")


def test_remarks_stand_under_the_closing_mark() -> None:
    pdf = render_item(make_item("x"), remarks=["Cần giúp: gọi 111."])
    assert re.search(r"HẾT Cần giúp: gọi 111\.", pdf_text(pdf))


def test_no_question_is_split_over_pages() -> None:
    bank = [make_item(f"x{number}") for number in range(60)]
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 60)))
    paper = assemble(blueprint, bank, law_date=LAW_DATE, seed="s", codes=("101",))
    pages = page_texts(render_paper(paper, paper.forms[0]))
    assert len(pages) > 2
    for item in bank:
        wholes = [
            all(f"phương án {item.id}-{c}" in page for c in "abcd")
            for page in pages
            if re.search(rf"Câu dẫn {item.id}\?", page)
        ]
        assert wholes == [True]


def test_a_question_longer_than_a_page_still_comes_out_whole() -> None:
    stem = tuple(rt.Paragraph((rt.Text(f"Đoạn {n}: " + "lời kể dài " * 40),)) for n in range(30))
    pages = page_texts(render_item(replace(make_item("x"), stem=stem)))
    text = " ".join(pages)
    assert len(pages) > 2
    assert [n for n in range(30) if f"Đoạn {n}:" not in text] == []
    assert "phương án x-d" in text


@pytest.mark.parametrize(
    "code",
    [
        '#read("/etc/passwd")',
        "#import sys",
        "$x^2$",
        "@a <b> </b>",
        r"\u{41} C:\nam\t",
        "*sao* _gạch_ `mã` // chú = tiêu đề",
        "[ngoặc] {x} - + / ~ '' \"",
        "%s {0} ${HOME}",
    ],
)
def test_code_in_content_is_printed_as_it_stands(code: str) -> None:
    item = make_item("x")
    choices = (Choice("a", rich(f"A: {code}")), *item.body.choices[1:])
    item = replace(item, stem=rich(f"Dẫn: {code} hết?"), body=SingleChoice(choices, "b"))
    text = pdf_text(render_item(item))
    assert f"Dẫn: {code} hết?" in text
    assert f"A: {code}" in text


def test_code_in_the_head_is_printed_as_it_stands() -> None:
    paper = paper_of(make_item("x"))
    header = replace(paper.blueprint.header, organiser='#panic("x")', exam="$ @b <c>")
    paper = replace(paper, blueprint=replace(paper.blueprint, header=header, title="#pagebreak()"))
    text = pdf_text(render_paper(paper, paper.forms[0]))
    assert '#panic("x")' in text
    assert "$ @b <c>" in text


def test_long_names_wrap_inside_their_column() -> None:
    paper = paper_of(make_item("x"))
    long = "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG HUYỆN SỐ 2"
    header = replace(paper.blueprint.header, organiser=long, exam=f"KÌ THI {long}")
    paper = replace(paper, blueprint=replace(paper.blueprint, header=header))
    text = pdf_text(render_paper(paper, paper.forms[0]))
    assert f"KÌ THI {long}" in text


def test_a_missing_glyph_fails_and_is_named() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+4E2D") as caught:
        render_item(replace(make_item("x"), stem=rich("Chữ 中 và 📞")))
    assert caught.value.characters == {"中", "📞"}


def test_text_that_typst_cannot_lay_out_is_a_print_error() -> None:
    odd = " ".join(chr(code) for code in range(0x07FC, 0x0829))
    with pytest.raises(PrintError, match="Không in được"):
        render_item(replace(make_item("x"), stem=rich(f"{odd} {odd}")))


@pytest.mark.parametrize(
    ("length", "lines"), [(4, [1, 1, 1, 1]), (30, [1, 1, 2, 2]), (60, [1, 2, 3, 4])]
)
def test_choices_stand_in_as_many_columns_as_they_fit(length: int, lines: list[int]) -> None:
    texts = [f"{letter * 3} {'i' * length}" for letter in "mnpq"]
    choices = tuple(
        Choice(letter, rich(text), pinned=True) for letter, text in zip("abcd", texts, strict=True)
    )
    item = replace(make_item("x"), body=SingleChoice(choices, "b"))
    tops = line_tops(render_item(item, columns=1), [text[:3] for text in texts])
    ordered = sorted(set(tops), reverse=True)
    assert [ordered.index(top) + 1 for top in tops] == lines


def test_only_what_contestants_may_see_reaches_the_template() -> None:
    paper = make_paper()
    data = repr(paper_data(paper, paper.forms, PictureTray("x", {})))
    text = pdf_text(render_paper(paper, paper.forms[0]))
    for secret in ("lí do", "luat/", "'key'", "citations"):
        assert secret not in data
        assert secret not in text


def test_pictures_come_from_the_bytes_given() -> None:
    item = replace(make_item("x"), media=Media("media/so do.svg", "Sơ đồ"))
    with_picture = render_item(item, pictures={"media/so do.svg": SVG})
    assert with_picture != render_item(make_item("x"))


def test_photographs_print_as_drawings_do() -> None:
    (png,) = compile_png("thu-chu.typ", {"characters": ["a"], "faces": FACES}, "x", 36)
    item = replace(make_item("x"), media=Media("media/ảnh.png", "Ảnh"))
    pdf = render_item(item, pictures={"media/ảnh.png": png})
    assert b"/Subtype /Image" in pdf or b"/Subtype/Image" in pdf


def test_a_picture_that_was_not_given_is_a_fault() -> None:
    item = replace(make_item("x"), media=Media("media/a.svg", "Sơ đồ"))
    with pytest.raises(PictureError, match=r"thiếu hình media/a\.svg"):
        render_item(item)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("media/a.png", b"not a picture"),
        ("media/a.svg", b"<svg"),
        (
            "media/a.svg",
            (
                b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
                b'<image href="/etc/passwd"/></svg>'
            ),
        ),
        ("media/a.exe", SVG),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_a_fault(path: str, data: bytes) -> None:
    item = replace(make_item("x"), media=Media(path, "Sơ đồ"))
    with pytest.raises(PictureError):
        render_item(item, pictures={path: data})


def test_points_are_printed_with_a_comma() -> None:
    item = make_item("x", ItemType.TRUE_FALSE_GROUP)
    blueprint = make_blueprint(
        make_part(item.type, Cell(TOPIC, item.level, 1), points=Decimal("0.5"))
    )
    paper = assemble(blueprint, [item], law_date=LAW_DATE, seed="s", codes=("101",))
    text = pdf_text(render_paper(paper, paper.forms[0]))
    assert "Đúng 1 ý được 0,05 điểm, 2 ý được 0,125 điểm" in text


def test_the_file_is_pdf_ua() -> None:
    pdf = render_item(make_item("x"))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"CreationDate" not in pdf


def test_a_text_that_questions_share_is_printed_once_above_the_first() -> None:
    items = [
        replace(make_item(name), group="tin", stimulus=rich("Một tin nhắn hư cấu."))
        for name in ("mot", "hai")
    ]
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 2)))
    paper = assemble(blueprint, items, law_date=LAW_DATE, seed="s", codes=("101",))
    text = pdf_text(render_paper(paper, paper.forms[0]))
    assert text.count("Một tin nhắn hư cấu.") == 1
    lead = text.index("Đọc ngữ liệu sau rồi trả lời câu 1 và câu 2.")
    assert lead < text.index("Một tin nhắn hư cấu.") < text.index("Câu 1.") < text.index("Câu 2.")
