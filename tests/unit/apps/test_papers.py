from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import io
import re
import zipfile

import pytest

from lachan.apps.papers import MOST_FORMS, PaperMaker, zip_files
from lachan.content import Content

TODAY = dt.date(2026, 12, 1)


@pytest.fixture
def maker(real_content: Content) -> PaperMaker:
    return PaperMaker(real_content, today=lambda: TODAY)


def read_zip(maker: PaperMaker) -> zipfile.ZipFile:
    data = re.search(r"base64,([A-Za-z0-9+/=]+)", maker.result.value).group(1)
    return zipfile.ZipFile(io.BytesIO(base64.b64decode(data)))


def test_form_makes_the_forms_it_was_asked_for(maker: PaperMaker) -> None:
    maker.form_count.value = 2
    maker.make()
    names = read_zip(maker).namelist()
    blueprint = maker.blueprint.value
    assert {
        f"de/{blueprint}-101.pdf",
        f"de/{blueprint}-102.pdf",
        "dap-an/key.xlsx",
        "manifest.json",
    } <= set(names)
    assert "Đã ra 2 mã đề" in maker.result.value
    assert maker.button.disabled is False


def test_same_seed_gives_the_same_zip(maker: PaperMaker) -> None:
    maker.form_count.value = 1
    results = []
    for seed in ("30-7", "30-7", "2-9"):
        maker.seed.value = seed
        maker.make()
        results.append(maker.result.value)
    assert results[0] == results[1] != results[2]


def test_shortfall_is_told_in_words(real_content: Content) -> None:
    content = dataclasses.replace(real_content, items=real_content.items[:3])
    maker = PaperMaker(content, today=lambda: TODAY)
    maker.make()
    assert "Chưa ra được đề." in maker.result.value
    assert 'role="alert"' in maker.result.value
    assert "Traceback" not in maker.result.value
    assert "base64" not in maker.result.value


def test_unforeseen_fault_gets_a_code(
    real_content: Content, caplog: pytest.LogCaptureFixture
) -> None:
    def broken_clock() -> dt.date:
        raise RuntimeError("đồng hồ hỏng")

    maker = PaperMaker(real_content, today=broken_clock)
    maker.make()
    incident = re.search(r"mã sự cố ([0-9a-f]{8})", maker.result.value).group(1)
    assert "đồng hồ hỏng" not in maker.result.value
    assert incident in caplog.text
    assert "đồng hồ hỏng" in caplog.text
    assert maker.button.disabled is False


def test_number_of_forms_is_bounded(maker: PaperMaker) -> None:
    maker.form_count.value = 1000
    assert maker.form_count.value == MOST_FORMS


def test_without_blueprints_there_is_nothing_to_press(real_content: Content) -> None:
    content = dataclasses.replace(real_content, blueprints=())
    assert PaperMaker(content, today=lambda: TODAY).button.disabled is True


def test_zip_has_no_clock_in_it(tmp_path) -> None:
    path = tmp_path / "de.pdf"
    path.write_bytes(b"x" * 1000)
    first = zip_files((path,), tmp_path)
    path.touch()
    assert zip_files((path,), tmp_path) == first
    (info,) = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
