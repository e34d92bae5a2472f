"""An item is put into a file, and nothing else in it changes."""

from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.content.diagnostics import Diagnostics
from lachan.content.items.entry_text import render_entry, without_empty
from lachan.content.items.entry_writer import (
    EntryPlaceError,
    drop_entry,
    put_entry,
    read_entries,
)
from lachan.content.yaml.source import parse_yaml

FIRST = """\
  # câu đầu
  - id: mau-001
    level: biet   # dễ
    # lời dẫn
    stem: >-
      Hai dòng,
      một câu?
    la: điều chưa ai biết
    choices:
      # phương án đúng
      - {id: a, text: Một}
    key: a
"""
SECOND = "  - id: mau-002\n    stem: Hai?\n"
FILE = f"# Câu của trường\nitems:\n\n{FIRST}\n  # câu sau\n{SECOND}"

TEXTS = (
    "Em làm gì: hỏi ai? # không",
    "- gạch đầu dòng",
    "no",
    "~",
    "null",
    '"ngoặc" và \\ sổ',
    "[một]",
    "Hai đoạn.\n\n- một\n- hai",
    "chữ dài " * 40 + "hết",
    "  thụt\nrồi thẳng",
    "@ khác & lạ * sao ! than % phần",
    "kết bằng hai chấm:",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_reads_back_as_it_was(text: str) -> None:
    entry = {"id": "x", "stem": text, "choices": [{"id": "a", "text": text}], "key": [text, "b"]}
    faults = Diagnostics()
    read = parse_yaml(render_entry(entry), "x.yaml", faults)
    assert (read, faults.problems) == (entry, [])
    assert read_entries(put_entry(FILE, entry, "x.yaml"), "x.yaml")[2] == entry


def test_fields_stand_in_one_order_and_empty_ones_are_left_out() -> None:
    entry = {"la": "1", "key": "a", "stem": "Một?", "citations": [], "unit": "", "id": "x"}
    assert render_entry(entry) == "id: x\nstem: Một?\nkey: a\nla: '1'\n".replace("'", "")


def test_an_item_that_says_what_it_said_leaves_the_file_as_it_is() -> None:
    for entry in read_entries(FILE, "x.yaml"):
        assert put_entry(FILE, entry, "x.yaml") == FILE


def test_only_the_field_that_changed_is_written_anew() -> None:
    entry = {**read_entries(FILE, "x.yaml")[0], "stem": "Một câu khác?", "objective": "nhan-biet"}
    changed = put_entry(FILE, entry, "x.yaml")
    old = "    stem: >-\n      Hai dòng,\n      một câu?\n"
    assert changed == FILE.replace(old, "    stem: Một câu khác?\n").replace(
        "dễ\n", "dễ\n    objective: nhan-biet\n"
    )


def test_a_field_that_is_gone_takes_its_comment_along() -> None:
    entry = read_entries(FILE, "x.yaml")[0]
    del entry["choices"]
    written = put_entry(FILE, entry, "x.yaml")
    assert "phương án đúng" not in written
    assert read_entries(written, "x.yaml")[0] == entry


def test_a_new_item_stands_behind_the_last_one() -> None:
    entry = {"id": "mau-003", "stem": "Ba?"}
    assert put_entry(FILE, entry, "x.yaml") == f"{FILE}\n  - id: mau-003\n    stem: Ba?\n"


@pytest.mark.parametrize("text", ["", "items: []\n", "items:\n", "# trống\nitems:\n"])
def test_a_file_without_items_takes_its_first(text: str) -> None:
    written = put_entry(text, {"id": "a", "stem": "Một?"}, "x.yaml")
    assert written.endswith("items:\n  - id: a\n    stem: Một?\n")


def test_an_item_may_take_another_id() -> None:
    entry = {**read_entries(FILE, "x.yaml")[1], "id": "mau-009"}
    written = put_entry(FILE, entry, "x.yaml", replaces="mau-002")
    assert written == FILE.replace("mau-002", "mau-009")


def test_an_item_written_on_one_line_is_written_anew() -> None:
    text = "items:\n  - {id: a, stem: Một?}\n"
    written = put_entry(text, {"id": "a", "stem": "Hai?"}, "x.yaml")
    assert written == "items:\n  - id: a\n    stem: Hai?\n"


def test_an_item_is_taken_out_and_the_others_keep_their_comments() -> None:
    assert (
        drop_entry(FILE, "mau-002", "x.yaml")
        == f"# Câu của trường\nitems:\n\n{FIRST}\n  # câu sau\n"
    )
    assert drop_entry(FILE, "mau-009", "x.yaml") == FILE
    left = drop_entry(FILE, "mau-001", "x.yaml")
    assert "# câu sau" in left
    assert [each["id"] for each in read_entries(left, "x.yaml")] == ["mau-002"]
    assert drop_entry(drop_entry(FILE, "mau-001", ""), "mau-002", "").endswith("items: []\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("items: {a: b}\n", "phải là danh sách"),
        ("items: [{id: a}]\n", "phải là danh sách"),
        ("cau: []\n", 'trường "items"'),
        ("- a\n", 'trường "items"'),
        ("items: [\n", "lỗi YAML"),
    ],
)
def test_a_file_of_another_shape_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(EntryPlaceError, match=words):
        put_entry(text, {"id": "b"}, "x.yaml")


def test_every_file_of_the_bank_survives_its_own_items(real_content: Content) -> None:
    for name in ("thcs/viec-nhe-luong-cao.yaml", "tieu-hoc/khi-em-bi-lac.yaml"):
        text = (real_content.root / "quiz_bank" / name).read_text("utf-8")
        entries = read_entries(text, name)
        assert put_entry(text, entries[-1], name) == text
        for entry in entries:
            read = parse_yaml(render_entry(entry), name, Diagnostics())
            assert read == without_empty(entry)
