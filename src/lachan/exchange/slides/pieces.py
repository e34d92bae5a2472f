"""What slides are made of: paragraphs, tables and pictures, and the passages that they form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lachan.domain.messages import Message
from lachan.domain.rich import text as rt
from lachan.domain.rich.text import RichText
from lachan.exchange.slides.design import Look

BULLET = "•"
DASH = "–"


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style.

    Attributes
    ----------
    text
        A line feed is a line break.
    url
        Where a click leads on the web.
    jump
        Key of the passage to which a click leads.
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    jump: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an entry of a list: a bullet, or PowerPoint's counting from `number` on.

    `kind` is a bullet's character or one of PowerPoint's schemes (``arabicPeriod``).
    """

    kind: str
    number: int = 0


NUMBERS, LETTERS, STATEMENTS = "arabicPeriod", "alphaUcPeriod", "alphaLcParenR"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.

    Attributes
    ----------
    depth
        How many lists and quotes stand around it.
    marker
        Before its first line, where it is an entry of a list.
    keeps
        Whether it stays on one slide with what follows it.
    """

    spans: tuple[Span, ...]
    depth: int = 0
    marker: Marker | None = None
    keeps: bool = False

    @property
    def plain(self) -> str:
        """Its words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a header and rows of as many cells.

    `whole` keeps it on one slide, where one holds it: what is read across it must be seen at once.
    `shares` are those of its columns in its width, set where it goes on over several slides: they
    are then the same on each. Empty, the columns are as wide as their words ask for.
    """

    header: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    shares: tuple[float, ...] = ()
    whole: bool = False

    @property
    def drawn(self) -> tuple[tuple[tuple[Span, ...], ...], ...]:
        """Its header, which is drawn in bold, and its rows."""
        return (tuple(map(bold, self.header)), *self.rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its path in the content root; `alt` tells it to those who cannot see it."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message on a phone, at the side of who writes it: `is_own` at the right."""

    spans: tuple[Span, ...]
    is_own: bool = False


Piece = Para | Grid | Picture | Bubble


@dataclass(frozen=True, slots=True)
class Passage:
    """What one title stands above: it becomes a slide, or several where it is long.

    Attributes
    ----------
    foot
        At the foot of each of its slides.
    notes
        What the speaker sees and the class does not.
    key
        By which spans jump to its first slide.
    """

    title: str
    pieces: tuple[Piece, ...]
    look: Look = Look.TEXT
    foot: str = ""
    notes: tuple[Para, ...] = ()
    key: str = ""


def to_pieces(content: RichText, depth: int = 0) -> tuple[Piece, ...]:
    """Return rich text as pieces, in its order."""
    return tuple(_walk(content, depth))


def to_paras(content: RichText, depth: int = 0) -> tuple[Para, ...]:
    """Return rich text as paragraphs alone: a table line by line, a picture by its description."""
    return tuple(para for piece in _walk(content, depth) for para in as_paras(piece))


def to_bubbles(messages: Sequence[Message]) -> tuple[Bubble, ...]:
    """Return messages on a phone; each row of them begins with who writes."""
    return tuple(
        Bubble((*_spell_head(each), *to_spans(block.children)), each.is_own)
        for each in messages
        for block in each.content
        if isinstance(block, rt.Paragraph)
    )


def _spell_head(message: Message) -> Iterator[Span]:
    if message.number is not None:
        yield Span(f"{message.number}. ")
    if message.leads:
        time = f", {message.time}" if message.time else ""
        yield Span(f"{message.sender}{time}: ", bold=True)


def as_paras(piece: Piece) -> Iterator[Para]:
    """Yield a piece as paragraphs; each row of a table names its columns."""
    match piece:
        case Para():
            yield piece
        case Picture(_, alt):
            yield Para((Span(f"[Hình: {alt}]", italic=True),))
        case Bubble(spans):
            yield Para(spans)
        case Grid(header, rows):
            for row in rows:
                first, *others = zip(header, row, strict=True)
                yield Para(bold(first[1]), keeps=bool(others))
                for number, (name, cell) in enumerate(others, 1):
                    words = (*bold(name), Span(": "), *cell)
                    yield Para(words, 1, Marker(BULLET), keeps=number < len(others))


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Para:
    """Return a paragraph of one style."""
    return Para((Span(text, bold, italic),))


def bold(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the words in bold."""
    return tuple(replace(span, bold=True) for span in spans)


def to_spans(children: Sequence[rt.Inline], style: Span = Span("")) -> tuple[Span, ...]:
    """Return the words of a line; `style` gives what stands around them."""
    return tuple(_spans(children, style))


def _spans(children: Sequence[rt.Inline], style: Span) -> Iterator[Span]:
    for child in children:
        match child:
            case rt.Text(value):
                yield replace(style, text=value)
            case rt.LineBreak():
                yield replace(style, text="\n")
            case rt.Strong(inner):
                yield from _spans(inner, replace(style, bold=True))
            case rt.Emphasis(inner):
                yield from _spans(inner, replace(style, italic=True))
            case rt.Link(url, inner):
                shown = url if url.startswith("http") else ""
                yield from _spans(inner, replace(style, url=shown))


def _walk(content: RichText, depth: int) -> Iterator[Piece]:
    for block in content:
        match block:
            case rt.Paragraph(children):
                spans = to_spans(children)
                yield Para(spans, depth, keeps=_leads_on(spans))
            case rt.Heading(_, children):
                yield Para(to_spans(children, Span("", bold=True)), depth, keeps=True)
            case rt.BulletList(items):
                bullet = DASH if depth else BULLET
                yield from _entries(items, [Marker(bullet)] * len(items), depth)
            case rt.NumberedList(items, start):
                numbers = [Marker(NUMBERS, start + place) for place in range(len(items))]
                yield from _entries(items, numbers, depth)
            case rt.Quote(children):
                yield from _walk(children, depth + 1)
            case rt.Figure(path, alt):
                yield Picture(path, alt)
            case rt.Table(header, rows):
                yield Grid(
                    tuple(map(to_spans, header)),
                    tuple(tuple(map(to_spans, row)) for row in rows),
                )


def _leads_on(spans: Sequence[Span]) -> bool:
    """Tell whether words announce what follows them: all in bold, or ending with a colon."""
    words = "".join(span.text for span in spans)
    return words.rstrip().endswith(":") or all(span.bold for span in spans)


def _entries(items: Sequence[rt.ListItem], markers: list[Marker], depth: int) -> Iterator[Piece]:
    for item, marker in zip(items, markers, strict=True):
        yield from marked(item.children, marker, depth)


def marked(content: RichText, marker: Marker, depth: int = 0) -> Iterator[Piece]:
    """Yield the pieces of one entry of a list: the marker stands before its first line."""
    match content:
        case (rt.Paragraph(children), *rest):
            yield Para(to_spans(children), depth + 1, marker)
            yield from _walk(tuple(rest), depth + 1)
        case _:
            yield Para((), depth + 1, marker, keeps=True)
            yield from _walk(content, depth + 1)
