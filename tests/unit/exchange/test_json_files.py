import json

from hypothesis import given
from hypothesis import strategies as st

from lachan.exchange import render_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_keys_are_sorted_letters_stay_and_a_newline_ends_the_file():
    assert render_json({"b": 1, "a": ["ắ"]}) == '{\n  "a": [\n    "ắ"\n  ],\n  "b": 1\n}\n'.encode()


@given(VALUES)
def test_the_bytes_are_those_of_the_standard_library(value):
    plain = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    assert render_json(value) == f"{plain}\n".encode()
