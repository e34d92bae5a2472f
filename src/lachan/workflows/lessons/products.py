"""What is made of a lesson: one table, which every screen, command and exporter reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lachan.domain.kinds import Audience

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from lachan.content import Content

# What makes a product loads Typst, Word, PowerPoint and nbformat, so it is loaded when the product
# is made: pupils' pages and `lachan --help` read the table for its names alone.

Make = Callable[[str, "Content"], bytes]
"""Makes a product of a lesson's name, or of the path of a notebook that somebody changed."""

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOTEBOOK = "application/x-ipynb+json"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
HTML = "text/html"
ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class FromNotebook:
    """A `Make` whose work reads a notebook, so that it makes the same of one that was changed.

    Only this can be an exporter of nbconvert, which brings a notebook and no lesson.
    """

    work: Callable[[NotebookNode, str, Content], bytes]

    def __call__(self, name: str, content: Content) -> bytes:
        """Return the product of the notebook that `name` leads to; raises `LachanError`."""
        from lachan.workflows.lessons.notebook import find_notebook

        return self.work(*find_notebook(name, content), content)


@dataclass(frozen=True, slots=True)
class LessonProduct:
    """One thing that is made of a lesson: a row of `PRODUCTS`.

    Parameters
    ----------
    key
        What commands and exporters call it. Products of one key differ in their audience.
    file_name
        Its name among the files of one lesson; ``{slug}`` stands for the lesson's.
    label
        What links and menus call it.
    media_type
        Without the character set, which is UTF-8 for every text.
    audience
        Whom it is for.
    make
        What makes it; raises `LachanError` where the lesson cannot be found or laid out.
    holds_keys
        Whether a pupil could read the keys in it, although it is for pupils.
    about
        What help says of it; empty takes the label.
    ending
        What the command line writes behind the lesson's slug; empty takes the file's name.
    """

    key: str
    file_name: str
    label: str
    media_type: str
    audience: Audience
    make: Make
    holds_keys: bool = False
    about: str = ""
    ending: str = ""

    @property
    def follows_changes(self) -> bool:
        """Whether it can be made of a notebook that somebody changed, too."""
        return isinstance(self.make, FromNotebook)

    @property
    def is_open(self) -> bool:
        """Whether our server gives it to pupils too."""
        return self.audience is Audience.PUPIL and not self.holds_keys

    @property
    def is_text(self) -> bool:
        """Whether its bytes are UTF-8."""
        return self.media_type.startswith("text/")

    def name_within(self, slug: str) -> str:
        """Return its name among the files of the lesson with this slug."""
        return self.file_name.replace("{slug}", slug)

    def name_alone(self, slug: str) -> str:
        """Return its name among the files of many lessons."""
        name = self.name_within(slug)
        return name if name != self.file_name else f"{slug}-{name}"

    def name_exported(self, slug: str) -> str:
        """Return its name where the command line writes it."""
        return f"{slug}{self.ending}" if self.ending else self.name_alone(slug)


def find_versions(
    products: Sequence[LessonProduct],
) -> Mapping[str, Mapping[Audience, LessonProduct]]:
    """Return the products of each key by their audience, first that for pupils."""
    found: dict[str, dict[Audience, LessonProduct]] = {}
    for audience in Audience:
        for product in products:
            if product.audience is audience:
                found.setdefault(product.key, {})[audience] = product
    return found


def _pupil_handout(notebook: NotebookNode, name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.handout import make_handout

    return make_handout(notebook, name, content, Audience.PUPIL)


def _teacher_handout(notebook: NotebookNode, name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.handout import make_handout

    return make_handout(notebook, name, content, Audience.TEACHER)


def _leaflet(notebook: NotebookNode, name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.leaflet import make_leaflet

    return make_leaflet(notebook, name, content)


def _slides(notebook: NotebookNode, name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.slides import make_slides

    return make_slides(notebook, name, content)


def _plan(name: str, content: Content) -> bytes:
    # It states what the lesson's author wrote, so no changed notebook has one.
    from lachan.workflows.lessons.plan import make_plan

    return make_plan(name, content)


def _comic(name: str, content: Content) -> bytes:
    # It is drawn from what its author wrote, so no changed notebook has one.
    from lachan.workflows.lessons.comic import make_comic

    return make_comic(name, content)


def _printed_plan(name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.plan import make_printed_plan

    return make_printed_plan(name, content)


def _pack(name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.pack import make_pack

    return make_pack(name, content)


def _pack_files(name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.pack import make_pack_files

    return make_pack_files(name, content)


def _notebook(name: str, content: Content) -> bytes:
    from lachan.notebooks import render_notebook
    from lachan.workflows.lessons.notebook import find_notebook

    return render_notebook(find_notebook(name, content)[0]).encode()


def _page(notebook: NotebookNode, name: str, content: Content) -> bytes:
    from lachan.workflows.lessons.page import make_page

    return make_page(notebook, name, content).encode()


TEACHER_HANDOUT = LessonProduct(
    key="handout",
    file_name="phieu-giao-vien.pdf",
    label="Phiếu giáo viên (PDF)",
    media_type=PDF,
    audience=Audience.TEACHER,
    make=FromNotebook(_teacher_handout),
    ending="-giao-vien.pdf",
)
PUPIL_HANDOUT = LessonProduct(
    key="handout",
    file_name="phieu-hoc-tap.pdf",
    label="Phiếu học tập (PDF)",
    media_type=PDF,
    audience=Audience.PUPIL,
    make=FromNotebook(_pupil_handout),
    about="Phiếu học tập A4 (PDF), in đen trắng được.",
    ending=".pdf",
)
LEAFLET = LessonProduct(
    key="leaflet",
    file_name="to-roi.pdf",
    label="Tờ rơi cho gia đình (PDF)",
    media_type=PDF,
    audience=Audience.PUPIL,
    make=FromNotebook(_leaflet),
    about="Tờ rơi một trang A4 cho gia đình (PDF).",
)
PLAN = LessonProduct(
    key="plan",
    file_name="ke-hoach-bai-day.docx",
    label="Kế hoạch bài dạy (Word)",
    media_type=WORD,
    audience=Audience.TEACHER,
    make=_plan,
    about="Kế hoạch bài dạy (Word), sửa được, nộp được.",
    ending="-ke-hoach.docx",
)
SLIDES = LessonProduct(
    key="slides",
    file_name="trinh-chieu.pptx",
    label="Bản trình chiếu (PowerPoint)",
    media_type=POWERPOINT,
    # It holds the notes and the answers.
    audience=Audience.TEACHER,
    make=FromNotebook(_slides),
    about="Bản trình chiếu (PowerPoint) cho thầy cô: ghi chú ở phần ghi chú, đáp án ở trang sau.",
    ending=".pptx",
)
COMIC = LessonProduct(
    key="comic",
    file_name="truyen-tranh.pdf",
    label="Truyện tranh để in (PDF)",
    media_type=PDF,
    audience=Audience.PUPIL,
    make=_comic,
    about="Truyện tranh của bài (PDF A4): trang truyện, rồi phiếu có bóng trống và câu hỏi.",
)
PRINTED_PLAN = LessonProduct(
    key="plan-pdf",
    file_name="ke-hoach-bai-day.pdf",
    label="Kế hoạch bài dạy (PDF)",
    media_type=PDF,
    audience=Audience.TEACHER,
    make=_printed_plan,
    about="Kế hoạch bài dạy (PDF), để in và nộp.",
    ending="-ke-hoach.pdf",
)
PACK = LessonProduct(
    key="pack",
    file_name="goi-in.zip",
    label="Gói in, từng tờ riêng (.zip)",
    media_type=ZIP,
    audience=Audience.TEACHER,
    make=_pack_files,
    about="Gói in thành một thư mục: tờ điều hành, truyện tranh, thẻ, phiếu, vé, thư, tờ rơi.",
)
WHOLE_PACK = LessonProduct(
    key="pack-pdf",
    file_name="goi-in.pdf",
    label="Gói in, một tệp (PDF)",
    media_type=PDF,
    audience=Audience.TEACHER,
    make=_pack,
    about="Gói in trong một tệp PDF.",
)
OWN_NOTEBOOK = LessonProduct(
    key="notebook",
    file_name="{slug}.ipynb",
    label="Sổ bài học để sửa (.ipynb)",
    media_type=NOTEBOOK,
    audience=Audience.TEACHER,
    make=_notebook,
    about="Sổ bài học để sửa trong JupyterLab (.ipynb).",
)
OFFLINE_PAGE = LessonProduct(
    key="page",
    file_name="trang-khong-can-mang.html",
    label="Trang không cần mạng (.html)",
    media_type=HTML,
    audience=Audience.PUPIL,
    make=FromNotebook(_page),
    # It grades itself, see docs/offline.md.
    holds_keys=True,
    about="Một trang HTML mở được khi không có mạng, câu hỏi tự chấm trong trình duyệt.",
    ending=".html",
)

PRODUCTS = (
    TEACHER_HANDOUT,
    PUPIL_HANDOUT,
    LEAFLET,
    COMIC,
    PLAN,
    PRINTED_PLAN,
    SLIDES,
    PACK,
    WHOLE_PACK,
    OWN_NOTEBOOK,
    OFFLINE_PAGE,
)
"""Every product, in the order in which teachers see them."""
