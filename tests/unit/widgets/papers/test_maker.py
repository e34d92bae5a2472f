"""The paper maker: a message in, what the screen shows out; on the real bank."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from lachan.content import Content
from lachan.content.papers.blueprint_reader import parse_blueprint
from lachan.limits.classroom import LARGEST_UPLOAD
from lachan.widgets.papers.maker import PaperMaker
from lachan.widgets.papers.press import PIECE_BYTES
from lachan.workflows.papers.bench import PaperBench

TODAY = dt.date(2026, 12, 1)
READY = "khoi-dong-thcs"


class Reports:
    """Hands out one code, and counts how often it was asked."""

    count = 0

    def __call__(self) -> str:
        self.count += 1
        return "K7QF-3MZD"


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def maker(real_content: Content, reports: Reports) -> Iterator[PaperMaker]:
    made = make_maker(real_content, reports)
    yield made
    made.receive({"type": "stop"})


def make_maker(content: Content, reports: Reports) -> PaperMaker:
    def today() -> dt.date:
        return TODAY

    return PaperMaker(content, PaperBench(content, today), today, reports)


def start(maker: PaperMaker, **changes: object) -> dict[str, object]:
    """Return the form of a ready-made blueprint of two forms, without Word files."""
    maker.receive({"type": "start", "blueprint": READY})
    assert maker.notice == ""
    return {**maker.form, "codes": "", "forms": "2", "word": False, **changes}


def send(
    maker: PaperMaker, kind: str, form: dict[str, object] | None = None, **more: object
) -> None:
    maker.receive({"type": kind, "form": form, **more})


def encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_the_menu_has_every_band_with_its_topics_by_title(maker: PaperMaker) -> None:
    lower = next(each for each in maker.menu["bands"] if each["band"] == "thcs")
    titles = {each["topic"]: each["title"] for each in lower["topics"]}
    assert titles["ban-quen-qua-mang"] == "Bạn quen qua mạng"
    assert [each["level"] for each in maker.menu["levels"]] == ["biet", "hieu", "van-dung"]
    assert READY in {each["slug"] for each in maker.menu["blueprints"]}


def test_what_the_bank_can_fill_is_told_for_every_cell_on_show(maker: PaperMaker) -> None:
    form: dict[str, Any] = start(maker)
    send(maker, "look", form)
    assert (maker.look["state"], maker.look["codes"]) == ("ready", ["101", "102"])
    names = {
        f"{topic}/{level}" for topic in form["topics"] for level in ("biet", "hieu", "van-dung")
    }
    assert [set(part) for part in maker.look["supply"]] == [names] * len(form["parts"])


def test_a_cell_that_goes_short_is_told_in_words_and_beside_it(maker: PaperMaker) -> None:
    form = start(maker)
    name = next(iter(form["parts"][0]["counts"]))
    form["parts"][0]["counts"][name] = "300"
    send(maker, "look", form)
    available = maker.look["supply"][0][name]
    assert maker.look["state"] == "short"
    assert f"cần 300, có {available}" in maker.look["lines"][0]
    assert "“Việc nhẹ, lương cao”" in maker.look["lines"][0]
    assert f"0/{name}" in maker.look["cells"]


def test_law_is_judged_on_the_date_of_the_form(maker: PaperMaker) -> None:
    counts = []
    for date in ("", "2020-01-01"):
        send(maker, "look", start(maker, date=date))
        counts.append(sum(sum(part.values()) for part in maker.look["supply"]))
    assert counts[1] < counts[0]
    assert maker.look["state"] == "short"


def test_faults_name_their_fields_and_leave_the_supply_on_show(maker: PaperMaker) -> None:
    form = start(maker, minutes="nhiều")
    send(maker, "look", form)
    assert maker.look["state"] == "faults"
    assert [fault["field"] for fault in maker.look["faults"]] == ["minutes"]
    assert maker.look["supply"]


def test_sets_that_differ_tell_how_far_they_are_apart(maker: PaperMaker) -> None:
    maker.receive({"type": "start", "blueprint": "truc-tuyen-20-cau-cong-dong"})
    send(maker, "look", maker.form)
    assert (maker.look["state"], maker.look["sets"] > 1) == ("ready", True)


def test_an_official_paper_from_an_open_bank_warns(maker: PaperMaker) -> None:
    send(maker, "look", start(maker, official=True))
    (warning,) = maker.look["warnings"]
    assert "đề chính thức có" in warning


def test_a_preview_is_the_first_form_with_its_keys(maker: PaperMaker) -> None:
    form = start(maker)
    send(maker, "preview", form)
    assert (maker.notice, maker.preview["code"]) == ("", "101")
    items = [item for part in maker.preview["parts"] for item in part["items"]]
    paper = PaperBench(maker._content, lambda: TODAY).choose(
        replace(maker._content.get_blueprint(READY), codes=(), form_count=2)
    )
    assert [item["id"] for item in items] == [item.id for item in paper.items_of(paper.forms[0])]
    first = items[0]
    printed = paper.forms[0].parts[0][0]
    assert [row["label"] for row in first["groups"][0]["rows"]] == list("ABCD")
    key = paper.items[first["id"]].body.key
    assert first["key"] == "ABCD"[printed.options.index(key)]


def test_another_question_is_kept_by_the_form(maker: PaperMaker) -> None:
    form = start(maker)
    send(maker, "preview", form)
    first = maker.preview["parts"][0]["items"][0]["id"]
    send(maker, "swap", form, item=first)
    assert maker.notice == ""
    shown = maker.preview
    assert (first,) == tuple(maker.swap["dropped"])
    assert maker.swap["exclude"] == first
    changed = {**form, "include": maker.swap["include"], "exclude": maker.swap["exclude"]}
    send(maker, "preview", changed)
    assert shown == maker.preview
    send(maker, "swap", changed, item=first)
    assert "không còn trong mã đề này" in maker.notice


def test_every_ready_made_blueprint_can_be_previewed(maker: PaperMaker) -> None:
    for blueprint in maker.menu["blueprints"]:
        maker.receive({"type": "start", "blueprint": blueprint["slug"]})
        send(maker, "preview", maker.form)
        assert maker.notice == ""


def test_a_saved_blueprint_can_be_loaded_again(maker: PaperMaker) -> None:
    form = start(maker)
    send(maker, "save", form)
    name, text = maker.saved["name"], maker.saved["text"]
    assert parse_blueprint(text, name).form_count == 2
    shown = maker.form
    send(maker, "load", name=name, data=encode(text.encode()))
    assert maker.notice == ""
    assert maker.form == {**shown, "codes": "", "forms": "2"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"title: [", "m.yaml:"),
        (b"titel: x", 'có phải là "title"?'),
        (b"x" * (LARGEST_UPLOAD.value + 1), "nặng hơn 700 kB"),
    ],
    ids=["bytes", "syntax", "schema", "size"],
)
def test_a_file_that_is_no_blueprint_is_told_and_changes_nothing(
    maker: PaperMaker, data: bytes, words: str
) -> None:
    form = start(maker)
    before = dict(maker.form)
    send(maker, "load", form, name="m.yaml", data=encode(data))
    assert words in maker.notice
    assert maker.form == before


def test_an_uploaded_file_cannot_make_the_server_read_another(maker: PaperMaker) -> None:
    send(maker, "save", start(maker))
    text = maker.saved["text"].replace("rules:", "rules:\n  previous: [../manifest.json]")
    send(maker, "load", name="m.yaml", data=encode(text.encode()))
    assert "không đọc được hồ sơ đề cũ" in maker.notice


def test_a_part_is_filled_on_request(maker: PaperMaker) -> None:
    maker.receive({"type": "start", "band": "thcs"})
    send(maker, "spread", maker.form, part=0, count=10)
    assert maker.notice == ""
    assert sum(int(count) for count in maker.spread["counts"].values()) == 10
    form = {**maker.form, "parts": [{**maker.form["parts"][0], "counts": maker.spread["counts"]}]}
    send(maker, "look", form)
    assert maker.look["state"] == "ready"


def test_the_whole_set_is_made_in_steps_and_taken_in_pieces(maker: PaperMaker) -> None:
    form = start(maker)
    send(maker, "make", form)
    assert (maker.notice, maker.job["made"], maker.job["whole"]) == ("", 0, False)
    while not maker.job["whole"]:
        made = maker.job["made"]
        send(maker, "step")
        assert maker.job["made"] == made + 1
    assert maker.job["made"] == maker.job["total"]
    data = b""
    while len(data) < maker.job["size"]:
        send(maker, "take", start=len(data))
        assert maker.piece["length"] <= PIECE_BYTES
        data += base64.b64decode(maker.piece["data"])
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert len(names) == maker.job["total"]
    assert {"de/khoi-dong-thcs-101.pdf", "dap-an/key.xlsx", "manifest.json"} <= set(names)
    assert maker.job["name"] == "khoi-dong-thcs-2-ma-de.zip"
    told = [maker.job[name] for name in ("title", "parts", "items", "codes")]
    assert told == [form["title"], 4, 17, ["101", "102"]]


def test_what_was_stopped_is_gone(maker: PaperMaker) -> None:
    send(maker, "make", start(maker))
    send(maker, "step")
    send(maker, "stop")
    assert (maker.notice, maker.job) == ("", {})
    send(maker, "step")
    assert maker.notice == maker.texts["paper_gone"]


def test_a_zip_cannot_be_taken_before_it_is_whole(maker: PaperMaker) -> None:
    send(maker, "make", start(maker))
    send(maker, "take", start=0)
    assert (maker.notice, maker.piece) == (maker.texts["unknown_message"], {})


def test_names_of_a_class_list_stay_in_the_kernel(maker: PaperMaker) -> None:
    data = encode("Họ và tên\nĐỗ Thị Ân\n".encode())
    send(maker, "roster", name="lop.csv", data=data)
    assert maker.roster == {"name": "lop.csv", "count": 1}
    assert "Ân" not in json.dumps(maker.get_state(), default=str, ensure_ascii=False)
    send(maker, "roster")
    assert maker.roster == {}


def test_a_bad_class_list_is_told_by_row(maker: PaperMaker) -> None:
    data = encode("SBD,Họ và tên\n1,An\n1,Bình\n".encode())
    send(maker, "roster", name="lop.csv", data=data)
    assert "lop.csv" in maker.notice
    assert maker.roster == {}


@pytest.mark.parametrize(
    "message",
    [
        {"type": "start"},
        {"type": "start", "band": "x"},
        {"type": "xyz"},
        {"type": "load", "name": "m.yaml", "data": "%"},
        {"type": "spread", "form": None, "part": 0, "count": 1},
        {"type": "take", "start": -1},
        None,
    ],
)
def test_messages_from_elsewhere_are_refused(
    maker: PaperMaker, reports: Reports, message: object
) -> None:
    maker.receive(message)
    assert maker.notice != ""
    assert reports.count == 0


def test_an_unforeseen_fault_gets_a_code_and_frees_the_page(
    maker: PaperMaker, reports: Reports
) -> None:
    send(maker, "look", {"band": "thcs", "topics": ["x"], "parts": [3]}, serial=7)
    assert "K7QF-3MZD" in maker.notice
    assert (maker.answered, reports.count) == (7, 1)


def test_the_browser_hears_when_each_message_is_done(maker: PaperMaker) -> None:
    order: list[str] = []
    maker.observe(lambda change: order.append(change["name"]), ["form", "answered"])
    maker.receive({"type": "start", "band": "thcs", "serial": 1})
    assert order == ["form", "answered"]
    assert maker.answered == 1


def test_without_blueprints_there_is_still_a_way(real_content: Content, reports: Reports) -> None:
    maker = make_maker(replace(real_content, blueprints=()), reports)
    assert maker.menu["blueprints"] == []
    maker.receive({"type": "start", "band": "tieu-hoc"})
    assert maker.form["band"] == "tieu-hoc"
