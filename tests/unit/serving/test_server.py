from __future__ import annotations

import os
from pathlib import Path

from lachan.serving.server import make_config, prefer_template


def test_requests_choose_neither_template_nor_theme() -> None:
    config = make_config("Trường thử").VoilaConfiguration
    assert config.template == "lachan"
    assert (config.allow_template_override, config.allow_theme_override) == ("NO", "NO")
    assert config.file_allowlist == []
    assert config.show_tracebacks is False


def test_our_template_is_searched_first(tmp_path: Path) -> None:
    environ = {"JUPYTER_PATH": "/khac"}
    prefer_template(tmp_path, environ)
    assert environ["JUPYTER_PATH"] == f"{tmp_path / 'template'}{os.pathsep}/khac"


def test_our_template_alone(tmp_path: Path) -> None:
    environ: dict[str, str] = {}
    prefer_template(tmp_path, environ)
    assert environ["JUPYTER_PATH"] == str(tmp_path / "template")
