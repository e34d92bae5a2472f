"""Pages that many tests ask for."""

from __future__ import annotations

LESSON = "viec-nhe-luong-cao"
PRACTICE = "/voila/render/luyen_tap.ipynb"
LESSONS = "/voila/render/bai_hoc.ipynb"
