from __future__ import annotations

import pytest

from lachan.apps.lesson import pupil_links


def test_handout_is_offered_where_our_server_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACHAN_SERVED", "1")
    assert pupil_links() == (
        ("Phiếu học tập (PDF)", "../../lachan/tai/{slug}/phieu-hoc-tap.pdf"),
        ("Tờ rơi cho gia đình (PDF)", "../../lachan/tai/{slug}/to-roi.pdf"),
        ("Truyện tranh để in (PDF)", "../../lachan/tai/{slug}/truyen-tranh.pdf"),
    )


def test_nothing_is_offered_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LACHAN_SERVED", raising=False)
    assert pupil_links() == ()
