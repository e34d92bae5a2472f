"""Rich text becomes paragraphs, tables and pictures, with nothing of it lost."""

from __future__ import annotations

from lachan.domain.messages import read_thread
from lachan.exchange.slides.pieces import (
    BULLET,
    DASH,
    NUMBERS,
    Grid,
    Marker,
    Para,
    Picture,
    Span,
    as_paras,
    marked,
    plain,
    to_bubbles,
    to_paras,
    to_pieces,
)
from support.content import rich


def test_styles_and_links_are_told_by_spans() -> None:
    text = rich("Gọi **111 *ngay***, xem [ở đây](https://example.org) hoặc [đó](bai.md).")

    assert to_pieces(text) == (
        Para(
            (
                Span("Gọi "),
                Span("111 ", bold=True),
                Span("ngay", bold=True, italic=True),
                Span(", xem "),
                Span("ở đây", url="https://example.org"),
                Span(" hoặc "),
                Span("đó"),
                Span("."),
            )
        ),
    )


def test_lists_within_lists_have_their_depth() -> None:
    assert to_pieces(rich("3. Một\n   - Hai\n4. Ba")) == (
        Para((Span("Một"),), 1, Marker(NUMBERS, 3)),
        Para((Span("Hai"),), 2, Marker(DASH)),
        Para((Span("Ba"),), 1, Marker(NUMBERS, 4)),
    )
    assert to_pieces(rich("- Một"))[0] == Para((Span("Một"),), 1, Marker(BULLET))


def test_headings_stay_with_what_follows_and_quotes_stand_in() -> None:
    assert to_pieces(rich("### Đề mục\n\n> Lời.")) == (
        Para((Span("Đề mục", bold=True),), keeps=True),
        Para((Span("Lời."),), 1),
    )


def test_what_announces_stays_with_what_it_announces() -> None:
    told = to_pieces(rich("**Cảnh 2. Ở trường**\n\nLuật còn nói:\n\n**Một** câu."))
    assert [getattr(each, "keeps", None) for each in told] == [True, True, False]


def test_tables_and_pictures_are_pieces_of_their_own() -> None:
    text = rich("![Hai bạn](media/hai.svg)\n\n| A | B |\n| - | - |\n| **1** | 2 |")

    assert to_pieces(text) == (
        Picture("media/hai.svg", "Hai bạn"),
        Grid(((Span("A"),), (Span("B"),)), (((Span("1", bold=True),), (Span("2"),)),)),
    )


def test_as_lines_a_row_names_its_columns_and_a_picture_is_described() -> None:
    text = rich("![Hai bạn](media/hai.svg)\n\n| A | B |\n| - | - |\n| 1 | 2 |")

    assert [para.plain for para in to_paras(text)] == ["[Hình: Hai bạn]", "1", "B: 2"]
    assert to_paras(text)[1].keeps


def test_an_entry_that_begins_with_a_list_has_its_own_line() -> None:
    first, second = marked(rich("- Một"), Marker(NUMBERS, 1))

    assert first == Para((), 1, Marker(NUMBERS, 1), keeps=True)
    assert second == Para((Span("Một"),), 2, Marker(DASH))


def test_plain_is_one_style() -> None:
    assert plain("a", italic=True) == Para((Span("a", italic=True),))


def test_messages_become_bubbles_that_name_who_writes_once_a_row() -> None:
    thread = read_thread(rich("1. **K, 9:05:** Chào\n2. **nhé**\n3. **Em:** Ừ"))

    first, second, third = to_bubbles(thread.messages)

    assert "1. K, 9:05: Chào" == "".join(span.text for span in first.spans)
    assert (Span("2. "), Span("nhé", bold=True)) == second.spans
    assert [False, False, True] == [each.is_own for each in (first, second, third)]
    assert [Para(second.spans)] == list(as_paras(second))
