"""Read comics/<band>/<slug>.yaml: a strip of panels (docs/formats.md section 7)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import check_name
from lachan.content.items.schema import OverrideSchema
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Schema, Slug, Words, wrong_field
from lachan.domain.comic_words import (
    Face,
    Held,
    Look,
    Outfit,
    PersonId,
    Place,
    Pose,
    SayKind,
    Shot,
    Thing,
    Time,
)
from lachan.domain.comics import (
    Comic,
    Figure,
    Message,
    Panel,
    PhoneScreen,
    Saying,
    Sender,
    StepPicture,
)
from lachan.domain.items import Override
from lachan.domain.kinds import Band
from lachan.domain.source import Source

MOST_IN_A_CLOSE_PANEL = 2


class FigureSchema(Schema):
    who: PersonId
    pose: Pose = Pose.STANDING
    face: Face = Face.CALM
    looks: Look = Look.FRONT
    holds: Held = Held.NOTHING
    outfit: Outfit = Outfit.FIRST


class SayingSchema(Schema):
    who: PersonId
    text: Words
    kind: Literal["speech", "thought", "phone"] = "speech"


class MessageSchema(Schema):
    # "from" is a word of Python.
    model_config = ConfigDict(extra="forbid", frozen=True)
    sender: Sender = Field(alias="from")
    text: Words


class PhoneSchema(Schema):
    of: PersonId
    other: Words = Field(alias="with")
    messages: tuple[MessageSchema, ...] = Field(min_length=1, max_length=4)
    battery: int = Field(default=80, ge=0, le=100)


class PanelSchema(Schema):
    place: Place
    shot: Shot
    alt: Words
    time: Time = Time.DAY
    caption: Words | None = None
    people: tuple[FigureSchema, ...] = Field(default=(), max_length=4)
    says: tuple[SayingSchema, ...] = Field(default=(), max_length=2)
    things: tuple[Thing, ...] = ()
    board: Words | None = None
    poster: Words | None = None
    phone: PhoneSchema | None = None

    @model_validator(mode="after")
    def a_phone_is_a_place_of_its_own(self) -> PanelSchema:
        if (self.place is Place.PHONE) != (self.phone is not None):
            raise wrong_field("place", "place: phone và nhóm phone: phải có cùng nhau")
        if self.phone and self.people:
            raise wrong_field("people", "tranh là màn hình điện thoại thì không có người đứng")
        return self

    @model_validator(mode="after")
    def words_on_a_wall_have_their_wall(self) -> PanelSchema:
        for name, thing in (("board", Thing.BOARD_TEXT), ("poster", Thing.POSTER)):
            if (getattr(self, name) is not None) != (thing in self.things):
                raise wrong_field(name, f'things: [{thing}] và {name}: "…" phải có cùng nhau')
        return self

    @model_validator(mode="after")
    def nobody_stands_twice(self) -> PanelSchema:
        names = [figure.who for figure in self.people]
        for index, name in enumerate(names):
            if name in names[:index]:
                raise wrong_field(("people", str(index)), f'"{name}" có hai lần trong một tranh')
        if self.shot is Shot.CLOSE and len(names) > MOST_IN_A_CLOSE_PANEL:
            raise wrong_field(
                "people", f"tranh gần (close) chỉ đủ chỗ cho {MOST_IN_A_CLOSE_PANEL} người"
            )
        return self


class ComicSchema(Schema):
    id: Slug
    title: Words
    panels: tuple[PanelSchema, ...] = Field(min_length=4, max_length=8)
    blank: tuple[int, ...] = Field(default=(), max_length=8)
    ask: tuple[Words, ...] = Field(min_length=1, max_length=3)
    steps: dict[Slug, PanelSchema] = Field(default_factory=dict)
    overrides: tuple[OverrideSchema, ...] = ()


def read_comic(path: Path, root: Path, diagnostics: Diagnostics) -> Comic | None:
    """Return the strip of a file, or None after reporting why it cannot be used."""
    source = Source(diagnostics.name_of(path, root))
    check_name(path.stem, source, diagnostics)
    raw = read_validated(ComicSchema, path, root, diagnostics)
    if raw is None:
        return None
    return Comic(
        lesson_id=raw.id,
        slug=path.stem,
        band=Band(path.parent.name),
        title=raw.title,
        panels=tuple(
            _panel(panel, source.at("panels", index)) for index, panel in enumerate(raw.panels)
        ),
        blank=raw.blank,
        ask=raw.ask,
        overrides=tuple(Override(each.rule, each.reason) for each in raw.overrides),
        pictures=tuple(
            StepPicture(step, _panel(panel, source.at("steps", step)))
            for step, panel in raw.steps.items()
        ),
        source=source,
    )


def _panel(raw: PanelSchema, source: Source) -> Panel:
    return Panel(
        place=raw.place,
        shot=raw.shot,
        alt=raw.alt,
        time=raw.time,
        caption=raw.caption or "",
        people=tuple(
            Figure(each.who, each.pose, each.face, each.looks, each.holds, each.outfit)
            for each in raw.people
        ),
        says=tuple(Saying(each.who, each.text, SayKind(each.kind)) for each in raw.says),
        things=raw.things,
        board=raw.board or "",
        poster=raw.poster or "",
        phone=_phone(raw.phone) if raw.phone else None,
        source=source,
    )


def _phone(raw: PhoneSchema) -> PhoneScreen:
    messages = tuple(Message(each.sender, each.text) for each in raw.messages)
    return PhoneScreen(raw.of, raw.other, messages, raw.battery)
