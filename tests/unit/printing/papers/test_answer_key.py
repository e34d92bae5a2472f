import re

from lachan.assembly import assemble, form_key
from lachan.domain.papers.paper import Paper
from lachan.printing import render_answer_key
from lachan.printing.papers.answer_key import answer_key_data
from support.items import LAW_DATE, full_blueprint, make_bank
from support.pdf import pdf_text


def make_paper(count: int = 24) -> Paper:
    codes = [str(101 + index) for index in range(count)]
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=codes)


def test_the_table_holds_the_key_of_every_form() -> None:
    paper = make_paper()
    told: dict[str, dict[tuple[int, int], str]] = {form.code: {} for form in paper.forms}
    for part_number, part in enumerate(answer_key_data(paper)["parts"], 1):
        for group in part["groups"]:
            assert len(group["codes"]) <= group["across"]
            for row in group["rows"]:
                for code, key in zip(group["codes"], row["keys"], strict=True):
                    told[code][part_number, row["number"]] = key
    expected = {
        form.code: {(r.part, r.number): r.key for r in form_key(paper, form) if r.key}
        for form in paper.forms
    }
    assert told == expected


def test_the_printed_rows_are_the_key() -> None:
    paper = make_paper(4)
    text = pdf_text(render_answer_key(paper))
    keys = [form_key(paper, form) for form in paper.forms]
    for row, *others in zip(*keys, strict=True):
        if row.key:
            line = " ".join([str(row.number), row.key, *(other.key for other in others)])
            assert line in text
    assert re.search(r"Câu 101 102 103 104", text)


def test_essays_are_left_to_the_guide() -> None:
    text = pdf_text(render_answer_key(make_paper(2)))
    assert text.count("Chấm theo tiêu chí trong hướng dẫn chấm.") == 1


def test_points_and_law_are_told() -> None:
    text = pdf_text(render_answer_key(make_paper(2)))
    assert "Theo pháp luật có hiệu lực ngày 05/12/2026." in text
    assert "Đúng 1 ý được 0,1 điểm, 2 ý được 0,25 điểm" in text
    assert "Giữ kín đến hết giờ thi." in text


def test_the_bytes_are_stable_and_pdf_ua() -> None:
    first, again = render_answer_key(make_paper(2)), render_answer_key(make_paper(2))
    assert first == again
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first
