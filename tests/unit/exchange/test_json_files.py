import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.errors import LachanError
from lachan.exchange import render_json
from lachan.exchange.json_files import CodecError, parse_document, reading

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_keys_are_sorted_letters_stay_and_a_newline_ends_the_file() -> None:
    assert render_json({"b": 1, "a": ["ắ"]}) == '{\n  "a": [\n    "ắ"\n  ],\n  "b": 1\n}\n'.encode()


@given(VALUES)
def test_the_bytes_are_those_of_the_standard_library(value: object) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    assert render_json(value) == f"{plain}\n".encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "không phải JSON đọc được: "),
        (b"\xff", "không phải JSON đọc được: "),
        (b"[" * 200_000, "không phải JSON đọc được: "),
        (b"[]", 'format: cần "lachan-a/1"; thấy None'),
        (b"{}", 'format: cần "lachan-a/1"; thấy None'),
        (b'{"format": ["lachan-a/1"]}', "format: cần \"lachan-a/1\"; thấy ['lachan-a/1']"),
        (b'{"format": "lachan-b/1"}', "format: cần \"lachan-a/1\"; thấy 'lachan-b/1'"),
    ],
)
def test_what_names_no_format_is_no_document(data: bytes, told: str) -> None:
    with pytest.raises(CodecError) as caught:
        parse_document(data, "lachan-a/1")
    assert str(caught.value).startswith(told)


def test_a_document_is_what_the_file_holds() -> None:
    assert parse_document('{"format": "lachan-a/1", "b": [1]}', "lachan-a/1") == {
        "format": "lachan-a/1",
        "b": [1],
    }


class WrongFileError(LachanError):
    pass


def read(data: str) -> bytes:
    with reading("a.json", "lachan-a/1", WrongFileError, "hãy lấy tệp gốc."):
        return str(parse_document(data.encode(), "lachan-a/1")["b"]).encode()


def test_a_reader_says_which_file_and_what_to_do() -> None:
    with pytest.raises(WrongFileError) as caught:
        read('{"format": "khac"}')
    words = "format: cần \"lachan-a/1\"; thấy 'khac'"
    assert str(caught.value) == f"a.json: không đúng dạng lachan-a/1 ({words}); hãy lấy tệp gốc."
    with pytest.raises(WrongFileError, match=r"^a\.json: tệp ghi theo dạng lachan-a/2, bản Lá"):
        read('{"format": "lachan-a/2"}')
    with pytest.raises(WrongFileError, match=r"^a\.json: không đúng dạng .*surrogates not allowed"):
        read('{"format": "lachan-a/1", "b": "\\ud800"}')
    assert read('{"format": "lachan-a/1", "b": "ắ"}') == "ắ".encode()
