"""What was written is read back: the same paper, and nothing that was changed since."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.assembly import assemble, form_key
from lachan.domain.items import Media, Override, Review
from lachan.domain.kinds import FormMode, Sensitivity, Use
from lachan.domain.papers.context import PaperContext, Topic
from lachan.domain.papers.paper import Blueprint, Certificate, Paper, Rules, Stage
from lachan.exchange import (
    SnapshotError,
    fingerprint,
    read_items_snapshot,
    read_manifest,
    render_items_snapshot,
    render_json,
)
from lachan.exchange.snapshot.manifest import manifest
from support.items import LAW_DATE, full_blueprint, make_bank

Change = Callable[[dict[str, Any]], object]

VERSIONS = {"typst": "0"}
CONTEXT = PaperContext(
    pictures={"media/a.png": b"\x89PNG"},
    labels={"luat/d2": "Điều 2 Luật Mẫu"},
    topics={"viec-nhe": Topic("Việc nhẹ", {"nhan-biet": "Nhận biết được", "hoi": "Hỏi lại"})},
    remarks=("Gọi 111",),
)


def make_paper(seed: str = "s", blueprint: Blueprint | None = None, **changes: Any) -> Paper:
    bank = [replace(item, **changes) for item in make_bank()]
    plan = blueprint or full_blueprint()
    return assemble(plan, bank, law_date=LAW_DATE, seed=seed, codes=("101", "102"))


def written(paper: Paper, **more: Any) -> tuple[bytes, bytes]:
    data = manifest(paper, versions=VERSIONS, context=CONTEXT, **more)
    return render_json(data), render_items_snapshot(paper, CONTEXT)


PAPER = make_paper()
TAGS = st.fixed_dictionaries(
    {
        "grades": st.lists(st.integers(1, 12), unique=True).map(tuple),
        "objective": st.text(max_size=5),
        "is_skill": st.booleans(),
        "use": st.sampled_from(Use),
        "sensitivity": st.sampled_from(Sensitivity),
        "enemies": st.frozensets(st.text(max_size=4), max_size=3),
        "group": st.text(max_size=4),
        "seconds": st.integers(1, 600),
        "media": st.one_of(st.none(), st.builds(Media, *[st.text(max_size=5)] * 4)),
        "reviews": st.lists(st.builds(Review, st.text(max_size=5), st.dates())).map(tuple),
        "overrides": st.lists(st.builds(Override, st.text(), st.text()), max_size=2).map(tuple),
    }
)


@given(TAGS)
def test_every_item_comes_back_as_it_was(tags: dict[str, Any]) -> None:
    paper = replace(PAPER, items={k: replace(item, **tags) for k, item in PAPER.items.items()})

    snapshot = read_items_snapshot(render_items_snapshot(paper, CONTEXT))

    assert (paper.items, CONTEXT) == (snapshot.items, snapshot.context)


def test_objectives_keep_the_order_of_their_lesson() -> None:
    snapshot = read_items_snapshot(render_items_snapshot(PAPER, CONTEXT))

    assert ["nhan-biet", "hoi"] == list(snapshot.context.topics["viec-nhe"].objectives)


RULES = st.builds(
    Rules,
    mode=st.sampled_from(FormMode),
    base_forms=st.one_of(st.none(), st.integers(1, 9)),
    key_balance=st.booleans(),
    difficulty_tolerance=st.one_of(st.none(), st.decimals(0, 9, places=2)),
    time_tolerance_s=st.one_of(st.none(), st.integers(0, 99)),
    previous=st.lists(st.text(max_size=4), max_size=2).map(tuple),
)
STAGES = st.builds(
    Stage, st.text(max_size=5), st.decimals(0, 99, places=3), st.decimals(0, 9), st.integers(0, 99)
)
CERTIFICATES = st.builds(
    Certificate,
    st.text(max_size=5),
    st.lists(STAGES, max_size=3).map(tuple),
    st.lists(st.decimals(0, 9, places=2), max_size=3).map(tuple),
    st.lists(st.integers(0, 999), max_size=3).map(tuple),
)


@given(RULES, CERTIFICATES, st.text(max_size=9), st.dates(), st.one_of(st.none(), st.dates()))
def test_a_paper_comes_back_as_it_was(
    rules: Rules, certificate: Certificate, seed: str, law_date: date, day: date | None
) -> None:
    total = Decimal("10.00")
    plan = replace(PAPER.blueprint, rules=rules, date=day, total_points=total, codes=("0101",))
    paper = replace(PAPER, blueprint=plan, certificate=certificate, seed=seed, law_date=law_date)

    found = read_manifest(*written(paper, options={"word": True}, digests={"a.pdf": "00"}))

    assert (paper, CONTEXT) == (found.paper, found.context)
    assert ({"word": True}, {"a.pdf": "00"}, VERSIONS) == (
        found.options,
        found.digests,
        found.versions,
    )
    again = manifest(
        found.paper,
        versions=found.versions,
        digests=found.digests,
        revision=found.revision,
        context=found.context,
        options=found.options,
    )
    assert again["sha256"] == found.fingerprint


def test_the_keys_are_those_written() -> None:
    found = read_manifest(*written(PAPER))

    assert {
        form.code: tuple(row.key for row in form_key(PAPER, form)) for form in PAPER.forms
    } == found.keys


def test_a_changed_manifest_is_refused() -> None:
    data, items = written(PAPER)

    with pytest.raises(SnapshotError, match="dấu vân tay"):
        read_manifest(data.replace(b'"minutes": 15', b'"minutes": 16'), items)


def test_items_of_another_paper_are_refused() -> None:
    with pytest.raises(SnapshotError, match=r"items\.json: không khớp"):
        read_manifest(written(PAPER)[0], written(make_paper(seconds=7))[1])


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": "khac/1"}', b"\xff"])
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(SnapshotError, match=r"manifest\.json: không đúng dạng"):
        read_manifest(data, written(PAPER)[1])
    with pytest.raises(SnapshotError, match=r"items\.json: không đúng dạng"):
        read_items_snapshot(data)


def with_revision(items: bytes, revision: str) -> bytes:
    data = json.loads(items)
    data["items"][0]["revision"] = revision
    return render_json(data)


@pytest.mark.parametrize("revision", ["0123456789ab", "r2-0123456789ab"])
def test_a_revision_in_another_format_is_refused_in_words(revision: str) -> None:
    items = with_revision(written(PAPER)[1], revision)

    with pytest.raises(SnapshotError, match=f'phiên bản câu hỏi "{revision}" không theo dạng r1'):
        read_items_snapshot(items)


def test_a_revision_of_other_content_is_refused_in_words() -> None:
    items = with_revision(written(PAPER)[1], "r1-0123456789ab")

    with pytest.raises(SnapshotError, match="tệp ghi r1-0123456789ab; tệp đã bị sửa"):
        read_items_snapshot(items)


def test_a_newer_format_of_either_file_is_refused_in_words() -> None:
    data, items = written(PAPER)

    with pytest.raises(SnapshotError, match=r"^items\.json: tệp ghi theo dạng lachan-items/9, bản"):
        read_items_snapshot(items.replace(b"lachan-items/1", b"lachan-items/9"))
    with pytest.raises(
        SnapshotError, match=r"^manifest\.json: tệp ghi theo dạng lachan-manifest/9"
    ):
        read_manifest(data.replace(b"lachan-manifest/1", b"lachan-manifest/9"), items)


def test_a_manifest_that_lacks_a_field_is_refused_though_its_hash_holds() -> None:
    data = json.loads(written(PAPER)[0])
    del data["forms"]
    data["sha256"] = fingerprint(data)

    with pytest.raises(SnapshotError, match=r"\(forms: thiếu trường này\); hãy lấy lại"):
        read_manifest(render_json(data), written(PAPER)[1])


def _forge(change: Change) -> tuple[bytes, bytes]:
    """Return a manifest changed by someone who knows how to write its own hash anew."""
    data = manifest(PAPER, versions=VERSIONS, context=CONTEXT)
    change(data)
    return render_json({**data, "sha256": fingerprint(data)}), render_items_snapshot(PAPER, CONTEXT)


NAMES = ["../../ngoai", "/tmp/ngoai", "..", "a\0b", "C:ngoai", ""]


def _rename(place: str, name: object) -> Change:
    """Return what gives a paper, one of its forms or one of its files another name."""
    match place:
        case "slug":
            return lambda data: data["blueprint"].update(slug=name)
        case "code":
            return lambda data: data["forms"][0].update(code=name)
    return lambda data: data.update(files={name: "0"})


@pytest.mark.parametrize(
    ("place", "name"),
    [
        *((place, name) for place in ("slug", "code", "file") for name in NAMES),
        *((place, name) for place in ("slug", "code") for name in ("a/b", 7, None)),
    ],
)
def test_names_that_lead_elsewhere_are_refused_where_they_are_read(
    place: str, name: object
) -> None:
    with pytest.raises(SnapshotError, match="không an toàn"):
        read_manifest(*_forge(_rename(place, name)))


def test_lists_in_lists_without_end_are_no_manifest() -> None:
    deep = b'{"format": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    with pytest.raises(SnapshotError):
        read_manifest(deep, b"{}")
    with pytest.raises(SnapshotError):
        read_items_snapshot(deep)


def _spoil(value: object, *place: str | int) -> bytes:
    """Return items.json with one value replaced."""
    data = json.loads(written(PAPER)[1])
    holder = data
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("value", "place", "told"),
    [
        (7, ("items",), "items: cần một danh sách câu hỏi"),
        (7, ("items", 1), "items[1].type: phải là một trong: single_choice, "),
        ("doan_chu", ("items", 1, "type"), "essay; thấy 'doan_chu')"),
        (["essay"], ("items", 1, "type"), "essay; thấy ['essay'])"),
        ("essay", ("items", 4, "type"), "items[4].rubric: thiếu trường này"),
        (1, ("items", 0, "id"), "items[0].id: cần một dòng chữ; thấy 1"),
        ("x", ("items", 0, "band"), "items[0].band: phải là một trong: tieu-hoc, "),
        ({}, ("items", 0, "stem", 0), "items[0].stem: cần văn bản có định dạng; thấy"),
        ({"id": "a"}, ("items", 1, "pairs", 1), "items[1].pairs[1].left: thiếu trường này"),
        ([{"role": "law"}], ("items", 0, "reviews"), "items[0].reviews[0].date: thiếu"),
        ({"path": 1}, ("items", 0, "media"), "items[0].media.path: cần một dòng chữ; thấy 1"),
        ([["a"]], ("topics", "viec-nhe", "objectives"), "topics.viec-nhe.objectives: cần danh"),
        (None, ("remarks",), "remarks: cần một danh sách; thấy chỗ trống"),
    ],
)
def test_what_is_wrong_with_an_item_is_told_with_its_place(
    value: object, place: tuple[str | int, ...], told: str
) -> None:
    with pytest.raises(SnapshotError) as caught:
        read_items_snapshot(_spoil(value, *place))

    assert str(caught.value).startswith("items.json: không đúng dạng lachan-items/1 (")
    assert told in str(caught.value)
    assert str(caught.value).endswith("; hãy lấy lại tệp đi cùng manifest.json khi ra đề.")


@pytest.mark.parametrize("lost", ["citations", "key", "stem", "pinned", "revision"])
def test_an_item_that_lacks_a_field_is_refused(lost: str) -> None:
    data = json.loads(written(PAPER)[1])
    number, item = next(
        (n, each) for n, each in enumerate(data["items"]) if each["type"] == "single_choice"
    )
    del (item["choices"][2] if lost == "pinned" else item)[lost]
    place = f"items[{number}].choices[2].pinned" if lost == "pinned" else f"items[{number}].{lost}"
    told = "phiên bản câu hỏi" if lost == "revision" else f"{place}: thiếu trường này"

    with pytest.raises(SnapshotError, match=re.escape(told)):
        read_items_snapshot(render_json(data))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data["blueprint"].update(minutes="15"), "blueprint.minutes: cần một số"),
        (lambda data: data["blueprint"].update(band="lop-9"), "blueprint.band: phải là một trong"),
        (lambda data: data["blueprint"]["parts"][1].pop("points"), "blueprint.parts[1].points: "),
        (lambda data: data["forms"][1]["parts"][0][1].pop("item"), "forms[1].parts[0][1].item: "),
        (lambda data: data["forms"][0]["key"][2].update(points="?"), "forms[0].key[2].points: "),
        (lambda data: data.update(law_date="hôm nay"), "law_date: cần một ngày dạng"),
        (lambda data: data["certificate"].update(stages=[{}]), "certificate.stages[0].name: "),
        (lambda data: data.update(difficulty={"a": 0.5}), "difficulty.a: cần một số nguyên"),
    ],
)
def test_what_is_wrong_with_a_manifest_is_told_with_its_place(change: Change, told: str) -> None:
    with pytest.raises(SnapshotError) as caught:
        read_manifest(*_forge(change))

    assert str(caught.value).startswith(f"manifest.json: không đúng dạng lachan-manifest/1 ({told}")


def test_a_number_that_no_file_can_hold_is_refused() -> None:
    data = written(PAPER)[0].replace(b'"minutes": 15', b'"minutes": ' + b"9" * 30)

    with pytest.raises(SnapshotError, match=r"^manifest\.json: không đúng dạng"):
        read_manifest(data, written(PAPER)[1])
