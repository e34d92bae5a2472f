"""A lesson's slides: what the class sees and in which order, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

from lachan.content import Content, NotFoundError, load_content
from lachan.domain.kinds import Use
from lachan.domain.practice.items import ContestItemError
from lachan.errors import ContentError
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.pieces import Grid, Para, Passage, as_paras
from lachan.workflows.lessons.notebook import (
    find_notebook,
    lesson_items,
    make_notebook,
    read_lesson_notebook,
)
from lachan.workflows.lessons.slides import list_passages, make_slides
from support.slides import open_slides, spell_slides


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


def passages_of(notebook: NotebookNode, content: Content) -> list[Passage]:
    lesson = read_lesson_notebook(notebook, "bai.ipynb")
    return list(list_passages(lesson, lesson_items(lesson, content), content))


def written(*cells: str, title: str = "Bài riêng", **tagged: str) -> NotebookNode:
    """A notebook that somebody wrote; `tagged` are the sources of cells with that tag."""
    found = [new_markdown_cell(source) for source in cells]
    for tag, source in tagged.items():
        tags = [tag.replace("_", "-")]
        found.append(new_markdown_cell(source, metadata={"tags": tags}))
    notebook: NotebookNode = new_notebook(metadata={"title": title}, cells=found)
    return notebook


def words_of(passage: Passage) -> str:
    return "\n".join(para.plain for piece in passage.pieces for para in as_paras(piece))


def notes_of(passage: Passage) -> list[str]:
    return [para.plain for para in passage.notes]


def test_slides_run_from_the_title_to_where_to_get_help(content: Content) -> None:
    passages = passages_of(make_notebook(content.lessons[0], content), content)

    assert (passages[0].title, passages[0].look) == ("Bài mẫu", Look.COVER)
    assert passages[-1].look is Look.HELP
    numbers = next(piece for piece in passages[-1].pieces if isinstance(piece, Grid))
    assert [row[0][0].text for row in numbers.rows] == [line.number for line in content.hotlines]


def test_the_teachers_words_are_notes_of_every_slide_of_the_step(content: Content) -> None:
    notebook = written(
        "# Bài riêng\n\nTóm tắt cho thầy cô.",
        "### Lưu ý",
        "## Một\n\nChữ.",
        teacher_only="Nói chậm.\n\n- Không gọi tên em nào.",
    )

    cover, notice, step, closing = passages_of(notebook, content)

    assert notes_of(cover) == [
        "Tóm tắt cho thầy cô.",
        "Mở bài",
        "Nói chậm.",
        "Không gọi tên em nào.",
    ]
    assert (notice.title, notes_of(notice)) == ("Lưu ý", notes_of(cover)[1:])
    assert notes_of(step) == ["Bước 1/1: Một", "Nói chậm.", "Không gọi tên em nào."]
    assert notes_of(closing) == notes_of(step)
    assert "Nói chậm" not in "".join(map(words_of, (cover, step, closing)))


def test_the_opening_has_the_first_steps_notes_before_its_own(content: Content) -> None:
    own, later = (
        new_markdown_cell(words, metadata={"tags": ["teacher-only"]})
        for words in ("Bài trong chương trình.", "Nói chậm.")
    )
    cells = [own, new_markdown_cell("## Một\n\nChữ."), later, new_markdown_cell("## Hai")]
    notebook = new_notebook(metadata={"title": "Bài riêng"}, cells=cells)

    cover, first, closing = passages_of(notebook, content)

    assert notes_of(cover) == ["Mở bài", "Nói chậm.", "Bài trong chương trình."]
    assert notes_of(first) == ["Bước 1/2: Một", "Nói chậm."]
    assert notes_of(closing) == ["Bước 2/2: Hai"]


def test_what_is_for_paper_stays_on_paper(content: Content) -> None:
    notebook = written("## Một\n\nChữ.", print="Chỉ in.", screen="Chỉ chiếu.", skip="Bỏ.")

    shown = "\n".join(map(words_of, passages_of(notebook, content)))

    assert "Chỉ chiếu." in shown
    assert "Chỉ in." not in shown
    assert "Bỏ." not in shown


def test_a_letter_to_the_family_is_no_slide(content: Content) -> None:
    lesson = content.lessons[0]
    leaflet = next(block for block in lesson.blocks if block.kind.value == "to-roi")

    shown = spell_slides(make_slides(make_notebook(lesson, content), "mau.ipynb", content))

    assert leaflet.title not in shown


def test_a_task_stands_below_what_it_is_about_where_both_are_short(content: Content) -> None:
    def cells(story: str) -> NotebookNode:
        notebook = written(
            "## Một", f"### Tình huống\n\n{story}", "### Thảo luận – Nghĩ\n\nVì sao?"
        )
        for cell, block in zip(notebook.cells[1:], ("tinh-huong", "thao-luan"), strict=True):
            cell.metadata["lachan"] = {"block": block}
        return notebook

    _, joined, _ = passages_of(cells("Bé Tâm đi chợ."), content)
    assert (joined.title, words_of(joined)) == (
        "Tình huống",
        "Bé Tâm đi chợ.\nThảo luận – Nghĩ\nVì sao?",
    )
    assert len(passages_of(cells("Bé Tâm đi chợ với bà. " * 25), content)) == 4


def test_questions_are_numbered_through_and_each_is_followed_by_its_answer(
    content: Content,
) -> None:
    passages = passages_of(make_notebook(content.lessons[0], content), content)
    asked = [each for each in passages if each.look in (Look.QUESTION, Look.ANSWER)]

    assert asked
    numbers = [each.title.partition(".")[0] for each in asked]
    assert numbers == [f"Câu {n}" for n in range(1, len(asked) // 2 + 1) for _ in "hỏi"[:2]]
    assert [each.look for each in asked] == [Look.QUESTION, Look.ANSWER] * (len(asked) // 2)
    assert all("Căn cứ:" in notes_of(each) for each in asked if each.look is Look.ANSWER)


def test_an_empty_notebook_still_has_a_title_and_where_to_get_help(content: Content) -> None:
    data = make_slides(new_notebook(metadata={"title": "Trống"}), "trong.ipynb", content)

    first, last = open_slides(data).slides
    assert first.shapes.title is not None
    assert last.shapes.title is not None
    assert (first.shapes.title.text, last.shapes.title.text) == ("Trống", "Khi cần người giúp")
    assert "111" in spell_slides(data)


def test_the_same_notebook_gives_the_same_bytes(content: Content) -> None:
    found = find_notebook("mau", content)
    assert make_slides(*found, content) == make_slides(*found, content)


def test_a_picture_that_is_not_there_is_told_with_its_path(content: Content) -> None:
    notebook = written("## Một\n\n![Hai bạn](media/khong-co.svg)")

    with pytest.raises(ContentError, match=r"khong-co\.svg"):
        make_slides(notebook, "bai.ipynb", content)


def test_a_fault_of_a_cell_is_told_with_its_place(content: Content) -> None:
    with pytest.raises(ContentError, match=r"bai\.ipynb#1"):
        make_slides(written("<script>alert(1)</script>"), "bai.ipynb", content)


def test_a_question_that_is_gone_or_of_a_contest_is_refused(content: Content) -> None:
    def asking(item_id: str) -> NotebookNode:
        lesson = make_notebook(content.lessons[0], content)
        cell = next(cell for cell in lesson.cells if cell.cell_type == "code")
        cell.metadata["lachan"]["items"] = [item_id]
        return lesson

    with pytest.raises(NotFoundError, match="khong-co"):
        make_slides(asking("khong-co"), "mau.ipynb", content)
    kept, *others = content.items
    secret = replace(content, items=(replace(kept, use=Use.CONTEST), *others))
    with pytest.raises(ContestItemError, match=kept.id):
        make_slides(asking(kept.id), "mau.ipynb", secret)


def test_places_and_local_contacts_are_named(content: Content) -> None:
    last = passages_of(written("## Một"), content)[-1]

    shown = [piece for piece in last.pieces if isinstance(piece, Para)]
    for place in content.places:
        assert any(place.name in para.plain for para in shown)
