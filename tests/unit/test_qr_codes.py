import re
from urllib.parse import unquote

import segno

from lachan.qr_codes import (
    projected_qr_uri,
    qr_matrix,
    render_projected_qr,
    render_qr,
    render_terminal_qr,
)

TEXT = "LC1/thi-tim-hieu-phap-luat/101/000001/1/AB12CD"


def matrix_of(svg: str) -> tuple[bytes, ...]:
    """The modules that an SVG path of horizontal strokes draws dark."""
    size = int(re.search(r'width="(\d+)"', svg)[1])
    rows = [bytearray(size) for _ in range(size)]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", re.search(r'd="([^"]+)"', svg)[1]):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = 1
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return tuple(bytes(row) for row in rows)


def test_the_drawing_is_the_code_module_for_module() -> None:
    assert matrix_of(render_qr(TEXT)) == qr_matrix(TEXT)


def test_the_code_is_what_segno_makes_of_the_text() -> None:
    made = segno.make(TEXT, error="m", micro=False, boost_error=False, mask=2)
    assert qr_matrix(TEXT) == tuple(bytes(row) for row in made.matrix)
    assert (made.error, made.is_micro) == ("M", False)


def test_a_code_to_project_keeps_its_quiet_zone_and_survives_the_loss_of_a_quarter() -> None:
    made = segno.make_qr(TEXT, error="q")
    element, address = render_projected_qr(TEXT), projected_qr_uri(TEXT)
    assert f'viewBox="0 0 {made.symbol_size(border=4)[0]} ' in element
    assert "width" not in element.partition(">")[0].replace("stroke-width", "")
    kind, _, data = address.partition(",")
    assert kind == "data:image/svg+xml;charset=utf-8"
    assert f"viewBox='0 0 {made.symbol_size(border=3)[0]} " in unquote(data).replace('"', "'")


def test_a_terminal_shows_it_light_on_dark() -> None:
    rows = render_terminal_qr(TEXT).splitlines()
    assert len({len(row) for row in rows}) == 1
    # The quiet zone above is light: full blocks.
    assert set(rows[0]) == {"█"}
