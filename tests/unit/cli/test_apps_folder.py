"""A content folder's own apps run only where someone says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lachan.cli.apps_folder import AppsError, find_apps, tell_of_own_apps


@pytest.fixture
def foreign(sample: Path, repository: Path) -> Path:
    shutil.copytree(repository / "voila_apps", sample / "voila_apps")
    return sample


def test_apps_of_a_content_folder_are_not_chosen_by_themselves(
    foreign: Path, repository: Path
) -> None:
    found = find_apps(foreign, own=False)
    assert found.samefile(repository / "voila_apps")
    told = tell_of_own_apps(foreign, found)
    assert str(foreign / "voila_apps") in told
    assert "--own-apps" in told


def test_own_apps_are_chosen_where_asked_for(foreign: Path) -> None:
    found = find_apps(foreign, own=True)
    assert found == foreign / "voila_apps"
    assert tell_of_own_apps(foreign, found) == ""


def test_our_own_checkout_is_told_nothing(repository: Path) -> None:
    assert tell_of_own_apps(repository, find_apps(repository, own=False)) == ""


def test_own_apps_that_are_not_there_are_told(sample: Path) -> None:
    with pytest.raises(AppsError, match="không có ứng dụng riêng"):
        find_apps(sample, own=True)
