"""What the slides of the sample lesson say, slide by slide, with the notes behind a mark."""

from collections.abc import Callable
from pathlib import Path

from lachan.content import load_content
from lachan.workflows.lessons.notebook import find_notebook
from lachan.workflows.lessons.slides import make_slides
from support.slides import spell_slides


def test_slides_read_as_agreed(check_golden: Callable[[str, str], None], sample: Path) -> None:
    content = load_content(sample)
    check_golden(
        "trinh-chieu.txt", spell_slides(make_slides(*find_notebook("mau", content), content))
    )
