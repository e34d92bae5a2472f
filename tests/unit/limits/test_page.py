"""The page of limits is the table in code, and the table is what the code asks."""

import ast
import re
from pathlib import Path
from types import ModuleType

import lachan.limits
from lachan.limits import Limit
from lachan.limits.page import DOORS, list_limits, render_page

SOURCES = Path(lachan.limits.__file__).parents[1]
PAGE = SOURCES.parents[1] / "docs" / "gioi-han.md"
MODULES = {"__init__", "limit", "page"}


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == render_page()


def test_every_module_of_limits_is_on_the_page() -> None:
    written = {path.stem for path in (SOURCES / "limits").glob("*.py")} - MODULES
    assert {door.__name__.rpartition(".")[2] for door in DOORS} == written


def test_every_limit_is_asked_somewhere() -> None:
    written = {(door.__name__, name) for door in DOORS for name in list_limits(door)}
    assert written - find_imported() == set()


def test_every_limit_tells_something_else() -> None:
    told = [limit.what for door in DOORS for limit in list_limits(door).values()]
    assert sorted(set(told)) == sorted(told)


def test_a_bar_in_a_text_stays_in_its_cell() -> None:
    door = ModuleType("cửa")
    door.TITLE = "Cửa"  # type: ignore[attr-defined]
    door.DOOR = Limit("a|b", 1, "người", "chờ", "hẹp")  # type: ignore[attr-defined]
    last = render_page([door]).splitlines()[-1]
    assert re.split(r"(?<!\\)\|", last)[1:-1] == [" a\\|b ", " 1 người ", " chờ ", " hẹp "]


def find_imported() -> set[tuple[str, str]]:
    """Return what the package's code imports from the modules of limits, as module and name."""
    found: set[tuple[str, str]] = set()
    for path in SOURCES.rglob("*.py"):
        text = path.read_text("utf-8")
        # Reading all of the package as syntax takes seconds.
        for node in ast.walk(ast.parse(text)) if "lachan.limits" in text else ():
            if isinstance(node, ast.ImportFrom) and node.module:
                found.update((node.module, alias.name) for alias in node.names)
    return found
