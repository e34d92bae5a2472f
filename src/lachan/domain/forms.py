"""Forms of work (hình thức): how a class does a step, from a catalogue that lessons name."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.domain.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class Form:
    """One form of work.

    Attributes
    ----------
    how
        How it goes, in three sentences.
    everyone
        What each of 45 pupils has in hand.
    material
        What is laid ready; empty where nothing is.
    is_everyday
        True for pairs, groups, talk: what any lesson may use, however many do.
    """

    id: str
    title: str
    how: str
    everyone: str
    material: tuple[str, ...] = ()
    is_everyday: bool = False
    source: Source = field(default=NOWHERE, compare=False)
