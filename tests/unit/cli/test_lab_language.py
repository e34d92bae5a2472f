"""The language pack, as JupyterLab finds and reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lachan.cli.lab_language import LOCALE, read_words, write_language_pack

READ = """
import json
from jupyterlab_server.translation_utils import get_language_pack, translator

said, fault = get_language_pack("vi")
translator.set_locale("vi")
server = translator.load("jupyterlab")
menus = {name: server.pgettext("menu", name) for name in ("File", "Save and Export Notebook As")}
print(json.dumps([said["jupyterlab"], fault, menus]))
"""


Pack = tuple[Mapping[str, Any], str, dict[str, str]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Return what the browser is given, what was wrong, and menus as the server names them."""
    folder = tmp_path_factory.mktemp("pack")
    assert write_language_pack(folder)
    told = subprocess.run(
        [sys.executable, "-c", READ],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    said, fault, menus = json.loads(told.stdout)
    return said, fault, menus


def test_the_pack_is_found_and_whole(read: Pack) -> None:
    said, fault, menus = read
    assert fault == ""
    # The browser looks a sentence up by this language.
    assert said[""]["language"] == LOCALE
    # One of the community's, one of ours.
    assert said["Print…"] == ["In…"]
    assert said["Run All Cells"] == ["Chạy mọi ô"]
    assert menus == {"File": "Tệp", "Save and Export Notebook As": "Xuất sổ ra"}


def test_exporters_have_the_names_of_their_products(
    read: Pack,
) -> None:
    said, _, _ = read
    assert said["Lachan_handout"] == ["Lá Chắn: Phiếu học tập (PDF)"]
    assert said["Lachan_page"] == ["Lá Chắn: Trang không cần mạng (.html)"]


def test_it_can_be_written_again_over_itself(tmp_path: Path) -> None:
    assert write_language_pack(tmp_path)
    assert write_language_pack(tmp_path)


@pytest.mark.locked
def test_every_sentence_is_one_that_jupyterlab_says() -> None:
    lab = Path(sys.prefix) / "share/jupyter/lab"
    places = [*lab.glob("static/*.js"), *lab.glob("schemas/@jupyterlab/**/*.json")]
    text = "".join(path.read_text("utf-8") for path in places)
    ours = [name for name in read_words() if not name.startswith("Lachan_")]

    said = [json.dumps(name.rpartition("\4")[2], ensure_ascii=False) for name in ours]
    assert [each for each in said if each not in text] == []
