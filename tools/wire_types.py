"""Write frontend/wire.d.ts from the Python types of what browsers are told, for tsc to check with.

Every TypedDict of the packages below is written, the dataclasses that the contest room answers
with, and the state of every widget: what its synced traits are tagged with (``wire``), or their
own kind.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import (
    Any,
    Literal,
    TypeGuard,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import anywidget
import traitlets

from lachan.contest_room.replies import HIDDEN
from lachan.workflows.contests import views

FILE = Path(__file__).parents[1] / "src" / "lachan" / "frontend" / "wire.d.ts"

PACKAGES = (
    "lachan.domain.rich.nodes",
    "lachan.wire",
    "lachan.workflows.live.live_class",
    "lachan.widgets",
    "lachan.apps.office",
    "lachan.contest_room.calls",
    "lachan.contest_room.handlers",
)
ROOM = (views.AttemptView, views.Session, views.SaveResult, views.ResultView)

PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    object: "unknown",
    Any: "unknown",
    datetime: "string",
    date: "string",
}
TRAITS = {
    traitlets.Unicode: "string",
    traitlets.Int: "number",
    traitlets.Bool: "boolean",
}

HEAD = """\
// What the browser is told. Made by tools/wire_types.py from the Python types: change those.

// Nothing to show yet.
export interface NothingJson {}
"""


class Writer:
    """Collects the declarations that a type needs, each under its name in Python.

    Attributes
    ----------
    declared
        Name → TypeScript, for each type met so far.
    """

    def __init__(self, aliases: Mapping[frozenset[object], str]) -> None:
        self._aliases = aliases
        self._owners: dict[str, object] = {}
        self.declared: dict[str, str] = {}

    def name(self, hint: object) -> str:
        """Return a type as TypeScript spells it, and declare what it is made of.

        Raises
        ------
        TypeError
            Where JSON has nothing for it, or two types have one name.
        """
        if (isinstance(hint, type) and hint in PLAIN) or hint is Any:
            return PLAIN[hint]
        if is_typeddict(hint) or is_dataclass(hint) or _is_enum(hint):
            return self._declare(hint)
        origin, args = get_origin(hint), get_args(hint)
        if origin in (types.UnionType, Union):
            return self._name_union(args)
        if origin is Literal:
            return self._alias(args, " | ".join(map(_literal, args)))
        if origin is list or origin is tuple:
            each = self.name(args[0])
            return f"({each})[]" if " | " in each else f"{each}[]"
        if origin in (dict, Mapping, typing.get_origin(Mapping[str, str])):
            keys = "string" if args[0] is str else f"{self.name(args[0])}"
            return f"Record<{keys}, {self.name(args[1])}>"
        raise TypeError(f"nothing in JSON for {hint!r}")

    def declare_state(self, widget: type[anywidget.AnyWidget]) -> None:
        """Declare what the browser's model of a widget holds."""
        lines = [
            f"  {name}: {self._name_trait(widget, name, trait)};"
            for name, trait in sorted(widget.class_traits(sync=True).items())
            if not name.startswith("_") and trait.this_class.__module__.startswith("lachan.")
        ]
        self._put(f"{widget.__name__}State", widget, "interface", "{\n" + "\n".join(lines) + "\n}")

    def _name_trait(self, widget: type, name: str, trait: traitlets.TraitType[Any, Any]) -> str:
        hint = trait.metadata.get("wire")
        if hint is not None:
            return self.name(hint)
        kind = next((each for base, each in TRAITS.items() if isinstance(trait, base)), None)
        if kind is None:
            raise TypeError(f"{widget.__name__}.{name} wants tag(wire=…)")
        return kind

    def _name_union(self, args: tuple[object, ...]) -> str:
        some = [each for each in args if each is not type(None)]
        known = self._aliases.get(frozenset(some)) if len(some) > 1 else None
        written = self._alias(some, " | ".join(map(self.name, some))) if known else None
        names = [written] if written else list(map(self.name, some))
        return " | ".join([*names, "null"] if len(some) < len(args) else names)

    def _alias(self, args: Iterable[object], text: str) -> str:
        name = self._aliases.get(frozenset(args))
        if name is None:
            return text
        self.declared.setdefault(name, f"export type {name} = {text};\n")
        return name

    def _declare(self, hint: Any) -> str:
        name: str = hint.__name__
        if name == "NothingJson":
            return name
        if self._owners.get(name, hint) is not hint:
            raise TypeError(f"two types are called {name}: {hint!r}, {self._owners[name]!r}")
        if name in self._owners:
            return name
        self._owners[name] = hint
        if _is_enum(hint):
            self._put(name, hint, "type", " | ".join(map(_literal, hint)))
        else:
            lines = [f"  {key}{mark}: {self.name(each)};" for key, mark, each in _fields(hint)]
            self._put(name, hint, "interface", "{\n" + "\n".join(lines) + "\n}")
        return name

    def _put(self, name: str, owner: object, kind: str, text: str) -> None:
        self._owners[name] = owner
        end = f" = {text};" if kind == "type" else f" {text}"
        self.declared[name] = f"export {kind} {name}{end}\n"


def render() -> str:
    """Return frontend/wire.d.ts."""
    modules = list(_find_modules())
    found = {id(each): each for module in modules for each in vars(module).values()}
    own = [each for each in found.values() if getattr(each, "__module__", "") in _names(modules)]
    writer = Writer(_find_aliases(modules))
    for hint in (*filter(is_typeddict, own), *ROOM):
        writer.name(hint)
    for widget in own:
        if inspect.isclass(widget) and issubclass(widget, anywidget.AnyWidget):
            writer.declare_state(widget)
    return "\n".join([HEAD, *(text for _, text in sorted(writer.declared.items()))])


def _find_modules() -> Iterator[types.ModuleType]:
    for name in PACKAGES:
        module = importlib.import_module(name)
        yield module
        for each in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{name}."):
            yield importlib.import_module(each.name)


def _names(modules: Iterable[types.ModuleType]) -> set[str]:
    return {module.__name__ for module in modules}


def _find_aliases(modules: Iterable[types.ModuleType]) -> dict[frozenset[object], str]:
    """Return what each union or literal that has a name in one of the modules is called."""
    return {
        frozenset(get_args(value)): name
        for module in modules
        for name, value in vars(module).items()
        if get_origin(value) in (types.UnionType, Union, Literal)
    }


def _fields(hint: Any) -> Iterator[tuple[str, str, object]]:
    """Yield name, mark and type of each field, those of bases first."""
    hints = get_type_hints(hint)
    if is_dataclass(hint):
        shown = [each.name for each in fields(hint) if each.name not in HIDDEN]
        yield from ((name, "", hints[name]) for name in shown)
    else:
        for name, each in hints.items():
            yield name, "?" if name in hint.__optional_keys__ else "", each


def _is_enum(hint: object) -> TypeGuard[type[StrEnum]]:
    return inspect.isclass(hint) and issubclass(hint, StrEnum)


def _literal(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no word: {value!r}")
    return f'"{value!s}"'


if __name__ == "__main__":
    FILE.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"{FILE.name}\n")
