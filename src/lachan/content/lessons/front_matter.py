"""Change a lesson's front matter in place: words and the order of steps, nothing else.

Comments, layout and all other fields stay as their author left them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence

import yaml

from lachan.content.yaml.source import LOADER
from lachan.errors import LachanError

_FRONT_MATTER = re.compile(r"(?P<open>---\n)(?P<yaml>.*?\n)(?P<close>---\n)(?P<body>.*)", re.DOTALL)


class FrontMatterError(LachanError):
    """A lesson whose front matter has not what is to be changed."""


def rewrite_lesson(
    text: str, *, title: str, summary: str, steps: Sequence[str], body: str, read: dt.date
) -> str:
    """Return a lesson's text with these words, only these steps in this order, and this body.

    Parameters
    ----------
    text
        The lesson as it was, readable.
    title, summary
        Empty keeps what is there.
    steps
        Ids of the steps that stay.
    read
        The day on which the author read it; where anything changes, who read the old text is
        no longer named.

    Raises
    ------
    FrontMatterError
        Where it has no front matter, or not all of these steps.
    """
    match = _FRONT_MATTER.fullmatch(text.replace("\r\n", "\n"))
    if match is None:
        raise FrontMatterError('bài không có phần đầu giữa hai dòng "---"')
    written = _order_steps(match["yaml"], steps)
    for field, words in (("summary", summary), ("title", title)):
        written = _set_words(written, field, words) if words else written
    if (written, _squeeze(body)) == (match["yaml"], _squeeze(match["body"])):
        return text
    return f"{match['open']}{_set_readings(written, read)}{match['close']}\n{body}"


def _squeeze(body: str) -> str:
    """Leave out blank lines, which say nothing beyond where a paragraph ends."""
    return "\n".join(line for line in body.splitlines() if line.strip())


def _set_readings(written: str, read: dt.date) -> str:
    node = _field(written, "reviews")
    entry = f"\n  - {{role: author, date: {read.isoformat()}}}\n"
    if node is None:
        return f"{written}reviews:{entry}"
    start = written.rindex(":", 0, node.start_mark.index) + 1
    end = node.end_mark.index
    if "\n" not in written[end:] or written[end : end + 1] == "\n":
        end = written.find("\n", end) + 1 or len(written)
    return written[:start] + entry + written[end:]


def _set_words(written: str, field: str, words: str) -> str:
    node = _field(written, field)
    if not isinstance(node, yaml.ScalarNode) or " ".join(node.value.split()) == words:
        return written
    # A quoted string of JSON is one of YAML, whatever stands in it.
    quoted = json.dumps(words, ensure_ascii=False)
    end = node.start_mark.index + len(_slice(written, node).rstrip())
    return written[: node.start_mark.index] + quoted + written[end:]


def _order_steps(written: str, steps: Sequence[str]) -> str:
    node = _field(written, "steps")
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise FrontMatterError("phần đầu của bài không có danh sách steps, mỗi bước một dòng")
    starts = [_line_start(written, each.start_mark.index) for each in node.value]
    end = _line_start(written, node.end_mark.index)
    entries = {
        _step_id(each): written[first:last]
        for each, first, last in zip(node.value, starts, [*starts[1:], end], strict=True)
    }
    if missing := [each for each in steps if each not in entries]:
        raise FrontMatterError(f"phần đầu của bài không có bước {', '.join(missing)}")
    kept = "".join(entries[each] for each in steps)
    return written[: starts[0]] + kept + written[end:]


def _step_id(node: yaml.Node) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")


def _field(written: str, name: str) -> yaml.Node | None:
    root = yaml.compose(written, Loader=LOADER)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)


def _slice(written: str, node: yaml.Node) -> str:
    return written[node.start_mark.index : node.end_mark.index]


def _line_start(written: str, index: int) -> int:
    return written.rfind("\n", 0, index) + 1
