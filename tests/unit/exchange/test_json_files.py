from lachan.exchange import render_json


def test_keys_are_sorted_letters_stay_and_a_newline_ends_the_file():
    assert render_json({"b": 1, "a": ["ắ"]}) == '{\n  "a": [\n    "ắ"\n  ],\n  "b": 1\n}\n'.encode()
