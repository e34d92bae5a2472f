"""The shape of a branching case, and that it can be walked: every scene, every path, no circle."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lachan.content.yaml.validation import Flag, Schema, Slug, Words
from lachan.domain.kinds import Ending


class SceneChoiceSchema(Schema):
    id: Annotated[str, StringConstraints(pattern=r"^[a-d]$")]
    text: Words
    reason: str = ""
    next: Slug
    best: Flag = False


class SceneSchema(Schema):
    id: Slug
    text: Words
    choices: tuple[SceneChoiceSchema, ...] = Field(default=(), max_length=4)
    ending: Ending | None = None


def refuse_bad_walk(scenes: tuple[SceneSchema, ...]) -> None:
    """Raise ValueError, in Vietnamese, for the first thing that stops a reader on the way."""
    known = {scene.id: scene for scene in scenes}
    if len(known) < len(scenes):
        raise ValueError("có hai cảnh cùng mã")
    for scene in scenes:
        _refuse_bad_scene(scene, known)
    reached = _reached(scenes[0].id, known)
    lost = [scene.id for scene in scenes if scene.id not in reached]
    if lost:
        raise ValueError(f"không lựa chọn nào dẫn đến cảnh {', '.join(lost)}")


def _refuse_bad_scene(scene: SceneSchema, known: dict[str, SceneSchema]) -> None:
    if bool(scene.choices) == (scene.ending is not None):
        raise ValueError(f'cảnh "{scene.id}" cần hoặc choices, hoặc ending, không phải cả hai')
    if not scene.choices:
        return
    ids = [choice.id for choice in scene.choices]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise ValueError(f'cảnh "{scene.id}" cần ít nhất hai lựa chọn, mã khác nhau')
    if sum(choice.best for choice in scene.choices) != 1:
        raise ValueError(f'cảnh "{scene.id}" cần đúng một lựa chọn best: yes')
    for choice in scene.choices:
        if choice.next not in known:
            raise ValueError(f'cảnh "{scene.id}": không có cảnh "{choice.next}"')


def _reached(start: str, known: dict[str, SceneSchema]) -> set[str]:
    """Return every scene that can be reached; refuses a circle."""
    done: set[str] = set()

    def visit(scene_id: str, path: tuple[str, ...]) -> None:
        if scene_id in path:
            raise ValueError(f"các cảnh đi vòng: {' → '.join((*path, scene_id))}")
        if scene_id in done:
            return
        for choice in known[scene_id].choices:
            visit(choice.next, (*path, scene_id))
        done.add(scene_id)

    visit(start, ())
    return done
