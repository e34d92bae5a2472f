"""The organisers' office as an app."""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from lachan.apps.office.calls import StaffCalls
from lachan.apps.office.office import StaffOffice
from lachan.apps.office.page import StaffPage
from lachan.apps.opening import app, open_app_content, render_notice, show_html, show_widget
from lachan.apps.staff import REFUSAL
from lachan.content import Content
from lachan.domain.contests.roles import Role
from lachan.web.hosts_file import read_hosts
from lachan.widgets.contests.office import ContestOfficePage
from lachan.workflows.content.opening import open_content
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.erasure import erase_due
from lachan.workflows.database import open_database
from lachan.workflows.environment import BANKS_ENV, CONTEST_ENV, HOSTS_ENV, ROLE_ENV


@app
def show_contest_office() -> None:
    """Show the office to whoever has logged in, as far as their role goes."""
    role = find_role(os.environ)
    if role is None:
        show_html(render_notice("Trang dành cho giáo viên và ban tổ chức", REFUSAL))
        return
    lasting = ExitStack()
    page = lasting.enter_context(open_page(os.environ, role))
    # The page answers for as long as its kernel lives.
    atexit.register(lasting.close)
    show_widget(ContestOfficePage(StaffCalls(page).answer, open_app_content().settings.school))


def find_role(environment: Mapping[str, str]) -> Role | None:
    """Return the role that our server gave this kernel, None where no passcode was asked."""
    return next((role for role in Role if role.value == environment.get(ROLE_ENV)), None)


@contextmanager
def open_page(environment: Mapping[str, str], role: Role) -> Iterator[StaffPage]:
    """Open the office's page on the database that the environment names.

    Whose day has come is forgotten first, also where no contest room runs that would do it.
    """
    with (
        closing(open_database(environment)) as store,
        closing(ContestDatabase(store)) as database,
    ):
        erase_due(database)
        yield StaffPage(
            StaffOffice(database, role),
            lambda: load_content_with_banks(environment),
            room=environment.get(CONTEST_ENV, ""),
            hosts=lambda: read_hosts(environment.get(HOSTS_ENV, "")),
        )


def load_content_with_banks(environment: Mapping[str, str]) -> Content:
    """Return the content, with the private banks of the server where it has some."""
    content = open_app_content()
    named = environment.get(BANKS_ENV, "")
    banks = [Path(each) for each in named.split(os.pathsep) if each]
    return open_content(content.root, banks, school=content.school) if banks else content
