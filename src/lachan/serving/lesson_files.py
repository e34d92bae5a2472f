"""What each kind of download is made by."""

from __future__ import annotations

from collections.abc import Mapping

from lachan.content import Content
from lachan.notebooks import render_notebook
from lachan.printing import Audience
from lachan.serving.downloads import (
    LEAFLET,
    NOTEBOOK,
    OFFLINE_PAGE,
    PLAN,
    PUPIL_HANDOUT,
    TEACHER_HANDOUT,
    Render,
)
from lachan.workflows.lesson_notebook import find_notebook
from lachan.workflows.make_handout import make_handout
from lachan.workflows.make_leaflet import make_leaflet
from lachan.workflows.make_page import make_page
from lachan.workflows.make_plan import make_plan


def make_renderers(content: Content) -> Mapping[str, Render]:
    """Return, for each kind of download, the function from a lesson's slug to the file."""

    def handout(audience: Audience) -> Render:
        def render(slug: str) -> bytes:
            return make_handout(*find_notebook(slug, content), content, audience)

        return render

    def notebook(slug: str) -> bytes:
        return render_notebook(find_notebook(slug, content)[0]).encode()

    def page(slug: str) -> bytes:
        return make_page(*find_notebook(slug, content), content).encode()

    return {
        PUPIL_HANDOUT.key: handout(Audience.PUPIL),
        TEACHER_HANDOUT.key: handout(Audience.TEACHER),
        NOTEBOOK.key: notebook,
        OFFLINE_PAGE.key: page,
        LEAFLET.key: lambda slug: make_leaflet(*find_notebook(slug, content), content),
        PLAN.key: lambda slug: make_plan(slug, content),
    }
