"""What a browser is told of a strip: drawings, and every word beside them."""

from __future__ import annotations

from lachan.domain.comic_words import PersonId, Place, SayKind, Shot
from lachan.domain.comics import Message, PhoneScreen, Sender
from lachan.wire.comic import comic_json, panel_json
from support.comics import comic, figure, panel, say


def test_a_strip_is_told_as_drawings_with_their_words() -> None:
    phone = PhoneScreen(PersonId.THU, "Ai đó", (Message(Sender.THEM, "Chào em."),))
    told = comic_json(
        comic(
            panel(
                figure(PersonId.THU),
                says=(
                    say(PersonId.THU, "Lạ nhỉ.", SayKind.THOUGHT),
                    say(PersonId.BO, "Con à?", SayKind.PHONE),
                ),
                caption="Buổi tối.",
            ),
            panel(place=Place.PHONE, shot=Shot.CLOSE, phone=phone),
        )
    )

    first, second = told["panels"]
    assert [
        {"label": "Lời kể", "text": "Buổi tối."},
        {"label": "Thư nghĩ", "text": "Lạ nhỉ."},
        {"label": "Bố Lực, qua điện thoại", "text": "Con à?"},
    ] == first["lines"]
    assert [{"label": "Ai đó nhắn", "text": "Chào em."}] == second["lines"]
    assert first["svg"].startswith("<svg ")
    assert 'id="tranh-1"' in first["svg"]
    assert 'id="tranh-2"' in second["svg"]
    assert ["Vì sao?"] == told["ask"]


def test_the_picture_of_a_step_is_named_after_it() -> None:
    told = panel_json(panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào."),)), "mo-dau")

    assert 'id="tranh-mo-dau"' in told["svg"]
    assert "Ai đó ở đâu đó." == told["alt"]
    assert [{"label": "Thư", "text": "Chào."}] == told["lines"]
