"""The office's page in the notebook: every question is answered once, nothing else happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from lachan.widgets.contests.office import ContestOfficePage


@dataclass(frozen=True)
class Told:
    body: dict[str, Any]
    data: bytes = b""


class Kernel:
    """What stands behind the page: notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, Any], bytes]] = []

    def answer(self, name: str, values: Mapping[str, Any], piece: bytes) -> Told:
        self.asked.append((name, dict(values), piece))
        return Told({"name": name}, b"%PDF" if name == "file" else b"")


@pytest.fixture
def kernel() -> Kernel:
    return Kernel()


@pytest.fixture
def sent() -> list[tuple[Any, Any]]:
    return []


@pytest.fixture
def page(
    kernel: Kernel, sent: list[tuple[Any, Any]], monkeypatch: pytest.MonkeyPatch
) -> ContestOfficePage:
    page = ContestOfficePage(kernel.answer, "Trường THCS")
    monkeypatch.setattr(page, "send", lambda content, buffers=None: sent.append((content, buffers)))
    return page


def test_a_question_gets_one_answer_under_its_number(
    page: ContestOfficePage, kernel: Kernel, sent: list[tuple[Any, Any]]
) -> None:
    page.receive({"id": 7, "name": "look", "values": {"slug": "thi"}})
    assert kernel.asked == [("look", {"slug": "thi"}, b"")]
    assert sent == [({"id": 7, "body": {"name": "look"}}, None)]


def test_files_go_both_ways_as_bytes(
    page: ContestOfficePage, kernel: Kernel, sent: list[tuple[Any, Any]]
) -> None:
    page.receive({"id": 1, "name": "upload", "values": {}}, [memoryview(b"SBD")])
    page.receive({"id": 2, "name": "file", "values": {}})
    assert kernel.asked[0] == ("upload", {}, b"SBD")
    assert sent[1] == ({"id": 2, "body": {"name": "file"}}, [b"%PDF"])


@pytest.mark.parametrize("message", [None, "look", 3, [], {}, {"id": "7", "name": "look"}])
def test_what_is_no_question_is_dropped(
    page: ContestOfficePage, kernel: Kernel, sent: list[tuple[Any, Any]], message: object
) -> None:
    page.receive(message)
    assert (kernel.asked, sent) == ([], [])


@pytest.mark.parametrize("values", [None, "x", [1]])
def test_values_that_are_none_count_as_empty(
    page: ContestOfficePage, kernel: Kernel, values: object
) -> None:
    page.receive({"id": 1, "name": "list", "values": values})
    assert kernel.asked == [("list", {}, b"")]


def test_a_browser_writes_into_no_trait(page: ContestOfficePage) -> None:
    page.set_state({"words": {}, "school": "khác"})
    assert (page.school, page.words["heading"]) == ("Trường THCS", "Điều hành cuộc thi")
