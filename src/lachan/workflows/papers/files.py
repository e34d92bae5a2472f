"""Every file of a set of papers: its name, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from lachan.assembly.seating import seat_entrants, sheet_copies
from lachan.domain.consent import NameUse, keep_asked
from lachan.domain.kinds import Band, PaperStyle
from lachan.domain.law import Hotline
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Blueprint, Form, Paper
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.seating import RoomPlan
from lachan.exchange import (
    PaperWords,
    render_items_snapshot,
    render_key_workbook,
    render_matrix_document,
    render_matrix_workbook,
    render_paper_document,
    render_sheet_layout,
    render_specification_document,
)
from lachan.printing import (
    ConsentSlip,
    SheetSize,
    draw_answer_sheet,
    paper_kind,
    part_instruction,
    part_title,
    render_answer_key,
    render_answer_sheets,
    render_attendance_lists,
    render_blank_sheet,
    render_consent_slip,
    render_door_lists,
    render_envelope_labels,
    render_invigilator_sheets,
    render_marking_guide,
    render_seating_plans,
    subject_line,
    word_pictures,
)
from lachan.workflows.papers.made_once import MadeOnce
from lachan.workflows.papers.options import PaperOptions
from lachan.workflows.papers.pages import PaperPages

ITEMS = "items.json"
MANIFEST = "manifest.json"
STYLE_FOLDERS = {
    PaperStyle.STANDARD: "de",
    PaperStyle.LARGE: "de-chu-to",
    PaperStyle.DYSLEXIA: "de-de-doc",
}
SHEETS, KEYS, MATRIX, ROOMS, WORD = "phieu-tra-loi", "dap-an", "ma-tran", "phong-thi", "word"

PaperFile = tuple[str, Callable[[], bytes]]


def render_paper_slip(
    blueprint: Blueprint, names: NameUse, hotlines: Sequence[Hotline] = ()
) -> bytes:
    """Return the consent slip of an exam on paper as a PDF."""
    header = blueprint.header
    slip = ConsentSlip(
        header.exam or blueprint.title,
        replace(names, organiser=names.organiser or header.organiser),
        online=False,
        adults=blueprint.band is Band.COMMUNITY,
        hotline=next(iter(hotlines), None),
    )
    return render_consent_slip(slip)


@dataclass(frozen=True)
class PaperPress:
    """Makes the files of a paper; what several files share is made once."""

    paper: Paper
    context: PaperContext
    options: PaperOptions = field(default_factory=PaperOptions)
    roster: Sequence[Entrant] = ()

    def files(self) -> list[PaperFile]:
        """Return name and maker of every file but the manifest, in the order of making."""
        return [
            *self._forms(),
            *self._sheets(),
            *self._keys(),
            *self._matrix(),
            *self._rooms(),
            *(self._word() if self.options.word else ()),
            (ITEMS, lambda: render_items_snapshot(self.paper, self.context)),
        ]

    @cached_property
    def rooms(self) -> tuple[RoomPlan, ...]:
        """The rooms with every entrant seated; none without a class list."""
        if not self.roster:
            return ()
        return seat_entrants(
            keep_asked(self.options.names, self.roster),
            [form.code for form in self.paper.forms],
            rows=self.options.rows,
            columns=self.options.columns,
            seed=self.paper.seed,
        )

    @cached_property
    def _word_pictures(self) -> dict[str, bytes]:
        return word_pictures(self.paper.blueprint.title, self.context.pictures)

    def _forms(self) -> Iterator[PaperFile]:
        for style in dict.fromkeys((PaperStyle.STANDARD, *self.options.styles)):
            folder = STYLE_FOLDERS[style]
            pages = PaperPages(self.paper, self.context, style)
            for form in self.paper.forms:
                yield f"{folder}/{self._name(form)}.pdf", partial(pages.print_form, form)
            yield f"{folder}/tat-ca-ma-de.pdf", pages.print_booklet

    def _word(self) -> Iterator[PaperFile]:
        for form in self.paper.forms:
            yield f"{WORD}/{self._name(form)}.docx", partial(self._write_word, form)

    def _write_word(self, form: Form) -> bytes:
        return render_paper_document(self.paper, form, self._words, self._word_pictures)

    @cached_property
    def _words(self) -> PaperWords:
        blueprint = self.paper.blueprint
        return PaperWords(
            kind=paper_kind(blueprint),
            subject=subject_line(blueprint.header.subject),
            parts=[
                (part_title(number, part), part_instruction(part))
                for number, part in enumerate(blueprint.parts, 1)
            ],
            remarks=self.context.remarks,
        )

    def _sheets(self) -> Iterator[PaperFile]:
        sheet = MadeOnce(partial(draw_answer_sheet, self.paper))
        yield f"{SHEETS}/phieu-trang.pdf", lambda: render_blank_sheet(sheet())
        yield f"{SHEETS}/bo-cuc-phieu.json", lambda: render_sheet_layout(sheet().layout)
        if PaperStyle.LARGE in self.options.styles:
            large = MadeOnce(partial(draw_answer_sheet, self.paper, size=SheetSize.LARGE))
            yield f"{SHEETS}/phieu-chu-to.pdf", lambda: render_blank_sheet(large())
            yield f"{SHEETS}/bo-cuc-phieu-chu-to.json", lambda: render_sheet_layout(large().layout)
        if self.roster:
            copies = sheet_copies(self.rooms)
            yield f"{SHEETS}/phieu-tung-em.pdf", lambda: render_answer_sheets(sheet(), copies)

    def _keys(self) -> Iterator[PaperFile]:
        labels, pictures = self.context.labels, self.context.pictures
        yield f"{KEYS}/key.xlsx", lambda: render_key_workbook(self.paper, labels)
        yield f"{KEYS}/dap-an.pdf", lambda: render_answer_key(self.paper)
        yield (
            f"{KEYS}/huong-dan-cham.pdf",
            lambda: render_marking_guide(self.paper, labels=labels, pictures=pictures),
        )

    def _matrix(self) -> Iterator[PaperFile]:
        paper, topics = self.paper, self.context.topics
        yield f"{MATRIX}/ma-tran.docx", lambda: render_matrix_document(paper, topics)
        yield f"{MATRIX}/ban-dac-ta.docx", lambda: render_specification_document(paper, topics)
        yield f"{MATRIX}/ma-tran-dac-ta.xlsx", lambda: render_matrix_workbook(paper, topics)

    def _rooms(self) -> Iterator[PaperFile]:
        if not self.roster:
            return
        blueprint, rooms = self.paper.blueprint, self.rooms
        help_line = " ".join(self.context.remarks)
        yield f"{ROOMS}/so-do-cho-ngoi.pdf", lambda: render_seating_plans(blueprint, rooms)
        yield f"{ROOMS}/danh-sach-ki-nop.pdf", lambda: render_attendance_lists(blueprint, rooms)
        yield f"{ROOMS}/danh-sach-dan-cua.pdf", lambda: render_door_lists(blueprint, rooms)
        yield f"{ROOMS}/nhan-tui-de.pdf", lambda: render_envelope_labels(blueprint, rooms)
        yield (
            f"{ROOMS}/phieu-giam-thi.pdf",
            lambda: render_invigilator_sheets(blueprint, rooms, help_line=help_line),
        )
        names = self.options.names
        if names is not None:
            yield f"{ROOMS}/phieu-dong-y.pdf", partial(render_paper_slip, blueprint, names)

    def _name(self, form: Form) -> str:
        return f"{self.paper.blueprint.slug}-{form.code}"
