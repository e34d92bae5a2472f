from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lachan.content import load_content
from lachan.serving.catalogue import Catalogue
from lachan.serving.downloads import DownloadShelf
from lachan.serving.passcode import Passcode
from lachan.serving.site import Site
from lachan.workflows.wrong_tries import AttemptLimiter


def make_site(root: Path, environ: dict[str, str]) -> Site:
    content = load_content(root)
    return Site(
        content=content,
        catalogue=Catalogue(()),
        passcode=Passcode("12345678"),
        limiter=AttemptLimiter(lambda: 0.0),
        downloads=DownloadShelf(content, {}),
        font=lambda _weight: b"",
        kernel_env=environ,
    )


def test_kernels_get_no_secret_of_the_shell(sample: Path) -> None:
    environ = {
        "PATH": "/bin",
        "LACHAN_STAFF": "1",
        "LACHAN_STAFF_PASSCODE": "12345678",
        "LACHAN_DATABASE_URL": "postgresql://lachan:mat-khau@localhost/lachan",
    }
    env = make_site(sample, environ).env_for(staff=False)
    assert env == {"PATH": "/bin", "LACHAN_ROOT": str(sample), "LACHAN_SERVED": "1"}


def test_only_staff_kernels_get_the_mark(sample: Path) -> None:
    assert make_site(sample, {}).env_for(staff=True)["LACHAN_STAFF"] == "1"


def test_only_staff_kernels_know_the_database_and_the_networks(sample: Path) -> None:
    site = replace(
        make_site(sample, {}),
        database="sqlite:////kho/lachan.db",
        find_hosts=lambda: ("192.0.2.7", "192.0.2.8"),
    )
    names = ("LACHAN_DATABASE_URL", "LACHAN_HOSTS")
    assert [site.env_for(staff=True)[name] for name in names] == [
        "sqlite:////kho/lachan.db",
        "192.0.2.7 192.0.2.8",
    ]
    assert not set(names) & set(site.env_for(staff=False))
    assert "lachan.db" not in repr(site)


def test_environment_is_not_in_the_repr(sample: Path) -> None:
    assert "rất-mật" not in repr(make_site(sample, {"TOKEN": "rất-mật"}))
