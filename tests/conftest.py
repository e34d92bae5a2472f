"""What all tests share: a small valid content tree, and the real content."""

from __future__ import annotations

import os
import shutil
import signal
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import expect, sync_playwright

from lachan.content import Content, load_content
from lachan.store import Store, open_store
from support.browsers import WatchedBrowser, launch_chromium
from support.postgres import RunningPostgres, running_postgres
from support.systems import SAMPLE, System, check_out, environment_of
from support.visit import STEP_DEADLINE_MS

# A slow machine is no fault of what is tested.
settings.register_profile("lachan", deadline=None)
settings.load_profile("lachan")
# Nor is a device that asks by itself every 15 seconds, or waits as long between its tries.
expect.set_options(timeout=STEP_DEADLINE_MS)

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Let Ctrl+C reach the servers of the tests, also where a script runs pytest behind itself.

    There a shell makes its children ignore it, and they theirs.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")
    parser.addoption(
        "--system",
        choices=[str(each) for each in System],
        default=System.OWN.value,
        help="play another system to all programs that tests start",
    )


def system_of(config: pytest.Config) -> System:
    return System(config.getoption("--system"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long tests unless their mark is asked for, and what the system has not."""
    marks = set() if "full" in config.getoption("-m") else {"full"}
    if system_of(config) is System.WITHOUT_POSIX:
        marks.add("posix")
    left_out = [item for item in items if marks & {each.name for each in item.iter_markers()}]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session", autouse=True)
def played_system(request: pytest.FixtureRequest) -> Iterator[System]:
    """The system that all programs which tests start believe to be on."""
    system = system_of(request.config)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment_of(system, os.environ).items():
            patch.setenv(name, value)
        yield system


@pytest.fixture(scope="session")
def repository(played_system: System, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if played_system is System.C_LOCALE:
        return check_out(REPOSITORY, tmp_path_factory.mktemp("lachan"))
    return REPOSITORY


@pytest.fixture(scope="session")
def real_content(repository: Path) -> Content:
    return load_content(repository)


@pytest.fixture
def sample(tmp_path: Path, repository: Path) -> Path:
    """Return a private copy of the small valid content tree."""
    return Path(shutil.copytree(repository / SAMPLE, tmp_path / "sample"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[RunningPostgres]:
    """A PostgreSQL server; started once, and only where a test asks for it."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, on each kind that we support."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'lachan.db'}"
        return
    server: RunningPostgres = request.getfixturevalue("postgres")
    with server.database(f"test_{uuid.uuid4().hex}") as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables and nothing in them."""
    path = tmp_path_factory.mktemp("sqlite") / "lachan.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgres_model(postgres: RunningPostgres) -> Iterator[str]:
    """The name of a database with all tables and nothing in them."""
    name = "model"
    with postgres.database(name) as url:
        open_store(url).close()
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database that is set up, on each kind that we support.

    A copy: setting the tables up takes longer than most of what is tried with them.
    """
    if request.param == "sqlite":
        path = tmp_path / "lachan.db"
        shutil.copy(request.getfixturevalue("sqlite_model"), path)
        yield f"sqlite:///{path}"
        return
    model: str = request.getfixturevalue("postgres_model")
    server: RunningPostgres = request.getfixturevalue("postgres")
    with server.database(f"test_{uuid.uuid4().hex}", like=model) as url:
        yield url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """The database at that URL."""
    store = open_store(database_url)
    yield store
    store.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[WatchedBrowser]:
    """Debian's Chromium; a missing one fails.

    One for each module and not for the session: while Playwright runs, its event loop is the
    thread's, and nothing else in the process could run one.
    """
    with sync_playwright() as playwright:
        browser = WatchedBrowser(launch_chromium(playwright))
        yield browser
        browser.close()
        assert browser.take_errors() == []


@pytest.fixture(autouse=True)
def page_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever goes wrong on a page fails the test that opened it, whichever page and test.

    Set up before all others and so taken down after them: their pages are closed by then.
    """
    names = request.fixturenames
    browser = request.getfixturevalue("browser") if "browser" in names else None
    yield
    if isinstance(browser, WatchedBrowser):
        assert browser.take_errors() == []
