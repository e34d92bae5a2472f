"""Nodes read back give the tree they were written from."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.rich import text as rt
from lachan.domain.rich.node_reader import from_nodes
from lachan.domain.rich.nodes import to_nodes

WORDS = st.text(max_size=8)
INLINES = st.recursive(
    st.one_of(st.builds(rt.Text, WORDS), st.just(rt.LineBreak())),
    lambda inner: st.one_of(
        st.builds(rt.Strong, st.lists(inner, max_size=2).map(tuple)),
        st.builds(rt.Emphasis, st.lists(inner, max_size=2).map(tuple)),
        st.builds(rt.Link, WORDS, st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=4,
)
LINES = st.lists(INLINES, max_size=3).map(tuple)
ROWS = st.lists(st.lists(LINES, min_size=2, max_size=2).map(tuple), max_size=2).map(tuple)
BLOCKS = st.recursive(
    st.one_of(
        st.builds(rt.Paragraph, LINES),
        st.builds(rt.Heading, st.sampled_from([3, 4]), LINES),
        st.builds(rt.Figure, WORDS, WORDS),
        st.builds(rt.Table, st.lists(LINES, min_size=2, max_size=2).map(tuple), ROWS),
    ),
    lambda inner: st.one_of(
        st.builds(rt.Quote, st.lists(inner, max_size=2).map(tuple)),
        st.builds(
            rt.BulletList,
            st.lists(
                st.builds(rt.ListItem, st.lists(inner, max_size=2).map(tuple)), max_size=2
            ).map(tuple),
        ),
        st.builds(
            rt.NumberedList,
            st.lists(
                st.builds(rt.ListItem, st.lists(inner, max_size=2).map(tuple)), max_size=2
            ).map(tuple),
            st.integers(1, 9),
        ),
    ),
    max_leaves=5,
)


@given(st.lists(BLOCKS, max_size=4).map(tuple))
def test_a_tree_comes_back_as_it_was(content: rt.RichText) -> None:
    assert content == from_nodes(json.loads(json.dumps(to_nodes(content))))


@pytest.mark.parametrize(
    "node", [{"type": "script"}, {"type": "paragraph", "children": [{"type": "html"}]}]
)
def test_an_unknown_node_is_refused(node: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="is no"):
        from_nodes([node])
