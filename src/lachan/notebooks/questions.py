"""Questions as a notebook shows them before anything is run: their words, and no key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_output

from lachan.assembly import as_written, option_labels, target_labels
from lachan.assembly.keys import CHOICE_LETTERS
from lachan.domain.bodies import Scenario, option_texts, target_texts
from lachan.domain.items import Item
from lachan.domain.rich.text import RichText
from lachan.markup import render_html

_HOW = "<p><em>Đọc ở đây; chạy ô này thì bấm trả lời được.</em></p>"


def questions_output(items: Sequence[Item]) -> NotebookNode:
    """Return what a quiz's cell shows until it is run, which then takes its place."""
    html = "".join(_question(number, item) for number, item in enumerate(items, 1))
    output: NotebookNode = new_output("display_data", data={"text/html": html + _HOW})
    return output


def _question(number: int, item: Item) -> str:
    return "".join(
        (
            _labelled(f"Câu {number}.", item.asked),
            f"<p>[Hình: {escape(item.media.alt)}]</p>" if item.media else "",
            *_options(item),
        )
    )


def _options(item: Item) -> Iterable[str]:
    if isinstance(item.body, Scenario):
        # What follows depends on what is chosen.
        first = item.body.scenes[0]
        ways = zip(CHOICE_LETTERS, first.choices, strict=False)
        return [
            render_html(first.text),
            *(_labelled(f"{letter}.", way.text) for letter, way in ways),
        ]
    printed = as_written(item)
    return [
        *_all_labelled(option_labels(item, printed), option_texts(item.body)),
        *_all_labelled(target_labels(printed), target_texts(item.body)),
    ]


def _all_labelled(labels: Mapping[str, str], texts: Mapping[str, RichText]) -> Iterable[str]:
    return (_labelled(f"{label}.", texts[each]) for each, label in labels.items())


def _labelled(label: str, content: RichText) -> str:
    """The label stands in the first paragraph; a picture is told by its description."""
    html = render_html(content, resolve_image=lambda _: "")
    marked = f"<p><strong>{label}</strong> "
    return html.replace("<p>", marked, 1) if html.startswith("<p>") else f"{marked}</p>{html}"
