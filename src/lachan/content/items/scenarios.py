"""The shape of a branching case, and that it can be walked: every scene, every path, no circle."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lachan.content.yaml.validation import Flag, Schema, Slug, Words, wrong_field
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
    """Raise, in Vietnamese and at its scene, the first thing that stops a reader on the way."""
    places = {scene.id: index for index, scene in enumerate(scenes)}
    if len(places) < len(scenes):
        raise wrong_field("scenes", "có hai cảnh cùng mã")
    for index, scene in enumerate(scenes):
        _refuse_bad_scene(index, scene, places)
    reached = _reached(scenes, places)
    lost = [scene.id for scene in scenes if scene.id not in reached]
    if lost:
        message = f"không lựa chọn nào dẫn đến cảnh {', '.join(lost)}"
        raise wrong_field(("scenes", places[lost[0]]), message)


def _refuse_bad_scene(index: int, scene: SceneSchema, places: dict[str, int]) -> None:
    at = ("scenes", index)
    if bool(scene.choices) == (scene.ending is not None):
        message = f'cảnh "{scene.id}" cần hoặc choices, hoặc ending, không phải cả hai'
        raise wrong_field(at, message)
    if not scene.choices:
        return
    ids = [choice.id for choice in scene.choices]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise wrong_field(at, f'cảnh "{scene.id}" cần ít nhất hai lựa chọn, mã khác nhau')
    if sum(choice.best for choice in scene.choices) != 1:
        raise wrong_field(at, f'cảnh "{scene.id}" cần đúng một lựa chọn best: yes')
    for number, choice in enumerate(scene.choices):
        if choice.next not in places:
            message = f'cảnh "{scene.id}": không có cảnh "{choice.next}"'
            raise wrong_field((*at, "choices", number, "next"), message)


def _reached(scenes: tuple[SceneSchema, ...], places: dict[str, int]) -> set[str]:
    """Return every scene that can be reached; refuses a circle."""
    done: set[str] = set()

    def visit(scene_id: str, path: tuple[str, ...]) -> None:
        if scene_id in path:
            at = ("scenes", places[path[-1]])
            raise wrong_field(at, f"các cảnh đi vòng: {' → '.join((*path, scene_id))}")
        if scene_id in done:
            return
        for choice in scenes[places[scene_id]].choices:
            visit(choice.next, (*path, scene_id))
        done.add(scene_id)

    visit(scenes[0].id, ())
    return done
