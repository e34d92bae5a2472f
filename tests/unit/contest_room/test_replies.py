import datetime as dt
import json

from lachan.contest_room.replies import render_reply
from lachan.domain.contests.contest import AttemptState
from lachan.workflows.contests.views import Ack, Refusal, SaveResult, Session

NOW = dt.datetime(2026, 7, 30, 1, 2, 3, tzinfo=dt.UTC)


def test_values_become_what_a_browser_reads() -> None:
    result = SaveResult(
        acks=(Ack("cau-1", 2, False, 3, Refusal.LATE, "Muộn"),),
        state=AttemptState.WORKING,
        deadline=NOW,
        time_left_s=12.5,
        paused=False,
        superseded=False,
        message="",
        server_now=NOW,
    )
    expected = {
        "acks": [
            {
                "item_id": "cau-1",
                "seq": 2,
                "saved": False,
                "current_seq": 3,
                "reason": "late",
                "message": "Muộn",
            }
        ],
        "state": "working",
        "deadline": "2026-07-30T01:02:03+00:00",
        "time_left_s": 12.5,
        "paused": False,
        "superseded": False,
        "message": "",
        "server_now": "2026-07-30T01:02:03+00:00",
    }
    assert expected == json.loads(render_reply(result))


def test_the_token_stays_in_the_cookie() -> None:
    session = Session("bi-mat", "7KQ2M-X9F4T", "Sao 417", replaced=False)
    assert set(json.loads(render_reply(session))) == {"code", "pseudonym", "replaced"}
