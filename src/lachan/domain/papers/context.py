"""What a set of papers prints that neither its blueprint nor its items say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Topic:
    """A lesson as the tables of a paper name it, with its objectives by id."""

    title: str
    objectives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaperContext:
    """Kept with the items of a paper, so that it can be printed again without the content.

    Attributes
    ----------
    pictures
        Path in the content root → bytes of every picture that the items show.
    labels
        Provision id → label, for every provision that the items cite.
    topics
        Slug → topic, for every topic of the blueprint.
    remarks
        Lines under the closing mark of each form, for example where to call for help.
    """

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
