"""Words that a native reader changed stay away from what people read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

# Each with what is written instead.
RETIRED = {
    r"[Kk]hép (cuộc thi )?lại|khép sớm": "kết thúc (và chấm)",
    r"[Xx]ử lí một người|Xử lí: ": "hỗ trợ",
    r"Kém hạng trên": "phân hạng nhờ",
    r"[Hh]ạng đông nhất": "hạng số người dự thi",
    r"ý bạn là": "có phải là",
    r"trộn \(seed\)": "chuỗi trộn",
    r"No such file": "describe_os_error",
}
READ = ("src/lachan", "docs", "voila_apps", "README.vi.md", "chay.ps1")
KINDS = {".py", ".json", ".js", ".typ", ".j2", ".html", ".md", ".ps1"}


def find_read(root: Path) -> list[Path]:
    """Return the files whose words people may read."""
    below = [path for name in READ for path in [root / name, *(root / name).rglob("*")]]
    return [path for path in below if path.is_file() and path.suffix in KINDS]


@pytest.mark.parametrize("word", RETIRED, ids=RETIRED.get)
def test_a_retired_word_is_nowhere(repository: Path, word: str) -> None:
    pages = find_read(repository)
    assert len(pages) > 500
    found = [
        str(each.relative_to(repository))
        for each in pages
        if re.search(word, each.read_text("utf-8"))
    ]
    assert [] == found


def test_nobody_who_reads_a_screen_is_called_a_friend(repository: Path) -> None:
    """A pupil is called em, a teacher thầy cô; adults are spoken to without a word for them."""
    folder = repository / "src/lachan/frontend"
    read = {
        f"{path.stem}: {name}": text
        for path in sorted(folder.glob("*.vi.json"))
        for name, text in json.loads(path.read_text("utf-8")).items()
    }
    called = {name: text for name, text in read.items() if re.search(r"\b[Bb]ạn\b", text)}
    assert {
        "texts.vi: result_all": "Em đã nắm chắc phần này. Hãy kể lại cho một người bạn nhé."
    } == called


@pytest.mark.parametrize(
    ("file", "name", "told"),
    [
        ("texts.vi.json", "room_seal_why", "được tính từ đáp án, sửa một đáp án là mã khác đi"),
        ("texts.vi.json", "paper_note_seed", "máy dựa vào đó để chọn câu và xáo thứ tự"),
        ("texts.vi.json", "paper_fingerprint", "dãy kí tự tính từ mọi tệp của bộ đề"),
        ("texts-office.vi.json", "commit_note", "cách cho mọi người thấy đáp án không bị sửa"),
        ("texts-office.vi.json", "log_note", "dãy kí tự tính từ dòng ấy và mọi dòng trước nó"),
    ],
)
def test_a_technical_word_is_explained_where_it_is_met(
    repository: Path, file: str, name: str, told: str
) -> None:
    texts = json.loads((repository / "src/lachan/frontend" / file).read_text("utf-8"))
    assert told in texts[name]
