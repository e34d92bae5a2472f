"""Every item type is read whole, and what cannot be asked is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content.diagnostics import Diagnostics
from lachan.content.items.reader import read_items
from lachan.domain.bodies import Essay, Matching, Ordering, Scenario, ShortText
from lachan.domain.items import Item
from lachan.domain.kinds import Ending, ItemType
from lachan.markup import render_plain

HEAD = """\
items:
  - id: mau-101
    type: {type}
    level: hieu
    stem: Câu dẫn
    citations: [luat-mau/d2-k1]
"""

MATCHING = """\
    pairs:
      - {id: a, left: Lo lắng, right: Gọi 111, reason: Có người nghe.}
      - {id: b, left: Nguy hiểm, right: Gọi 113, reason: Công an tới.}
      - {id: c, left: Buồn, right: Kể với mẹ, reason: Mẹ ôm em.}
    extra:
      - {id: x, text: Im lặng, reason: Im lặng không giúp ai.}
"""

ORDERING = """\
    steps:
      - {id: a, text: Nói không, reason: Dừng lại trước.}
      - {id: b, text: Chạy đi, reason: Ra chỗ đông người.}
      - {id: c, text: Kể lại, reason: Người lớn giúp em.}
"""

SCENARIO = """\
    scenes:
      - id: mot
        text: Một tin nhắn lạ.
        choices:
          - {id: a, text: Hỏi mẹ, reason: Mẹ giúp được., next: xong, best: yes}
          - {id: b, text: Trả lời ngay, reason: Chưa biết là ai., next: hai}
      - id: hai
        text: Người ấy giục em.
        choices:
          - {id: a, text: Gọi 111, reason: Có người nghe., next: xong, best: yes}
          - {id: b, text: Đi luôn, reason: Dừng lại vẫn kịp., next: can}
      - {id: xong, text: Em an toàn., ending: an-toan}
      - {id: can, text: Gọi 111 vẫn kịp., ending: can-giup}
"""

ESSAY = """\
    rubric:
      - {id: a, text: Nêu được một người lớn, points: 1}
      - {id: b, text: Nói được vì sao, points: 0.5}
    guide: Em có thể kể về cô giáo.
    words: [30, 60]
"""

SHORT_TEXT = """\
    key: Công an
    accepted: [công an xã]
    reason: Công an nhận tin báo.
"""

TEXTS = {
    "matching": MATCHING,
    "ordering": ORDERING,
    "scenario": SCENARIO,
    "essay": ESSAY,
    "short_text": SHORT_TEXT,
}


def _read(folder: Path, kind: str, body: str) -> tuple[list[Item], Diagnostics]:
    path = folder / "quiz_bank/thcs/mau.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD.format(type=kind) + body, encoding="utf-8")
    diagnostics = Diagnostics()
    return read_items(path, folder, diagnostics), diagnostics


@pytest.mark.parametrize("kind", TEXTS)
def test_each_type_is_read_without_a_problem(tmp_path: Path, kind: str) -> None:
    [item], diagnostics = _read(tmp_path, kind, TEXTS[kind])

    assert [] == diagnostics.problems
    assert ItemType(kind) == item.type


def test_pairs_keep_their_sides_and_the_extra_one(tmp_path: Path) -> None:
    [item], _ = _read(tmp_path, "matching", MATCHING)

    assert isinstance(item.body, Matching)
    sides = [(render_plain(p.left), render_plain(p.right)) for p in item.body.pairs]
    assert ("Nguy hiểm", "Gọi 113") == sides[1]
    assert ["x"] == [each.id for each in item.body.extra]


def test_steps_keep_the_authors_order(tmp_path: Path) -> None:
    [item], _ = _read(tmp_path, "ordering", ORDERING)

    assert isinstance(item.body, Ordering)
    assert ["Nói không", "Chạy đi", "Kể lại"] == [render_plain(s.text) for s in item.body.steps]


def test_scenes_know_where_they_lead(tmp_path: Path) -> None:
    [item], _ = _read(tmp_path, "scenario", SCENARIO)

    assert isinstance(item.body, Scenario)
    first = item.body.scenes[0]
    assert [("a", "xong", True), ("b", "hai", False)] == [
        (choice.id, choice.next, choice.best) for choice in first.choices
    ]
    assert Ending.NEEDS_HELP == item.body.get_scene("can").ending


CHAT = SCENARIO.replace("    scenes:", "    chat: yes\n    scenes:").replace(
    "text: Một tin nhắn lạ.", 'text: "- **K, 19:05:** Chào em."'
)


def test_a_chat_is_a_case_whose_lists_are_messages(tmp_path: Path) -> None:
    text = CHAT.replace("text: Người ấy giục em.", 'text: "- **K:** Nhanh lên."')
    [item], diagnostics = _read(tmp_path, "scenario", text)

    assert [] == diagnostics.problems
    assert isinstance(item.body, Scenario)
    assert item.body.chat


def test_a_chat_in_which_nobody_writes_is_told_with_its_place(tmp_path: Path) -> None:
    _, diagnostics = _read(tmp_path, "scenario", CHAT.replace("**K, 19:05:**", "**K, 25:05:**"))

    assert ["19:05", 'cảnh "hai"'] == [
        next(words for words in ("19:05", 'cảnh "hai"') if words in each.message)
        for each in diagnostics.problems
    ]
    assert {"QB023"} == {each.code for each in diagnostics.problems}


def test_an_essay_has_its_rubric_and_length(tmp_path: Path) -> None:
    [item], _ = _read(tmp_path, "essay", ESSAY)

    assert isinstance(item.body, Essay)
    assert ["1", "0.5"] == [str(criterion.points) for criterion in item.body.rubric]
    assert (30, 60) == item.body.words


def test_a_short_text_has_its_other_spellings(tmp_path: Path) -> None:
    [item], _ = _read(tmp_path, "short_text", SHORT_TEXT)

    assert isinstance(item.body, ShortText)
    assert ("Công an", ("công an xã",)) == (item.body.key, item.body.accepted)


@pytest.mark.parametrize(
    ("kind", "old", "new", "words"),
    [
        ("matching", "id: x", "id: a", "mã trùng nhau"),
        ("matching", "      - {id: c, left: Buồn, right: Kể với mẹ, reason: Mẹ ôm em.}\n", "", "3"),
        ("ordering", "id: c", "id: b", "mã trùng nhau"),
        ("scenario", "next: hai", "next: ba", 'không có cảnh "ba"'),
        ("scenario", "next: can", "next: mot", "đi vòng: mot → hai → mot"),
        ("scenario", ", best: yes", "", "đúng một lựa chọn best"),
        ("scenario", "next: can", "next: xong", "không lựa chọn nào dẫn đến cảnh can"),
        ("scenario", ", ending: can-giup", "", "hoặc choices, hoặc ending"),
        ("scenario", "ending: can-giup", "ending: can-gjup", "an-toan"),
        ("essay", "[30, 60]", "[60, 30]", "ít nhất, nhiều nhất"),
        ("essay", "points: 0.5", "points: 0", "lớn hơn"),
        ("short_text", "key: Công an", "key: " + "dài " * 20, "nhiều nhất 40"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    tmp_path: Path, kind: str, old: str, new: str, words: str
) -> None:
    assert old in TEXTS[kind]
    items, diagnostics = _read(tmp_path, kind, TEXTS[kind].replace(old, new, 1))

    assert [] == items
    assert any(words in problem.message for problem in diagnostics.problems), diagnostics.problems
