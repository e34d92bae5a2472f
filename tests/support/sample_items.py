"""The small content folder that the tests of widgets and front end share."""

from __future__ import annotations

from pathlib import Path

from lachan.content import Content, load_content

SAMPLE = Path(__file__).with_name("sample_items")


def load_sample() -> Content:
    content = load_content(SAMPLE)
    assert content.problems == ()
    return content
