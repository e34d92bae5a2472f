"""A pupil's page in a live class, with the server's answers written down beforehand."""

from __future__ import annotations

import json

from playwright.sync_api import Route, expect

from lachan.domain.live.live_class import Asking, StopKind
from lachan.frontend import load_module, load_texts, render_script_json
from lachan.workflows.live.live_class import PhoneJson
from support.browsers import WatchedBrowser
from support.script_pages import ADDRESS, LOAD, open_page

CODE = "ABC234"


def view(kind: StopKind, answer: str | None = None) -> PhoneJson:
    return {
        "title": "Bài",
        "kind": kind,
        "state": Asking.OPEN if kind is StopKind.QUESTION else Asking.NOT_YET,
        "place": 1,
        "ended": False,
        "number": 1,
        "total": 2,
        "item": None,
        "media": {},
        "answer": answer,
        "feedback": None,
        "own": None,
        "texts": load_texts(),
    }


def test_a_question_that_is_withdrawn_after_an_answer_does_not_stop_the_page(
    browser: WatchedBrowser,
) -> None:
    later = view(StopKind.LESSON)
    later["place"] = 2
    told = iter((view(StopKind.QUESTION, "a"), later))
    data = {"base": "/lop", "code": CODE, "texts": load_texts()}
    visit = open_page(
        browser,
        360,
        640,
        styles="",
        body=f'<main id="lachan-lop"></main><script id="lachan-lop-data" '
        f'type="application/json">{render_script_json(data)}</script>',
    )

    def answer(route: Route) -> None:
        joins = route.request.url.endswith("/vao")
        body: object = {"code": CODE, "seat": "s"} if joins else next(told)
        route.fulfill(body=json.dumps(body), content_type="application/json")

    visit.page.route(f"{ADDRESS}lop/api/**", answer)
    visit.page.evaluate(LOAD, load_module("live/pupil"))

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(load_texts()["live_lesson"])
    visit.page.close()
