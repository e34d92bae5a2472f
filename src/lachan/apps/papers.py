"""The paper maker: a blueprint, a number of forms and a seed give one zip file."""

from __future__ import annotations

import base64
import datetime as dt
import io
import logging
import secrets
import tempfile
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import ipywidgets as widgets

from lachan.apps.calendar import today_in_vietnam
from lachan.apps.opening import open_app_content, show_html, show_widget
from lachan.apps.staff import staff_app
from lachan.content import Content
from lachan.errors import LachanError
from lachan.workflows.make_papers import make_papers
from lachan.workflows.paper_draft import paper_warnings

MOST_FORMS = 24

log = logging.getLogger(__name__)

INTRO = (
    "<h1>Ra đề</h1>"
    '<p class="site-lead">Chọn ma trận, số mã đề và chuỗi trộn. '
    "Cùng một chuỗi trộn thì ra đúng bộ đề cũ.</p>"
)


@staff_app
def show_paper_maker() -> None:
    """Show the form that makes papers."""
    content = open_app_content()
    show_html(INTRO)
    show_widget(PaperMaker(content, today=today_in_vietnam).box)


class PaperMaker:
    """The form and what it does.

    Parameters
    ----------
    today
        Gives the date on which law must be in force where the blueprint names none.
    """

    def __init__(self, content: Content, today: Callable[[], dt.date]) -> None:
        self._content = content
        self._today = today
        self.blueprint = widgets.Dropdown(
            options=[(each.title, each.slug) for each in content.blueprints],
            description="Ma trận đề",
        )
        self.form_count = widgets.BoundedIntText(
            value=4, min=1, max=MOST_FORMS, description=f"Số mã đề (1 đến {MOST_FORMS})"
        )
        self.seed = widgets.Text(
            description="Chuỗi trộn đề (seed)", placeholder="để trống: theo ma trận"
        )
        self.button = widgets.Button(
            description="Ra đề",
            disabled=not content.blueprints,
            layout={"align_self": "flex-start"},
        )
        self.result = widgets.HTML()
        self.button.on_click(lambda _button: self.make())
        controls = (self.blueprint, self.form_count, self.seed, self.button, self.result)
        self.box = widgets.VBox(controls, layout={"max_width": "32rem"})

    def make(self) -> None:
        """Make the papers and offer them, or tell why not."""
        self.button.disabled = True
        self.result.value = '<p role="status">Đang ra đề…</p>'
        try:
            self.result.value = self._render_result()
        except LachanError as error:
            self.result.value = _render_problem(str(error))
        except Exception:
            # A button has no cell that could fail: without this the page would stay silent.
            incident = secrets.token_hex(4)
            log.exception("Sự cố %s: không ra được đề", incident)
            self.result.value = _render_problem(
                f"Có trục trặc khi ra đề. Hãy thử lại; nếu vẫn vậy, báo mã sự cố {incident}."
            )
        finally:
            self.button.disabled = False

    def _render_result(self) -> str:
        blueprint = self._content.get_blueprint(self.blueprint.value)
        with tempfile.TemporaryDirectory() as folder:
            made = make_papers(
                self._content,
                blueprint,
                Path(folder),
                today=self._today(),
                seed=self.seed.value.strip() or None,
                form_count=self.form_count.value,
            )
            warnings = paper_warnings(made.paper)
            archive = zip_files(made.paths, made.folder)
        codes = ", ".join(form.code for form in made.paper.forms)
        name = f"{blueprint.slug}-{len(made.paper.forms)}-ma-de.zip"
        notes = "".join(f'<p class="site-note">Lưu ý: {escape(each)}</p>' for each in warnings)
        return (
            f'{notes}<div role="status"><p>Đã ra {len(made.paper.forms)} mã đề: {escape(codes)}. '
            "Trong tệp có đề (PDF và Word), phiếu trả lời, đáp án, ma trận và hồ sơ đề.</p>"
            f'<p><a class="site-button" download="{escape(name)}" '
            f'href="data:application/zip;base64,{base64.b64encode(archive).decode()}">'
            f"Tải {escape(name)} ({_kilobytes(archive)})</a></p></div>"
        )


def zip_files(paths: tuple[Path, ...], folder: Path) -> bytes:
    """Return a zip of the files of a folder, byte-identical for identical files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            # ZipInfo's own date is 1980: the clock must not make two equal papers differ.
            name = path.relative_to(folder).as_posix()
            archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _kilobytes(data: bytes) -> str:
    return f"{max(1, round(len(data) / 1000))}\u00a0kB"


def _render_problem(message: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in message.splitlines())
    return (
        '<div class="site-trouble" role="alert">'
        f"<p><strong>Chưa ra được đề.</strong></p>{lines}</div>"
    )
