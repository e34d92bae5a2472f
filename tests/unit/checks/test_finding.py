"""Words of findings: as short as a line of a report, as near as a slip of the keyboard."""

from __future__ import annotations

from lachan.checks.finding import nearest, shorten


def test_a_long_text_is_cut_between_words() -> None:
    text = "Việc nhẹ lương cao " * 20
    short = shorten(text)
    assert short.endswith("…")
    assert text.startswith(short[:-1] + " ")
    assert "Việc nhẹ" == shorten("Việc nhẹ")


def test_only_a_near_name_is_proposed() -> None:
    assert 'có phải là "mau-001"?' == nearest("mau-01", ["mau-001", "khac"])
    assert "" == nearest("xyz", ["mau-001"])
