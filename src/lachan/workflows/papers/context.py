"""What a paper prints besides its items: labels of law, names of topics, pictures, whom to call."""

from __future__ import annotations

from lachan.content import Content
from lachan.domain.papers.context import PaperContext, Topic
from lachan.domain.papers.paper import Blueprint, Paper
from lachan.workflows.content.pictures import read_pictures


def find_paper_context(content: Content, paper: Paper) -> PaperContext:
    """Return all that `paper` needs of the content besides its items.

    Raises
    ------
    ContentError
        With each picture that is missing.
    """
    items = paper.items.values()
    cited = sorted({cited for item in items for cited in item.all_citations})
    return PaperContext(
        pictures=read_pictures(content, paper.blueprint.source.file, (), items),
        labels={each: content.provisions[each].label_with_status for each in cited},
        topics=find_topics(content, paper.blueprint),
        remarks=_help_line(content),
    )


def find_topics(content: Content, blueprint: Blueprint) -> dict[str, Topic]:
    """Return the topics of a blueprint: its band's lessons of those names.

    A private bank may hold a topic that has no lesson; it goes by its slug and has no objectives.
    """
    lessons = {each.slug: each for each in content.lessons if each.band is blueprint.band}
    found = {}
    for slug in sorted({cell.topic for part in blueprint.parts for cell in part.cells}):
        lesson = lessons.get(slug)
        objectives = {each.id: each.text for each in lesson.objectives} if lesson else {}
        found[slug] = Topic(lesson.title if lesson else slug, objectives)
    return found


def _help_line(content: Content) -> tuple[str, ...]:
    """Return the line below the last question: whom to call, from the first free hotline."""
    free = next((line for line in content.hotlines if line.free), None)
    if free is None:
        return ()
    return (f"Trong đề có điều gì gây lo lắng? Gọi {free.number} – {free.terms}.",)
