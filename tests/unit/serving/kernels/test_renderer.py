"""What all pages of a server share while they are drawn."""

from __future__ import annotations

from typing import Any

from jinja2 import DictLoader, Environment

from lachan.serving.kernels.renderer import CompiledTemplates


def test_a_template_is_compiled_once_for_all_pages_until_its_text_changes() -> None:
    compiled: list[str] = []

    class Counting(Environment):
        def compile(self, source: Any, name: Any = None, *args: Any, **kwargs: Any) -> Any:
            compiled.append(name)
            return super().compile(source, name, *args, **kwargs)

    shared = CompiledTemplates()

    def draw(text: str) -> str:
        page = Counting(loader=DictLoader({"trang": text}), bytecode_cache=shared)
        return page.get_template("trang").render(name="Hoa")

    drawn = [draw(text) for text in ("Chào {{ name }}", "Chào {{ name }}", "{{ name }} ơi")]

    assert drawn == ["Chào Hoa", "Chào Hoa", "Hoa ơi"]
    assert compiled == ["trang", "trang"]
