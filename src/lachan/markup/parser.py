"""Parse the Markdown subset of docs/formats.md section 2 into the tree, once, for every output."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from lachan.domain.rich import text as rt

# Schemes a reader may safely follow; anything without a scheme is a path inside the content.
_SAFE_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

# A line that begins with a letter and has no mark that could mean anything but itself. Most texts
# are one, and the reader takes as long for them as for any other.
_PLAIN_LINE = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;:?!…()/%“”‘’'\"–—-])*(?<! )")


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Something outside the subset; `line` is zero-based within the parsed text."""

    code: str
    line: int
    message: str
    hint: str


@dataclass(slots=True)
class _Parse:
    """The state of one parse: what is allowed and what was found wrong."""

    in_lesson: bool
    faults: list[MarkupFault] = field(default_factory=list)

    def fault(self, node: SyntaxTreeNode, code: str, message: str, hint: str) -> None:
        line = _line(node)
        self.faults.append(MarkupFault(code, line, message, hint))


def parse_rich_text(
    source: str, *, in_lesson: bool = False
) -> tuple[rt.RichText, tuple[MarkupFault, ...]]:
    """Parse `source`; what lies outside the subset becomes faults and is left out of the tree.

    Parameters
    ----------
    in_lesson
        Headings and tables are allowed in the body of a lesson, not in items and summaries.
    """
    if _PLAIN_LINE.fullmatch(source):
        return (rt.Paragraph((rt.Text(source),)),), ()
    parse = _Parse(in_lesson)
    tree = SyntaxTreeNode(_MARKDOWN.parse(source))
    content = _blocks(tree.children, parse)
    return content, tuple(parse.faults)


def _make_reader() -> MarkdownIt:
    # HTML stays enabled so that it is seen and refused, not silently shown as text.
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.validateLink = _keep_link  # type: ignore[method-assign]
    return markdown


def _keep_link(url: str) -> bool:  # noqa: ARG001 - the signature is markdown-it's
    """Keep every link: our own rule judges it, with a message, instead of dropping it."""
    return True


# Made once: making one takes longer than reading most texts. It keeps nothing between texts.
_MARKDOWN = _make_reader()


def _line(node: SyntaxTreeNode) -> int:
    # What has no lines of its own stands in a block that has.
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def _blocks(nodes: Sequence[SyntaxTreeNode], parse: _Parse) -> rt.RichText:
    made = (_block(node, parse) for node in nodes)
    return tuple(block for block in made if block is not None)


def _block(node: SyntaxTreeNode, parse: _Parse) -> rt.Block | None:
    make = _BLOCK_MAKERS.get(node.type)
    if make is not None:
        return make(node, parse)
    code, what, hint = _REFUSED.get(node.type, ("MK009", f"kiểu định dạng {node.type}", _REWRITE))
    parse.fault(node, code, f"{what} không dùng được", hint)
    return None


def _paragraph(node: SyntaxTreeNode, parse: _Parse) -> rt.Block | None:
    inline = node.children[0]
    children = inline.children
    images = [child for child in children if child.type == "image"]
    if not images:
        return rt.Paragraph(_inlines(children, parse))
    if len(children) > 1:
        parse.fault(node, "MK006", "hình nằm lẫn trong câu", "để hình đứng một mình một đoạn")
        return None
    return _figure(images[0], parse)


def _figure(image: SyntaxTreeNode, parse: _Parse) -> rt.Block | None:
    alt = image.content.strip()
    path = str(image.attrs.get("src", ""))
    if not alt:
        parse.fault(
            image,
            "MK005",
            f'hình "{path}" không có mô tả',
            "viết mô tả trong ngoặc vuông: ![mô tả](đường/dẫn)",
        )
    if _SCHEME.match(path):
        parse.fault(
            image, "MK008", f'hình "{path}" nằm ngoài bộ nội dung', "chép hình vào media/ rồi dẫn"
        )
        return None
    return rt.Figure(path, alt)


def _heading(node: SyntaxTreeNode, parse: _Parse) -> rt.Block | None:
    level = int(node.tag[1])
    if not parse.in_lesson or level not in (3, 4):
        parse.fault(
            node,
            "MK003",
            f"tiêu đề cấp {level} không dùng được ở đây",
            "trong bài học dùng ### hoặc ####; trong câu hỏi dùng **chữ đậm**",
        )
        return None
    return rt.Heading(level, _inlines(node.children[0].children, parse))


def _bullet_list(node: SyntaxTreeNode, parse: _Parse) -> rt.Block:
    return rt.BulletList(_list_items(node, parse))


def _numbered_list(node: SyntaxTreeNode, parse: _Parse) -> rt.Block:
    return rt.NumberedList(_list_items(node, parse), int(node.attrs.get("start", 1)))


def _list_items(node: SyntaxTreeNode, parse: _Parse) -> tuple[rt.ListItem, ...]:
    return tuple(rt.ListItem(_blocks(item.children, parse)) for item in node.children)


def _quote(node: SyntaxTreeNode, parse: _Parse) -> rt.Block:
    return rt.Quote(_blocks(node.children, parse))


def _table(node: SyntaxTreeNode, parse: _Parse) -> rt.Block | None:
    if not parse.in_lesson:
        parse.fault(node, "MK004", "bảng chỉ dùng được trong thân bài học", _REWRITE)
        return None
    head, *bodies = node.children
    rows = [row for body in bodies for row in body.children]
    return rt.Table(_cells(head.children[0], parse), tuple(_cells(row, parse) for row in rows))


def _cells(row: SyntaxTreeNode, parse: _Parse) -> tuple[tuple[rt.Inline, ...], ...]:
    return tuple(_inlines(cell.children[0].children, parse) for cell in row.children)


def _inlines(nodes: Sequence[SyntaxTreeNode], parse: _Parse) -> tuple[rt.Inline, ...]:
    made: list[rt.Inline] = []
    for node in nodes:
        inline = _inline(node, parse)
        last = made[-1] if made else None
        if isinstance(inline, rt.Text) and isinstance(last, rt.Text):
            made[-1] = rt.Text(last.value + inline.value)
        elif inline is not None:
            made.append(inline)
    return tuple(made)


def _inline(node: SyntaxTreeNode, parse: _Parse) -> rt.Inline | None:
    match node.type:
        case "text" | "text_special":
            return rt.Text(node.content) if node.content else None
        case "softbreak":
            return rt.Text(" ")
        case "hardbreak":
            return rt.LineBreak()
        case "strong":
            return rt.Strong(_inlines(node.children, parse))
        case "em":
            return rt.Emphasis(_inlines(node.children, parse))
        case "link":
            return _link(node, parse)
        case kind:
            code, what, hint = _REFUSED.get(kind, ("MK009", f"kiểu định dạng {kind}", _REWRITE))
            parse.fault(node, code, f'{what} "{node.content[:40]}" không dùng được', hint)
            return None


def _link(node: SyntaxTreeNode, parse: _Parse) -> rt.Inline:
    url = str(node.attrs.get("href", ""))
    scheme = _SCHEME.match(url)
    if (scheme and scheme.group(1).lower() not in _SAFE_SCHEMES) or url.startswith("//"):
        parse.fault(
            node, "MK007", f'liên kết "{url[:60]}" không an toàn', "dùng https:// hoặc đường dẫn"
        )
        url = ""
    return rt.Link(url, _inlines(node.children, parse))


_REWRITE = "viết lại bằng các định dạng trong docs/formats.md mục 2"
_REFUSED = {
    "html_block": ("MK001", "thẻ HTML", "bỏ thẻ; muốn viết dấu < như chữ thì viết \\<"),
    "html_inline": ("MK001", "thẻ HTML", "bỏ thẻ; muốn viết dấu < như chữ thì viết \\<"),
    "fence": ("MK002", "khối mã", "viết thành đoạn văn thường"),
    "code_block": ("MK002", "khối mã (dòng thụt bốn dấu cách)", "bỏ các dấu cách ở đầu dòng"),
    "code_inline": ("MK002", "mã lệnh", "bỏ dấu huyền ` quanh chữ"),
    "hr": ("MK009", "đường kẻ ngang", _REWRITE),
}
_BLOCK_MAKERS: dict[str, Callable[[SyntaxTreeNode, _Parse], rt.Block | None]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _bullet_list,
    "ordered_list": _numbered_list,
    "blockquote": _quote,
    "table": _table,
}
