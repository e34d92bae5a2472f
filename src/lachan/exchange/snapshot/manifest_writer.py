"""manifest.json: everything that made a paper, every key, and the hash of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from lachan.assembly import form_key
from lachan.domain.items import Item
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Blueprint, Certificate, Form, Paper, Part, Rules
from lachan.exchange.json_files import render_json
from lachan.exchange.snapshot.items_writer import EMPTY_CONTEXT, render_items_snapshot

FORMAT = "lachan-manifest/1"

# What the bytes of a paper depend on besides the content.
PACKAGES = (
    "lachan",
    "highspy",
    "typst",
    "font-source-sans-pro",
    "python-docx",
    "XlsxWriter",
    "segno",
)


def installed_versions() -> dict[str, str]:
    """Return the installed versions of the packages that a paper's bytes depend on."""
    return {name: version(name) for name in PACKAGES}


def bank_revision(items: Iterable[Item]) -> str:
    """Return a SHA-256 over the sorted (id, revision) pairs of `items`."""
    pairs = sorted((item.id, item.revision) for item in items)
    return hashlib.sha256(render_json(pairs)).hexdigest()


def manifest(
    paper: Paper,
    *,
    versions: Mapping[str, str],
    digests: Mapping[str, str] | None = None,
    revision: str | None = None,
    context: PaperContext = EMPTY_CONTEXT,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the manifest of `paper` as JSON-ready data.

    Its last field, `sha256`, is the hash of all the others (`fingerprint`).

    Parameters
    ----------
    paper
        The paper with all its forms.
    versions
        Package → version (`installed_versions`).
    digests
        File name → SHA-256 of the files made with the paper: PDFs, workbook, snapshot.
    revision
        `bank_revision` of the items the paper was drawn from; left out, of those it uses.
    context
        As given to `items_snapshot`, whose hash is part of the manifest.
    options
        JSON-ready: which files were made, so that the same can be made again.
    """
    snapshot = render_items_snapshot(paper, context)
    data = {
        "format": FORMAT,
        "blueprint": _blueprint(paper.blueprint),
        "law_date": paper.law_date.isoformat(),
        "seed": paper.seed,
        "codes": [form.code for form in paper.forms],
        "bank_revision": bank_revision(paper.items.values()) if revision is None else revision,
        "items_sha256": hashlib.sha256(snapshot).hexdigest(),
        "versions": dict(versions),
        "options": dict(options or {}),
        "files": dict(digests or {}),
        "certificate": _certificate(paper.certificate),
        "difficulty": dict(sorted(paper.difficulty.items())),
        "forms": [_form(paper, form) for form in paper.forms],
    }
    return {**data, "sha256": fingerprint(data)}


def fingerprint(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a manifest without its own `sha256`."""
    rest = {name: value for name, value in data.items() if name != "sha256"}
    return hashlib.sha256(render_json(rest)).hexdigest()


def render_manifest(
    paper: Paper,
    digests: Mapping[str, str],
    *,
    versions: Mapping[str, str] | None = None,
    revision: str | None = None,
    context: PaperContext = EMPTY_CONTEXT,
    options: Mapping[str, Any] | None = None,
) -> bytes:
    """Return manifest.json as bytes; `versions` are the installed ones unless given."""
    return render_json(
        manifest(
            paper,
            versions=installed_versions() if versions is None else versions,
            digests=digests,
            revision=revision,
            context=context,
            options=options,
        )
    )


def _form(paper: Paper, form: Form) -> dict[str, Any]:
    return {
        "code": form.code,
        "base": form.base,
        "parts": [
            [
                {
                    "item": printed.item_id,
                    "options": list(printed.options),
                    "targets": list(printed.targets),
                }
                for printed in part
            ]
            for part in form.parts
        ],
        "key": [
            {
                "part": row.part,
                "number": row.number,
                "item": row.item_id,
                "key": row.key,
                "points": str(row.points),
            }
            for row in form_key(paper, form)
        ],
    }


def _blueprint(blueprint: Blueprint) -> dict[str, Any]:
    header = blueprint.header
    total = blueprint.total_points
    return {
        "slug": blueprint.slug,
        "title": blueprint.title,
        "header": {
            "authority": header.authority,
            "organiser": header.organiser,
            "exam": header.exam,
            "school_year": header.school_year,
            "subject": header.subject,
        },
        "official": blueprint.official,
        "band": blueprint.band.value,
        "date": blueprint.date.isoformat() if blueprint.date else None,
        "minutes": blueprint.minutes,
        "codes": list(blueprint.codes),
        "seed": blueprint.seed,
        "total_points": None if total is None else str(total),
        "form_count": blueprint.form_count,
        "code_digits": blueprint.code_digits,
        "rules": _rules(blueprint.rules),
        "parts": [_part(part) for part in blueprint.parts],
    }


def _rules(rules: Rules) -> dict[str, Any]:
    tolerance = rules.difficulty_tolerance
    return {
        "mode": rules.mode.value,
        "base_forms": rules.base_forms,
        "max_shared": rules.max_shared,
        "max_exposure": rules.max_exposure,
        "key_balance": rules.key_balance,
        "difficulty_tolerance": None if tolerance is None else str(tolerance),
        "time_tolerance_s": rules.time_tolerance_s,
        "include": list(rules.include),
        "exclude": list(rules.exclude),
        "previous": list(rules.previous),
    }


def _certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "solver": certificate.solver,
        "stages": [
            {
                "name": stage.name,
                "objective": str(stage.objective),
                "bound": str(stage.bound),
                "gap": str(stage.gap),
                "nodes": stage.nodes,
                "status": stage.status,
            }
            for stage in certificate.stages
        ],
        "difficulty": [str(points) for points in certificate.difficulty],
        "seconds": list(certificate.seconds),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "type": part.type.value,
        "points": str(part.points),
        "steps": [str(points) for points in part.steps],
        "unit": part.unit.value,
        "use": part.use.value if part.use else None,
        "cells": [
            {"topic": cell.topic, "level": cell.level.value, "count": cell.count}
            for cell in part.cells
        ],
    }
