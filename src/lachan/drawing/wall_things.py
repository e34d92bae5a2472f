"""Things on walls and in the sky, in the space of a place (see `stage`)."""

from __future__ import annotations

from lachan.domain.comics import Panel
from lachan.drawing.faults import DoesNotFitError
from lachan.drawing.lettering import SIZE, Lines, break_lines
from lachan.drawing.places.stage import Stage

_BOARD_TOPS, _BOARD_WIDTH, _BOARD_LINES = (-194.0, -166.0, -138.0), 176.0, 3
_POSTER_WIDTH, _POSTER_LINES = 104.0, 4
_SMALLEST = 16.5


def draw_tv(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Draw a television."""
    s.box(x - 46, -136, 92, 58, "ink", radius=3)
    s.box(x - 41, -131, 82, 46, "sky")
    s.path(
        f"M{x - 30} -90L{x - 10} -116L{x + 4} -100L{x + 14} -110L{x + 34} -90Z", "leaf", line=None
    )


def draw_clock(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Draw a wall clock."""
    s.disc(x, -178, 20, "white", line="ink")
    s.line((x, -178), (x, -190), colour="ink", width=2)
    s.line((x, -178), (x + 9, -174), colour="ink", width=2)


def draw_kite(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Draw a kite."""
    s.path(f"M{x} -250L{x + 22} -222L{x} -184L{x - 22} -222Z", "orange", line="ink")
    s.path(f"M{x} -250L{x} -184M{x - 22} -222L{x + 22} -222", None, line="ink")
    s.path(f"M{x} -184Q{x - 18} -160 {x - 6} -140Q{x + 6} -124 {x - 8} -104", None, line="ink")
    s.path(f"M{x - 14} -166L{x - 4} -160L{x - 14} -154Z", "red")


def draw_lantern(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Draw a star lantern."""
    s.line((x, -300), (x, -214), colour="ink")
    s.path(
        f"M{x} -214L{x + 7} -196L{x + 27} -195L{x + 11} -183L{x + 17} -164L{x} -175L{x - 17} -164L{x - 11} -183L{x - 27} -195L{x - 7} -196Z",
        "sun",
        line="red",
        width=2,
    )


def draw_moon(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Draw a crescent."""
    s.path(
        f"M{x + 8} -268C{x - 26} -262 {x - 26} -214 {x + 8} -208C{x - 6} -226 {x - 6} -250 {x + 8} -268Z",
        "sun",
        line=None,
    )


def draw_rain(s: Stage) -> None:
    """Draw rain over the place, behind people."""
    for row in range(9):
        for column in range(10):
            x = -230 + column * 52 + row * 17 % 52
            y = -300 + row * 44 + column * 13 % 30
            s.line((x, y), (x - 7, y + 20), colour="blue" if not s.is_dark else "line", width=1.6)


def draw_board_text(s: Stage, x: float, panel: Panel) -> None:  # noqa: ARG001
    """Write the class's board.

    Raises
    ------
    DoesNotFitError
        Where the words have no room on it.
    """
    size = _SMALLEST / s.at.size
    whole = break_lines(panel.board, _BOARD_WIDTH * SIZE / size)
    if len(whole.texts) > _BOARD_LINES or whole.width > _BOARD_WIDTH * SIZE / size:
        raise DoesNotFitError(panel.board, (len(whole.texts) - _BOARD_LINES) * size)
    # In more and shorter lines where no balloon's tail is across.
    broken = break_lines(panel.board, whole.width * 0.6)
    kept = (each for each in (whole, broken) if len(each.texts) <= _BOARD_LINES)
    wished = [(lines, *spot) for lines in kept for spot in _board_spots(lines, size)]
    free = (each for each in wished if _is_on_clear_board(s, *each, size))
    lines, middle, top = next(free, wished[0])
    for index, text in enumerate(lines.texts):
        s.word(text, middle, top + size * (1.25 * index + 0.95), size, colour="white")


def _board_spots(lines: Lines, size: float) -> list[tuple[float, float]]:
    spare = (_BOARD_WIDTH - lines.width * size / SIZE) / 2
    return [(spare * share, top) for top in _BOARD_TOPS for share in (0.0, 1.0, -1.0, 0.5, -0.5)]


def _is_on_clear_board(s: Stage, lines: Lines, middle: float, top: float, size: float) -> bool:
    width, high = lines.width * size / SIZE, len(lines.texts) * size * 1.25
    return s.is_clear(middle - width / 2, top, width, high)


def draw_poster(s: Stage, x: float, panel: Panel) -> None:
    """Hang a poster.

    Raises
    ------
    DoesNotFitError
        Where the words have no room on it.
    """
    size = _SMALLEST / s.at.size
    # As broad on the panel in every shot: near by, a face is before the wall.
    broad = _POSTER_WIDTH / s.at.size * SIZE / size
    lines = break_lines(panel.poster, broad)
    if len(lines.texts) > _POSTER_LINES or lines.width > broad:
        raise DoesNotFitError(panel.poster, (len(lines.texts) - _POSTER_LINES) * size)
    width = max(lines.width * size / SIZE + 16 / s.at.size, 60 / s.at.size)
    high = len(lines.texts) * size * 1.25 + 12
    left, top = _find_wall(s, x, width, high)
    s.box(left, top, width, high, "sun", line="ink", radius=2)
    for index, text in enumerate(lines.texts):
        s.word(text, left + width / 2, top + 6 + size * (1.25 * index + 0.95), size)


def _find_wall(s: Stage, x: float, width: float, high: float) -> tuple[float, float]:
    """Return where a poster hangs: near its spot, and where no balloon or head covers it."""
    edge = 198.0 / s.at.size

    def inside(middle: float) -> float:
        return max(-edge, min(middle - width / 2, edge - width))

    wished = [
        (inside(middle), top)
        for top in (-166.0, -140.0, -114.0, -190.0, -214.0, -238.0)
        for middle in (x, 0.0, -0.65 * edge, 0.65 * edge, -0.3 * edge, 0.3 * edge)
    ]
    free = (spot for spot in wished if s.is_clear(*spot, width, high))
    return next(free, wished[0])
