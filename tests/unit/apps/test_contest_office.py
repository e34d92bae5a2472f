"""How the office's app finds its role, its database and private banks."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.apps.contest_office import (
    find_role,
    load_content_with_banks,
    open_page,
    show_contest_office,
)
from lachan.domain.contests.contest import EntryMode
from lachan.domain.contests.roles import Role
from lachan.domain.papers.rosters import Entrant
from lachan.web.hosts_file import write_hosts
from support.contest_day import (
    SLUG,
    WHO,
    StandingClock,
    create,
    let_day_come,
    open_day,
)
from support.open_files import find_open_files
from support.school_folder import ITEMS, NEW_ITEM, make_school


@pytest.mark.parametrize("role", Role)
def test_the_server_names_the_role(role: Role) -> None:
    assert find_role({"LACHAN_ROLE": role.value}) is role


@pytest.mark.parametrize("environ", [{}, {"LACHAN_ROLE": ""}, {"LACHAN_ROLE": "hieu-truong"}])
def test_without_a_role_there_is_no_office(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert find_role(environ) is None
    monkeypatch.delenv("LACHAN_ROLE", raising=False)
    monkeypatch.setenv("LACHAN_DATABASE_URL", "sqlite:////khong/co/o/day.db")
    show_contest_office()
    assert "HTML object" in capsys.readouterr().out


def test_the_page_is_bound_to_its_role_and_knows_the_room(tmp_path: Path) -> None:
    hosts = tmp_path / "dia-chi"
    write_hosts(hosts, ("192.0.2.7", "192.0.2.8"))
    environ = {
        "LACHAN_DATABASE_URL": f"sqlite:///{tmp_path / 'kho.db'}",
        "LACHAN_CONTEST_URL": "http://localhost:8877/",
        "LACHAN_HOSTS": str(hosts),
    }
    with open_page(environ, Role.VIEWER) as page:
        assert (page.staff.role, page.staff.list_contests()) == (Role.VIEWER, ())
        assert page.find_address("thi") == "http://192.0.2.7:8877/thi"
        assert find_open_files(tmp_path)
    assert find_open_files(tmp_path) == []


def test_whose_day_has_come_is_forgotten_before_anyone_looks(database_url: str) -> None:
    with open_day(database_url, StandingClock()) as day:
        create(day, entry=EntryMode.ROSTER)
        day.office.add_people(SLUG, [Entrant("000001", "Nguyễn Thị Ánh")], who=WHO)
        let_day_come(day.database)
    with open_page({"LACHAN_DATABASE_URL": database_url}, Role.ORGANISER) as page:
        assert page.board(SLUG).people == {}


def test_organisers_get_the_items_of_private_banks(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LACHAN_SNAPSHOT", raising=False)
    monkeypatch.setenv("LACHAN_ROOT", str(sample))
    monkeypatch.setenv("LACHAN_SCHOOL", str(make_school(tmp_path / "kho", {ITEMS: NEW_ITEM})))
    open_content = load_content_with_banks({})
    topic = next((sample / "quiz_bank" / "thcs").glob("*.yaml"))
    private = tmp_path / "rieng" / "thcs"
    private.mkdir(parents=True)
    text = topic.read_text(encoding="utf-8")
    for item in open_content.items:
        text = text.replace(f"id: {item.id}\n", f"id: rieng-{item.id}\n")
    (private / topic.name).write_text(text, encoding="utf-8")
    content = load_content_with_banks({"LACHAN_BANKS": str(tmp_path / "rieng")})
    added = {item.id for item in content.items} - {item.id for item in open_content.items}
    assert added
    assert content.get_item("truong-001").topic == "mau"
    assert all(each.startswith("rieng-") for each in added)
