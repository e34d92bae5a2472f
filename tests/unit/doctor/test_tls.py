"""The certificate as a phone judges it, with pairs made by OpenSSL."""

import datetime as dt
from pathlib import Path

import pytest

from lachan.doctor import Plan, State
from lachan.doctor.tls import check_tls, judge_expiry
from support.certificates import Pair, make_pair
from support.plans import NOW, make_contest, make_plan

DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return make_pair(tmp_path_factory.mktemp("tls"))


def with_pair(pair: Pair, **changes: object) -> Plan:
    now = dt.datetime.now(dt.UTC)
    return make_plan(now=now, certfile=pair.certfile, keyfile=pair.keyfile, **changes)


def find_states(plan: Plan) -> dict[str, State]:
    return {finding.check: finding.state for finding in check_tls(plan)}


def test_no_https_on_a_network_is_a_warning() -> None:
    assert find_states(make_plan(host="0.0.0.0")) == {"tls.files": State.WARNING}


def test_no_https_on_this_machine_alone_is_good() -> None:
    assert find_states(make_plan(host="127.0.0.1")) == {"tls.files": State.GOOD}


def test_https_of_a_proxy_is_good() -> None:
    plan = make_plan(behind_proxy=True, address="https://lachan.truong.example/")
    assert find_states(plan) == {"tls.files": State.GOOD}


def test_half_a_pair_is_a_fault(pair: Pair) -> None:
    assert find_states(make_plan(certfile=pair.certfile)) == {"tls.files": State.FAULT}


def test_a_certificate_that_signs_itself_is_told_with_its_last_day(pair: Pair) -> None:
    plan = with_pair(pair, address="https://localhost:8866/")
    assert find_states(plan) == {
        "tls.files": State.GOOD,
        "tls.dates": State.WARNING,
        "tls.name": State.GOOD,
        "tls.trust": State.WARNING,
    }


def test_another_name_on_the_cards_is_a_fault(pair: Pair) -> None:
    plan = with_pair(pair, address="https://thi.truong.example/")
    assert find_states(plan)["tls.name"] is State.FAULT


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("20200101000000Z", "20200201000000Z"), "đã hết hạn"),
        (("20900101000000Z", "20910101000000Z"), "chưa đến ngày dùng được"),
    ],
)
def test_a_certificate_of_another_time_is_a_fault(
    tmp_path: Path, dates: tuple[str, str], words: str
) -> None:
    plan = with_pair(make_pair(tmp_path, dates=dates))
    told = {finding.check: finding for finding in check_tls(plan)}["tls.dates"]
    assert (told.state, told.found) == (State.FAULT, words)


@pytest.mark.parametrize(
    ("days", "state"), [(4, State.FAULT), (6, State.WARNING), (30, State.GOOD)]
)
def test_a_certificate_must_last_until_the_contest_closes(days: int, state: State) -> None:
    plan = make_plan(contest=make_contest())
    assert judge_expiry((NOW + days * DAY).timestamp(), plan).state is state
