"""Read lessons/<band>/<slug>.md: YAML front matter, then the body."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import check_name, read_text
from lachan.content.lessons.body import BodyStep, split_body
from lachan.content.lessons.schema import LessonSchema, StepSchema
from lachan.content.yaml.source import parse_yaml
from lachan.content.yaml.validation import validate
from lachan.domain.curriculum import Anchor, Outcome
from lachan.domain.items import Override, Review
from lachan.domain.lessons import Lesson, LessonBlock, Objective, Observation, Step, Turns
from lachan.domain.source import Source

_FRONT_MATTER = re.compile(r"---\n(?P<yaml>.*?\n)---\n(?P<body>.*)", re.DOTALL)


def read_lesson(path: Path, root: Path, diagnostics: Diagnostics) -> Lesson | None:
    """Return the lesson of a file, or None after reporting why it cannot be used."""
    source = Source(diagnostics.name_of(path, root))
    check_name(path.stem, source, diagnostics)
    text = read_text(path, root, diagnostics)
    if text is None:
        return None
    match = _FRONT_MATTER.fullmatch(text)
    if match is None:
        diagnostics.report(
            "LS006", source, 'thiếu phần đầu giữa hai dòng "---"', "xem docs/formats.md mục 3"
        )
        return None
    data = parse_yaml(match["yaml"], source.file, diagnostics, first_line=2)
    raw = None if data is None else validate(LessonSchema, data, source, diagnostics)
    body_line = match["yaml"].count("\n") + 3
    opening, body_steps = split_body(match["body"], source.file, body_line, diagnostics)
    if raw is None:
        return None
    if raw.band.value != path.parent.name:
        message = f'band là "{raw.band}" mà tệp nằm trong thư mục "{path.parent.name}"'
        diagnostics.report("LS007", source.at("band"), message)
    steps = _join_steps(raw, body_steps, source, diagnostics)
    return _convert(raw, path.stem, opening, steps, source)


def _join_steps(
    raw: LessonSchema, body_steps: list[BodyStep], source: Source, diagnostics: Diagnostics
) -> tuple[Step, ...]:
    """Match the front matter's steps with the body's, in order, by id."""
    written = {step.id: step for step in body_steps}
    declared = [step.id for step in raw.steps]
    for index, step in enumerate(raw.steps):
        if step.id not in written:
            message = f'bước "{step.id}" có ở phần đầu mà không có trong thân bài'
            diagnostics.report("LS008", source.at("steps", index, "id"), message)
    for body_step in body_steps:
        if body_step.id not in declared:
            near = difflib.get_close_matches(body_step.id, declared, n=1)
            hint = f'có phải là "{near[0]}"?' if near else "thêm vào steps ở phần đầu"
            message = f'bước "{body_step.id}" không có ở phần đầu'
            diagnostics.report("LS008", body_step.source, message, hint)
    found = [step.id for step in body_steps if step.id in declared]
    if found != [step for step in declared if step in written]:
        diagnostics.report("LS008", source.at("steps"), "thứ tự bước khác với thân bài")
    return tuple(
        _step(step, written[step.id], source.at("steps", index))
        for index, step in enumerate(raw.steps)
        if step.id in written
    )


def _step(raw: StepSchema, body: BodyStep, source: Source) -> Step:
    return Step(
        **raw.model_dump(exclude={"turns"}),
        turns=Turns(raw.turns.groups, raw.turns.seconds) if raw.turns else None,
        title=body.title,
        blocks=tuple(body.blocks),
        source=source,
    )


def _convert(
    raw: LessonSchema,
    slug: str,
    opening: list[LessonBlock],
    steps: tuple[Step, ...],
    source: Source,
) -> Lesson:
    made = {"objectives", "steps", "observe", "programme", "reviews", "overrides"}
    same = raw.model_dump(exclude=made)
    return Lesson(
        **same,
        slug=slug,
        objectives=tuple(Objective(each.id, each.text) for each in raw.objectives),
        opening=tuple(opening),
        steps=steps,
        observe=tuple(
            Observation(
                each.objective,
                (each.levels[0], each.levels[1], each.levels[2]),
                source.at("observe", index),
            )
            for index, each in enumerate(raw.observe)
        ),
        programme=tuple(
            Anchor(
                **each.model_dump(exclude={"outcomes"}),
                outcomes=tuple(Outcome(one.text, one.read) for one in each.outcomes),
                source=source.at("programme", index),
            )
            for index, each in enumerate(raw.programme)
        ),
        reviews=tuple(Review(**each.model_dump()) for each in raw.reviews),
        overrides=tuple(Override(each.rule, each.reason) for each in raw.overrides),
        source=source,
    )
