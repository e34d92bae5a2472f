"""Passes of visitors: who has no key makes none, changes none, and is nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.web.visitor_pass import (
    PassFolder,
    find_visitor,
    make_key,
    name_network,
    read_pass,
    sign_visitor,
)

# Workers of one run must find the same tests, so keys in their names are the same in each.
KEY, OTHER_KEY = "0123456789abcdef" * 4, "fedcba9876543210" * 4


@pytest.mark.parametrize("address", ["10.0.0.5", "2001:db8:1:2::9", ""])
def test_a_pass_names_the_address_it_was_made_for_without_telling_it(address: str) -> None:
    signed = sign_visitor(address, KEY)
    assert find_visitor(signed, KEY) == name_network(address, KEY)
    assert not address or address not in signed


def test_a_network_has_one_name_and_each_has_another() -> None:
    names = [name_network(each, KEY) for each in ("10.0.0.5", "10.0.0.6", "2001:db8::1")]
    assert len(set(names)) == 3
    assert name_network("2001:db8::2", KEY) == names[2]
    assert name_network("::ffff:10.0.0.5", "") == "10.0.0.5"


@pytest.mark.parametrize(
    "told",
    [
        "",
        "10.0.0.5",
        "10.0.0.5 ",
        "10.0.0.5 " + "0" * 64,
        "10.0.0.5 \u00e9",
        sign_visitor("10.0.0.5", KEY)[:-1] + "x",
        "x" + sign_visitor("10.0.0.5", KEY)[1:],
        f"{name_network('10.0.0.5', KEY)} ",
        sign_visitor("10.0.0.5", OTHER_KEY),
        sign_visitor("10.0.0.5", ""),
    ],
)
def test_what_was_not_signed_names_nobody(told: str) -> None:
    assert find_visitor(told, KEY) == ""


def test_a_key_is_made_anew_each_time() -> None:
    assert len({make_key() for _ in range(3)}) == 3


def test_without_a_key_nothing_is_believed() -> None:
    assert find_visitor(sign_visitor("10.0.0.5", ""), "") == ""


def test_a_pass_lies_where_its_kernel_was_told(tmp_path: Path) -> None:
    passes = PassFolder(tmp_path, KEY)
    path = str(passes.find_path("k-1"))
    assert read_pass(path) == ""
    passes.give("k-1", "10.0.0.5")
    passes.give("k-1", "10.0.0.6")
    assert find_visitor(read_pass(path), KEY) == name_network("10.0.0.6", KEY)
    assert [each.name for each in tmp_path.iterdir()] == ["khach-k-1"]
    passes.take_back("k-1")
    passes.take_back("k-1")
    assert (read_pass(path), read_pass("")) == ("", "")
