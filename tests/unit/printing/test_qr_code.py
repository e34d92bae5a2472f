import re

import segno

from lachan.printing.qr_code import qr_matrix, render_qr

TEXT = "LC1/thi-tim-hieu-phap-luat/101/000001/1/AB12CD"


def matrix_of(svg):
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


def test_the_drawing_is_the_code_module_for_module():
    assert matrix_of(render_qr(TEXT)) == qr_matrix(TEXT)


def test_the_code_is_what_segno_makes_of_the_text():
    made = segno.make(TEXT, error="m", micro=False, boost_error=False, mask=2)
    assert qr_matrix(TEXT) == tuple(bytes(row) for row in made.matrix)
    assert (made.error, made.is_micro) == ("M", False)
