"""A form as a browser may send it: only text gets through."""

from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.domain.kinds import Band, ItemType
from lachan.limits.classroom import LARGEST_UPLOAD
from lachan.widgets.answering import MessageError
from lachan.widgets.authoring.reading import read_kind, read_writing

FORM = {
    "band": "thcs",
    "topic": "viec-nhe-luong-cao",
    "entry": {"id": "x", "choices": [{"id": "a", "text": None}], "la": ["giữ"]},
    "aside": {"essay": {"guide": "Nghĩ kĩ."}, "khong-co": {"a": "b"}},
    "draft": "0123",
    "kit": True,
}


def test_a_form_is_read_as_it_is(real_content: Content) -> None:
    writing = read_writing(FORM, real_content, "từ chối")
    assert writing.place.band is Band.LOWER_SECONDARY
    assert writing.entry == FORM["entry"]
    assert writing.aside == {"essay": {"guide": "Nghĩ kĩ."}}
    assert (writing.draft, writing.bank, writing.kit) == ("0123", "", True)


@pytest.mark.parametrize(
    "change",
    [
        {"entry": None},
        {"entry": {"id": 1}},
        {"entry": {"key": True}},
        {"entry": {"a": [[[[[[[[[["sâu"]]]]]]]]]]}},
        {"entry": {"stem": "x" * (LARGEST_UPLOAD.value + 1)}},
        {"band": "mam-non"},
        {"topic": "../../bi-mat"},
        {"topic": None},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(
    real_content: Content, change: dict[str, object]
) -> None:
    with pytest.raises(MessageError, match="từ chối"):
        read_writing({**FORM, **change}, real_content, "từ chối")
    with pytest.raises(MessageError, match="từ chối"):
        read_writing("form", real_content, "từ chối")


def test_a_type_is_read_by_its_name() -> None:
    assert read_kind("essay", "") is ItemType.ESSAY
    with pytest.raises(MessageError, match="từ chối"):
        read_kind(["essay"], "từ chối")
