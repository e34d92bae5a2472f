from base64 import b64decode
from dataclasses import replace

import pytest

from lachan.content import Content
from lachan.domain.items import Media
from lachan.domain.rich.text import Figure
from lachan.wire.media import load_media
from support.sample_items import SAMPLE


def test_a_picture_becomes_a_data_url(content: Content) -> None:
    media = load_media([SAMPLE], [content.get_item("thu-mot")])
    head, data = media["media/hinh.svg"].split(",")
    assert head == "data:image/svg+xml;base64"
    assert b64decode(data) == (SAMPLE / "media/hinh.svg").read_bytes()


def test_figures_of_texts_are_found() -> None:
    text = (Figure("media/hinh.svg", "hình"),)
    assert list(load_media([SAMPLE], texts=[text])) == ["media/hinh.svg"]


@pytest.mark.parametrize(
    "path", ["media/khong-co.png", "../sample.py", "lachan.toml", "/etc/hostname", "../../x.svg"]
)
def test_what_is_no_picture_of_the_folder_is_left_out(content: Content, path: str) -> None:
    item = replace(content.get_item("thu-ngan"), media=Media(path, "mô tả"))
    assert load_media([SAMPLE], [item]) == {}
