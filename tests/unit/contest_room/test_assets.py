import gzip

import brotli
import pytest

from lachan.contest_room.assets import AssetShelf, make_asset

TEXT = make_asset("text/css; charset=UTF-8", b".lc { color: #12303a }\n" * 50)
FONT = make_asset("font/woff2", b"wOF2" + bytes(500))


def test_text_is_compressed_both_ways() -> None:
    assert brotli.decompress(TEXT.encode_for("gzip, deflate, br")[1]) == TEXT.plain
    assert gzip.decompress(TEXT.encode_for("gzip")[1]) == TEXT.plain


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br", "br"),
        ("gzip, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("identity", ""),
        ("", ""),
        ("zstd, x-br", ""),
    ],
)
def test_the_browser_says_what_it_reads(accepted: str, encoding: str) -> None:
    assert TEXT.encode_for(accepted)[0] == encoding


def test_fonts_are_left_as_they_are() -> None:
    assert FONT.encode_for("br, gzip") == ("", FONT.plain)


def test_an_address_changes_with_the_content_only() -> None:
    shelf = AssetShelf()
    first = shelf.add("phong-thi.css", TEXT)
    assert first == f"phong-thi.{TEXT.digest}.css"
    assert first == shelf.add("phong-thi.css", make_asset(TEXT.media_type, TEXT.plain))
    assert first != shelf.add("phong-thi.css", make_asset(TEXT.media_type, TEXT.plain + b"\n"))
    assert shelf.find(first) == TEXT
    assert shelf.find("phong-thi.css") is None
