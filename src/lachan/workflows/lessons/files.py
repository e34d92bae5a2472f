"""Every file that a lesson gives, by name: for downloads, the command line and notebooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lachan.content import Content
from lachan.notebooks import render_notebook
from lachan.printing import Audience
from lachan.workflows.lessons.handout import make_handout
from lachan.workflows.lessons.leaflet import make_leaflet
from lachan.workflows.lessons.notebook import find_notebook
from lachan.workflows.lessons.page import make_page
from lachan.workflows.lessons.plan import make_plan

PUPIL_HANDOUT = "phieu-hoc-tap.pdf"
TEACHER_HANDOUT = "phieu-giao-vien.pdf"
LEAFLET = "to-roi.pdf"
PLAN = "ke-hoach-bai-day.docx"
NOTEBOOK = "ipynb"
OFFLINE_PAGE = "trang-khong-can-mang.html"

Render = Callable[[str], bytes]


def make_renderers(content: Content) -> Mapping[str, Render]:
    """Return, for each file's name, the function that makes it.

    The function takes a lesson's name or the path of a notebook (`find_notebook`), and raises
    `LachanError` where the lesson cannot be found or laid out. A plan states what the lesson's
    author wrote, so it takes a lesson's name only.
    """

    def handout(audience: Audience) -> Render:
        return lambda name: make_handout(*find_notebook(name, content), content, audience)

    return {
        PUPIL_HANDOUT: handout(Audience.PUPIL),
        LEAFLET: lambda name: make_leaflet(*find_notebook(name, content), content),
        TEACHER_HANDOUT: handout(Audience.TEACHER),
        PLAN: lambda name: make_plan(name, content),
        NOTEBOOK: lambda name: render_notebook(find_notebook(name, content)[0]).encode(),
        OFFLINE_PAGE: lambda name: make_page(*find_notebook(name, content), content).encode(),
    }
