from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor
from lachan.domain.contests.roles import Role
from lachan.serving.catalogue import Catalogue
from lachan.serving.site import Site
from lachan.serving.staff.downloads import DownloadShelf
from lachan.serving.staff.login_throttle import LoginThrottle
from lachan.serving.staff.sessions import StaffSessions
from lachan.web.contest_doors import read_doors
from lachan.web.passcode import Passcode
from lachan.workflows.content.opening import open_named_content
from support.school_folder import make_school


def make_site(root: Path, environ: dict[str, str]) -> Site:
    content = load_content(root)
    return Site(
        content=content,
        catalogue=Catalogue(()),
        find_passcode=lambda: Passcode("12345678"),
        throttle=LoginThrottle((Role.ORGANISER,), lambda: 0.0, lambda: False),
        sessions=StaffSessions(lambda: 0.0),
        downloads=DownloadShelf(content),
        font=lambda _weight: b"",
        environ=environ,
    )


def test_kernels_get_no_secret_of_the_shell(sample: Path) -> None:
    environ = {
        "PATH": "/bin",
        "LACHAN_STAFF": "1",
        "LACHAN_STAFF_PASSCODE": "12345678",
        "LACHAN_INVIGILATOR_PASSCODE": "23456789",
        "LACHAN_VIEWER_PASSCODE": "34567890",
        "LACHAN_ROLE": "ban-to-chuc",
        "LACHAN_BANKS": "/kho-kin",
        "LACHAN_DATABASE_URL": "postgresql://lachan:mat-khau@localhost/lachan",
        "PGPASSWORD": "mat-khau",
        "HOSTING_API_TOKEN": "rat-mat",
    }
    env = make_site(sample, environ).env_for(None)
    assert env == {
        "PATH": "/bin",
        "PYTHONSAFEPATH": "1",
        "LACHAN_ROOT": str(sample),
        "LACHAN_SERVED": "1",
    }


@pytest.mark.parametrize("role", list(Role))
def test_staff_kernels_open_the_database_and_get_nothing_else_of_the_shell(
    sample: Path, role: Role
) -> None:
    environ = {"PGPASSFILE": "/kho/mat-khau", "HOSTING_API_TOKEN": "rat-mat"}
    env = make_site(sample, environ).env_for(role)
    assert env["PGPASSFILE"] == "/kho/mat-khau"
    assert "HOSTING_API_TOKEN" not in env


def test_only_staff_kernels_get_the_mark(sample: Path) -> None:
    assert make_site(sample, {}).env_for(Role.ORGANISER)["LACHAN_STAFF"] == "1"


@pytest.mark.parametrize("role", [Role.INVIGILATOR, Role.VIEWER])
def test_other_roles_get_their_name_and_nothing_that_opens_keys(sample: Path, role: Role) -> None:
    site = replace(make_site(sample, {}), banks=(Path("/kho-kin"),))
    env = site.env_for(role)
    assert (env["LACHAN_ROLE"], "LACHAN_STAFF" in env, "LACHAN_BANKS" in env) == (
        role.value,
        False,
        False,
    )
    assert site.env_for(Role.ORGANISER)["LACHAN_BANKS"] == "/kho-kin"


def test_kernels_are_told_of_the_schools_own_folder(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho")
    site = make_site(sample, {})

    env = replace(site, content=load_content(sample, school=school)).env_for(None)

    assert env["LACHAN_SCHOOL"] == str(school)
    assert open_named_content(env).school == school.resolve()


def test_a_passcode_tells_the_role(sample: Path) -> None:
    others = {Role.VIEWER: Passcode("34567890"), Role.INVIGILATOR: Passcode("23456789")}
    site = replace(make_site(sample, {}), role_passcodes=others)
    typed = ("1234 5678", "2345 6789", "34567890", "45678901", "")
    assert [site.find_role(each, site.passcodes) for each in typed] == [
        Role.ORGANISER,
        Role.INVIGILATOR,
        Role.VIEWER,
        None,
        None,
    ]
    assert site.find_role("1234 5678", [Role.INVIGILATOR, Role.VIEWER]) is None


def test_pages_know_which_contests_are_on(sample: Path) -> None:
    site = make_site(sample, {})
    assert "LACHAN_CONTESTS" not in site.env_for(None)
    doors = (ContestDoor("thi-thu", "Thi thử", ContestState.OPEN),)
    told = replace(site, find_doors=lambda: doors).env_for(None)["LACHAN_CONTESTS"]
    assert read_doors(told) == doors


def test_only_staff_kernels_know_the_database_and_the_networks(sample: Path) -> None:
    site = replace(
        make_site(sample, {}),
        database="sqlite:////kho/lachan.db",
        hosts_file=Path("/kho/dia-chi"),
    )
    names = ("LACHAN_DATABASE_URL", "LACHAN_HOSTS")
    assert [site.env_for(Role.ORGANISER)[name] for name in names] == [
        "sqlite:////kho/lachan.db",
        "/kho/dia-chi",
    ]
    assert not set(names) & set(site.env_for(None))
    assert "lachan.db" not in repr(site)


def test_environment_is_not_in_the_repr(sample: Path) -> None:
    assert "rất-mật" not in repr(make_site(sample, {"TOKEN": "rất-mật"}))
