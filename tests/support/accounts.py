"""A contest's public bundle held against what its contestants themselves remember."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lachan.workflows.contests.bundle import render_bundle
from lachan.workflows.contests.outcome import close_contest
from lachan.workflows.contests.verify import verify_bundle
from support.contestants import Contestant
from support.contests import WHO, Hall

Json = dict[str, Any]


def close(hall: Hall, slug: str, folder: Path) -> Path:
    """Close a contest and return its bundle."""
    close_contest(hall.database, slug, who=WHO, at_once=True)
    bundle = folder / f"{slug}.zip"
    bundle.write_bytes(render_bundle(hall.database, slug))
    return bundle


def find_faults(bundle: Path, commitment: str, contestants: Sequence[Contestant]) -> list[str]:
    """Return what does not hold; an empty list means that nothing was lost, doubled or made up."""
    faults = list(verify_bundle(str(bundle), commitment).faults)
    with zipfile.ZipFile(bundle) as archive:
        rows = json.loads(archive.read("ranking.json"))["rows"]
        attempts = [json.loads(line) for line in archive.read("attempts.jsonl").splitlines()]
    ranked = Counter(row["pseudonym"] for row in rows)
    if ranked != Counter(each.pseudonym for each in contestants):
        faults.append("not everyone is ranked once")
    by_name = {attempt["pseudonym"]: attempt for attempt in attempts}
    if len(by_name) != len(attempts):
        faults.append("someone has two attempts")
    for each in contestants:
        found = _compare(each, by_name[each.pseudonym])
        faults += [f"{each.pseudonym}: {fault}" for fault in found]
    return faults


def _compare(contestant: Contestant, attempt: Json) -> Iterator[str]:
    own = [answer for answer in attempt["answers"] if answer["item"] != "du-doan"]
    keys = [(answer["item"], answer["seq"]) for answer in own]
    if len(set(keys)) != len(keys):
        yield "an answer is there twice"
    stored = {(answer["item"], answer["seq"]): json.loads(answer["value"]) for answer in own}
    for key, value in contestant.acked.items():
        if key not in stored:
            yield f"{key} was acknowledged and is not there"
        elif stored[key] != value:
            yield f"{key} is not what was acknowledged"
    for key, value in stored.items():
        if value not in contestant.made.get(key, []):
            yield f"{key} was never given"
    if _latest(stored) != _latest(contestant.acked):
        yield "what counts is not what was acknowledged last"
    if contestant.receipt and contestant.receipt["fingerprint"] != attempt["chain"]:
        yield "the receipt shows another fingerprint"
    by = "contestant" if contestant.hands_in else "organiser"
    if attempt["submitted_by"] != by:
        yield f"handed in by {attempt['submitted_by']}"
    yield from (f"lost for a while: {each}" for each in contestant.lost)
    yield from (f"refused: {each}" for each in contestant.refused)


def _latest(answers: dict[tuple[str, int], object]) -> dict[str, object]:
    return {item: value for (item, _), value in sorted(answers.items(), key=lambda kv: kv[0])}
