"""The JavaScript grader against the vectors and against the Python grader."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from lachan.frontend.bundle import join_modules
from lachan.grading import parse_response
from lachan.wire.explanation import explanation_json
from lachan.wire.feedback import feedback_json
from support.browsers import WatchedBrowser
from support.script_pages import LOAD, open_page
from support.vectors import Vector, load_vectors

ENTRY = (
    'import { buildFeedback, ResponseError } from "./items/grade.js";\n\n'
    "export default { buildFeedback, ResponseError };\n"
)
GRADE = """
([id, key, raw]) => {
  try {
    return loaded.buildFeedback(id, key, raw);
  } catch (error) {
    if (error instanceof loaded.ResponseError) return "refused";
    throw error;
  }
}
"""


@pytest.fixture(scope="module")
def page(browser: WatchedBrowser) -> Iterator[Page]:
    from lachan.frontend import read_module

    source = join_modules("entry", lambda name: ENTRY if name == "entry" else read_module(name))
    visit = open_page(browser, 400, 300, styles="")
    visit.page.evaluate(LOAD, source)
    yield visit.page
    visit.page.close()


@pytest.mark.parametrize("vector", load_vectors(), ids=lambda vector: vector.name)
def test_vectors(page: Page, vector: Vector) -> None:
    key = explanation_json(vector.item, {})
    result = page.evaluate(GRADE, [vector.item.id, key, vector.response])
    if vector.refused:
        assert result == "refused"
        return
    assert (vector.score, vector.correct) == (result["score"], result["correct"])
    response = parse_response(vector.item, vector.response)
    assert feedback_json(vector.item, response, {}) == result
