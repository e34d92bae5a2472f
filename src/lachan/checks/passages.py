"""Every text of a lesson or an item as a reader meets it, line by line, with its voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lachan.domain import bodies
from lachan.domain.comic_words import PersonId
from lachan.domain.comics import Comic, Sender
from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, LessonBlock
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.markup import render_plain

_STEP_TEXTS = (
    "objective",
    "content",
    "product",
    "organisation",
    "task",
    "everyone",
    "report",
    "conclude",
    "show",
)


class Voice(StrEnum):
    """Who answers for a text.

    A distractor or a false statement may hold a wrong belief on purpose, so only the rules on
    what hurts by being read at all judge it; a teacher's note may name what pupils do not read.
    """

    VOUCHED = "vouched"
    WRONG = "wrong"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its place and what stands around it.

    Attributes
    ----------
    context
        What stands above and may mark the text as a wrong belief: a stem, a block's title.
    around
        The whole block or item, where a way out may be named.
    """

    source: Source
    text: str
    voice: Voice
    context: str = ""
    around: str = ""


# Who rounds up others in some strips: what they say is shown to be judged, not said.
_TEMPTERS = frozenset({PersonId.DUNG, PersonId.PHONG, PersonId.HOI})


def passages_of(owner: Lesson | Item | Comic) -> Iterator[Passage]:
    """Yield every text of a lesson, an item or a comic."""
    if isinstance(owner, Comic):
        return comic_passages(owner)
    return item_passages(owner) if isinstance(owner, Item) else lesson_passages(owner)


def comic_passages(comic: Comic) -> Iterator[Passage]:
    """Yield every word of a strip; a way out may be named anywhere in it."""
    told = [(comic.source.at("title"), comic.title, Voice.VOUCHED)]
    for panel in comic.drawn:
        told += [
            (panel.source.at(name), getattr(panel, name), Voice.VOUCHED)
            for name in ("caption", "alt", "board", "poster")
        ]
        for index, say in enumerate(panel.says):
            voice = Voice.WRONG if say.who in _TEMPTERS else Voice.VOUCHED
            told.append((panel.source.at("says", index, "text"), say.text, voice))
        for index, message in enumerate(panel.phone.messages if panel.phone else ()):
            voice = Voice.WRONG if message.sender is Sender.THEM else Voice.VOUCHED
            place = panel.source.at("phone", "messages", index, "text")
            told.append((place, message.text, voice))
    told += [
        (comic.source.at("ask", index), question, Voice.VOUCHED)
        for index, question in enumerate(comic.ask)
    ]
    around = "\n".join(text for _, text, _ in told if text)
    for place, text, voice in told:
        if text:
            yield Passage(place, text, voice, comic.title, around)


def lesson_passages(lesson: Lesson) -> Iterator[Passage]:
    """Yield the front matter's sentences, then every line of every block."""
    front = [("title", lesson.title), ("summary", lesson.summary)]
    for name, value in front:
        yield _front(lesson.source.at(name), value)
    for name, values in (("questions", lesson.questions), ("key_points", lesson.key_points)):
        for index, value in enumerate(values):
            yield _front(lesson.source.at(name, index), value)
    for index, objective in enumerate(lesson.objectives):
        yield _front(lesson.source.at("objectives", index, "text"), objective.text)
    for step in lesson.steps:
        for name in _STEP_TEXTS:
            if text := getattr(step, name):
                yield _front(step.source.at(name), text)
    for index, question in enumerate(lesson.exit_ticket):
        yield _front(lesson.source.at("exit_ticket", index), question)
    for observed in lesson.observe:
        for index, level in enumerate(observed.levels):
            yield _front(observed.source.at("levels", index), level)
    if lesson.extension:
        yield _front(lesson.source.at("extension"), lesson.extension)
    for block in lesson.blocks:
        yield from _block_passages(block)


def item_passages(item: Item) -> Iterator[Passage]:
    """Yield the stem and every text of the body with who answers for it."""
    stem, stimulus = render_plain(item.stem), render_plain(item.stimulus)
    texts = list(_body_texts(item.body))
    read = (stimulus, stem, *(render_plain(text) for _, text, _ in texts))
    around = "\n".join(filter(None, read))
    if stimulus:
        # A message that is to be judged is shown, not said.
        yield Passage(item.source.at("stimulus"), stimulus, Voice.WRONG, "", around)
    yield Passage(item.source.at("stem"), stem, Voice.VOUCHED, "", around)
    for path, text, voice in texts:
        if text:
            place = item.source.at(*path)
            yield Passage(place, render_plain(text), voice, stem, around)


def _front(source: Source, text: str) -> Passage:
    # A plan's line names a subject; the block it announces is where the way out stands.
    return Passage(source, text, Voice.TEACHER)


def _block_passages(block: LessonBlock) -> Iterator[Passage]:
    voice = Voice.TEACHER if block.kind is BlockKind.TEACHER_NOTE else Voice.VOUCHED
    around = f"{block.title}\n{render_plain(block.content)}"
    above = block.title
    if block.title:
        yield Passage(block.source, block.title, voice, "", around)
    for number, line in enumerate(render_plain(block.content).split("\n")):
        yield Passage(_line_source(block, line), line, voice, above, around)
        # A head of a table or a lead-in ("Câu nên tránh:") speaks for the lines below it.
        if number == 0 or line.rstrip().endswith((":", "?")) or " | " not in line:
            above = f"{block.title} {line}"


def _line_source(block: LessonBlock, line: str) -> Source:
    """Return the place of a line of the block; of the block itself when it cannot be found."""
    if block.source.pointer[:1] != ("body",):
        return block.source
    first = int(block.source.pointer[1]) + (block.kind is not BlockKind.TEXT)
    wanted = line.lstrip("-> 0123456789.").split(" | ")[0][:24]
    for offset, written in enumerate(block.markdown.split("\n")):
        if wanted and wanted in written.replace("*", ""):
            return Source(block.source.file, ("body", first + offset))
    return block.source


_Text = tuple[tuple[str | int, ...], RichText, Voice]


def _body_texts(body: bodies.Body) -> Iterator[_Text]:
    for path, text in bodies.body_texts(body):
        yield path, text, _voice(body, path)


def _voice(body: bodies.Body, path: tuple[str | int, ...]) -> Voice:
    """Tell who answers for a text of a body: reasons always teach, wrong options never do."""
    if path == ("guide",):
        return Voice.TEACHER
    if path[-1] != "text":
        return Voice.VOUCHED
    wrong = False
    index = path[-2]
    match body:
        case bodies.SingleChoice(choices, key) if isinstance(index, int):
            wrong = choices[index].id != key
        case bodies.MultipleChoice(choices, keys) if isinstance(index, int):
            wrong = choices[index].id not in keys
        case bodies.TrueFalseGroup(statements) if isinstance(index, int):
            wrong = not statements[index].key
        case bodies.Matching():
            wrong = path[0] == "extra"
        case bodies.Scenario(scenes) if "choices" in path:
            wrong = not scenes[int(path[1])].choices[int(index)].best
        case _:
            pass
    return Voice.WRONG if wrong else Voice.VOUCHED
