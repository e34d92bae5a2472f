"""Names from files are held to be plain names, on every system."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.file_names import is_file_name, is_inner_path

HOSTILE = [
    "",
    ".",
    "..",
    "../a",
    "a/../../b",
    "/etc/passwd",
    "a//b",
    "a/",
    "a\\b",
    "C:x",
    "C:\\x",
    "a\0b",
    "a\nb",
    "a\u202egnp.exe",
    "aux",
    "NUL.txt",
    "com1.pdf",
    "a ",
    "a.",
    "x" * 201,
    "/".join(["x" * 100] * 11),
    "\ud800",
    7,
    None,
    ["a"],
]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_leads_elsewhere_or_is_no_name_is_neither(name: object) -> None:
    assert not is_file_name(name)
    assert not is_inner_path(name)


@pytest.mark.parametrize("name", ["101.pdf", "đề thi 30-7.docx", ".an", "a..b", "console"])
def test_plain_names_are_names(name: str) -> None:
    assert is_file_name(name)
    assert is_inner_path(f"de/chuan/{name}")


@given(st.text())
def test_no_inner_path_leaves_its_folder_on_any_system(path: str) -> None:
    if is_inner_path(path):
        for kind in (PurePosixPath, PureWindowsPath):
            whole = kind("goc") / path
            assert not whole.is_absolute()
            assert whole.parts[0] == "goc"
            assert ".." not in whole.parts
