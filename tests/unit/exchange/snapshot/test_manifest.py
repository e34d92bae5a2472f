import hashlib
import json
from dataclasses import replace
from decimal import Decimal

from lachan.assembly import assemble, form_key
from lachan.domain.kinds import FormMode
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Certificate, Paper, Rules, Stage
from lachan.exchange import (
    bank_revision,
    fingerprint,
    installed_versions,
    render_items_snapshot,
    render_json,
    render_manifest,
)
from lachan.exchange.snapshot.manifest import manifest
from support.items import LAW_DATE, full_blueprint, make_bank, make_item, rich

CODES = ("101", "102")
VERSIONS = {"typst": "0"}


def make_paper(seed: str = "s") -> Paper:
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed=seed, codes=CODES)


def test_what_made_the_paper_is_all_there() -> None:
    data = manifest(make_paper(), versions=VERSIONS, digests={"de-101.pdf": "00"})
    assert data["format"] == "lachan-manifest/1"
    assert (data["law_date"], data["seed"], data["codes"]) == ("2026-12-05", "s", ["101", "102"])
    assert (data["versions"], data["files"]) == (VERSIONS, {"de-101.pdf": "00"})
    assert data["blueprint"]["header"]["organiser"] == "TRƯỜNG THCS NGUYỄN ĐÌNH CHIỂU"
    assert data["blueprint"]["parts"][3] == {
        "type": "short_answer",
        "points": "0.25",
        "steps": [],
        "unit": "items",
        "use": None,
        "cells": [
            {"topic": "viec-nhe", "level": "biet", "count": 1},
            {"topic": "viec-nhe", "level": "van-dung", "count": 1},
        ],
    }


def test_rules_and_certificate_are_there() -> None:
    certificate = Certificate(
        "HiGHS 1", (Stage("time", Decimal(10), Decimal(5), 3),), (Decimal("1.5"),), (600,)
    )
    rules = Rules(FormMode.DIFFERENT, max_shared=2, difficulty_tolerance=Decimal("0.25"))
    paper = make_paper()
    blueprint = replace(paper.blueprint, rules=rules)
    data = manifest(
        replace(paper, blueprint=blueprint, certificate=certificate, difficulty={"b": 2, "a": 1}),
        versions=VERSIONS,
    )
    assert data["blueprint"]["rules"] == {
        "mode": "different",
        "base_forms": None,
        "max_shared": 2,
        "max_exposure": None,
        "key_balance": True,
        "difficulty_tolerance": "0.25",
        "time_tolerance_s": None,
        "include": [],
        "exclude": [],
        "previous": [],
    }
    stage = {"name": "time", "objective": "10", "bound": "5", "gap": "5", "nodes": 3}
    assert data["certificate"] == {
        "solver": "HiGHS 1",
        "stages": [stage | {"status": "feasible"}],
        "difficulty": ["1.5"],
        "seconds": [600],
    }
    assert data["difficulty"] == {"a": 1, "b": 2}


def test_forms_hold_items_options_and_keys_in_printed_order() -> None:
    paper = make_paper()
    data = manifest(paper, versions=VERSIONS)
    for form, written in zip(paper.forms, data["forms"], strict=True):
        assert (written["code"], written["base"]) == (form.code, form.base)
        assert written["parts"] == [
            [
                {
                    "item": entry.item_id,
                    "options": list(entry.options),
                    "targets": list(entry.targets),
                }
                for entry in part
            ]
            for part in form.parts
        ]
        assert written["key"] == [
            {
                "part": row.part,
                "number": row.number,
                "item": row.item_id,
                "key": row.key,
                "points": str(row.points),
            }
            for row in form_key(paper, form)
        ]


def test_the_snapshot_is_hashed_pictures_included() -> None:
    paper = make_paper()
    context = PaperContext(pictures={"media/a.svg": b"<svg/>"})
    plain, pictured = (
        manifest(paper, versions=VERSIONS, context=given)["items_sha256"]
        for given in (PaperContext(), context)
    )
    assert plain == hashlib.sha256(render_items_snapshot(paper)).hexdigest()
    assert pictured == hashlib.sha256(render_items_snapshot(paper, context)).hexdigest()
    assert plain != pictured


def test_the_bank_revision_changes_with_what_a_contestant_meets_and_nothing_else() -> None:
    bank = make_bank()
    revision = bank_revision(bank)
    assert bank_revision(bank[::-1]) == revision
    assert bank_revision([replace(bank[0], citations=("luat/d9",)), *bank[1:]]) == revision
    assert bank_revision([replace(bank[0], stem=rich("Khác?")), *bank[1:]]) != revision
    assert bank_revision([*bank, make_item("mới")]) != revision


def test_the_bank_is_what_was_drawn_from_where_it_is_given() -> None:
    paper = make_paper()
    used = manifest(paper, versions=VERSIONS)["bank_revision"]
    given = manifest(paper, versions=VERSIONS, revision=bank_revision(make_bank()))
    assert used == bank_revision(paper.items.values())
    assert given["bank_revision"] == bank_revision(make_bank())


def test_the_manifest_ends_with_the_hash_of_all_the_rest() -> None:
    data = manifest(make_paper(), versions=VERSIONS)
    assert data["sha256"] == fingerprint(data)
    assert fingerprint({**data, "seed": "t"}) != data["sha256"]


def test_bytes_are_stable_sorted_utf8_with_a_newline() -> None:
    first, again, other = (
        render_manifest(make_paper(seed), {}, versions=VERSIONS) for seed in ("s", "s", "t")
    )
    assert first == again
    assert first != other
    assert first == render_json(json.loads(first))
    assert first.endswith(b"\n}\n")
    assert "Đề khởi động".encode() in first


def test_versions_are_the_installed_ones_unless_given() -> None:
    data = json.loads(render_manifest(make_paper(), {}))
    assert data["versions"] == installed_versions()
    assert set(data["versions"]) == {
        "XlsxWriter",
        "font-source-sans-pro",
        "highspy",
        "lachan",
        "python-docx",
        "segno",
        "typst",
    }
