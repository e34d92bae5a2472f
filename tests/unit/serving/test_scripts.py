"""Pages name the scripts that earlier pages were seen to need."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lachan.serving.scripts import LEARNING_S, MOST_SCRIPTS, ScriptMemory

PAGE = "<html><head><title>Bài</title></head><body></head></body></html>"


def answer(address: str, status: int = 200) -> SimpleNamespace:
    """What a handler looks like once it has answered."""
    path, _, query = address.partition("?")
    request = SimpleNamespace(uri=address, path=path, query=query)
    return SimpleNamespace(request=request, get_status=lambda: status)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(clock: Clock) -> ScriptMemory:
    return ScriptMemory(clock)


def test_a_page_before_any_visitor_stays_as_it_is(memory: ScriptMemory) -> None:
    assert memory.preload(PAGE) == PAGE


def test_scripts_are_named_once_in_the_head_in_the_order_met(memory: ScriptMemory) -> None:
    for address in ("/voila/b.0f1e.js?v=0f1e", "/voila/a.js", "/voila/b.0f1e.js?v=0f1e"):
        memory.note(answer(address))
    assert memory.preload(PAGE) == (
        "<html><head><title>Bài</title>"
        '<link rel="preload" as="script" href="/voila/b.0f1e.js?v=0f1e">\n'
        '<link rel="preload" as="script" href="/voila/a.js">\n'
        "</head><body></head></body></html>"
    )


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/voila/a.css", 200),
        ("/voila/a.js", 404),
        ("/voila/a.js?v=1", 200),
        ("/voila/a.0f1e.js?v=0f1e0", 200),
        ('/voila/a.js?"><script>', 200),
    ],
)
def test_nothing_else_is_named(memory: ScriptMemory, address: str, status: int) -> None:
    memory.note(answer(address, status))
    assert memory.preload(PAGE) == PAGE


def test_only_the_first_visitors_teach(memory: ScriptMemory, clock: Clock) -> None:
    memory.note(answer("/voila/a.js"))
    clock.now += LEARNING_S
    memory.note(answer("/voila/b.js"))
    assert "/voila/b.js" not in memory.preload(PAGE)


def test_a_flood_of_addresses_is_not_kept(memory: ScriptMemory) -> None:
    for number in range(MOST_SCRIPTS + 50):
        memory.note(answer(f"/voila/{number}.js"))
    assert memory.preload(PAGE).count("<link") == MOST_SCRIPTS
