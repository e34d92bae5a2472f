from lachan.content import Content
from lachan.wire.help import help_json


def test_numbers_places_and_contacts(content: Content) -> None:
    help_ = help_json(content)
    assert help_["hotlines"][0] == {
        "number": "111",
        "name": "Tổng đài quốc gia",
        "when": "Khi em lo lắng.",
        "hours": "24 giờ mọi ngày",
        "free": True,
    }
    assert help_["places"] == [{"name": "Công an nơi gần nhất", "when": "Khi cần gặp trực tiếp."}]
    assert help_["contacts"] == ["Cô phụ trách tư vấn: phòng 105"]
