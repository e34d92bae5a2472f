"""The lock, pyproject.toml and what is installed say the same."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution, packages_distributions
from pathlib import Path
from typing import Any

import pytest
from hatchling.build import get_requires_for_build_editable
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from lachan.exchange import installed_versions

LOCKS = ("run", "test", "lock", "browser")
PYTHONS = ("3.11", "3.12", "3.13")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

# A requirement, then its hashes.
Locked = tuple[Requirement, tuple[str, ...]]


def _read_lock(repository: Path, name: str) -> list[Locked]:
    """Return requirement and hashes of each package of a lock."""
    text = (repository / "requirements" / f"{name}.txt").read_text("utf-8")
    bare = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return [_read_line(line) for line in bare.splitlines()]


def _read_line(line: str) -> Locked:
    requirement, *hashes = re.split(r"\s+(?=--)", line.strip())
    return Requirement(requirement), tuple(hashes)


def _environment(python: str) -> dict[str, str]:
    return {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}


def _pins(locked: Iterable[Locked], python: str) -> dict[NormalizedName, str]:
    """Return package → version for one Python on this machine."""
    return {
        canonicalize_name(each.name): str(each.specifier).removeprefix("==")
        for each, _ in locked
        if each.marker is None or each.marker.evaluate(_environment(python))
    }


@pytest.fixture(scope="module")
def project(repository: Path) -> Mapping[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))


def _asked(project: Mapping[str, Any], lock: str) -> Iterator[Requirement]:
    """Yield what pyproject.toml asks for of what a lock holds."""
    extras = project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *extras["all"], *groups["install"]]
    asked = {"run": run, "test": [*run, *extras["test"]]}
    yield from map(Requirement, asked.get(lock) or groups[lock])


def _imports(folder: Path) -> set[str]:
    """Return the first names of all modules that the code below a folder imports."""
    names: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names.update(each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_each_dependency_is_locked_within_its_bounds(
    repository: Path, project: Mapping[str, Any], lock: str, python: str
) -> None:
    pins = _pins(_read_lock(repository, lock), python)

    asked = list(_asked(project, lock))
    assert asked
    for each in asked:
        version = pins.get(canonicalize_name(each.name))
        assert version is not None, f"{each} is not in {lock}.txt: run `make lock`"
        assert each.specifier.contains(version), f"{lock}.txt has {version}, not {each}"


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_is_one_version_with_its_hashes(repository: Path, lock: str) -> None:
    for requirement, hashes in _read_lock(repository, lock):
        assert re.fullmatch(r"==[^=*,]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(HASH.fullmatch(each) for each in hashes), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host_or_a_folder(repository: Path, lock: str) -> None:
    text = (repository / "requirements" / f"{lock}.txt").read_text("utf-8")

    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted|\s/", text) == []


def test_what_checks_the_browser_is_locked_without_addresses(repository: Path) -> None:
    folder = repository / "tools" / "browser"
    asked = json.loads((folder / "package.json").read_text("utf-8"))["devDependencies"]
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    del packages[""]

    assert asked == {name: packages[f"node_modules/{name}"]["version"] for name in asked}
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert [name for name, each in packages.items() if "resolved" in each] == []


@pytest.mark.parametrize("python", PYTHONS)
def test_what_is_run_is_what_is_tested(repository: Path, python: str) -> None:
    run = _pins(_read_lock(repository, "run"), python)
    test = _pins(_read_lock(repository, "test"), python)

    assert run.items() < test.items()


def test_the_kit_is_built_with_what_is_locked(project: Mapping[str, Any]) -> None:
    asked = {*project["build-system"]["requires"], *get_requires_for_build_editable()}
    group = [Requirement(each) for each in project["dependency-groups"]["install"]]

    named = {each.name for each in group}
    assert {Requirement(each).name for each in asked} <= named
    assert set(project["build-system"]["requires"]) <= {str(each) for each in group}


def test_what_the_code_imports_is_asked_for(repository: Path, project: Mapping[str, Any]) -> None:
    found = packages_distributions()
    asked = {canonicalize_name(each.name) for each in _asked(project, "run")}

    foreign = _imports(repository / "src") - sys.stdlib_module_names - {"lachan"}
    assert "voila" in foreign
    assert (
        sorted(each for each in foreign if not asked & set(map(canonicalize_name, found[each])))
        == []
    )


def test_each_upper_bound_says_which_files_it_is_for(
    repository: Path, project: Mapping[str, Any]
) -> None:
    text = (repository / "pyproject.toml").read_text("utf-8")
    bounded = [each for each in project["project"]["dependencies"] if "<" in each]
    files = {each.name for each in (repository / "src").rglob("*")}

    assert bounded
    for each in bounded:
        [reason] = re.findall(rf'# (.+)\n  "{re.escape(each)}"', text)
        named = re.findall(r"[\w-]+\.(?:py|js)\b|[\w-]+(?=/)", reason)
        assert named, each
        assert files.issuperset(set(named) - {"voila_apps"}), reason


@pytest.mark.parametrize(
    "guide",
    ["README.md", "README.vi.md", "docs/may-chu.md", "deploy/contest/Dockerfile", "Makefile"],
)
def test_each_guide_installs_from_the_lock_alone(repository: Path, guide: str) -> None:
    text = (repository / guide).read_text("utf-8")

    installs = re.findall(r"pip install(.*)", text)
    assert len(installs) >= 2
    assert all("--no-deps" in each or "--require-hashes" in each for each in installs)
    assert any("--require-hashes" in each for each in installs)


@pytest.mark.locked
def test_what_is_installed_is_what_is_locked(repository: Path) -> None:
    pins = _pins(_read_lock(repository, "test"), ".".join(map(str, sys.version_info[:2])))

    assert pins == {name: distribution(name).version for name in pins}


@pytest.mark.locked
def test_what_is_locked_needs_nothing_more(repository: Path) -> None:
    python = ".".join(map(str, sys.version_info[:2]))
    pins = _pins(_read_lock(repository, "test"), python)

    for name in pins:
        for needed in map(Requirement, distribution(name).requires or []):
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                version = pins.get(canonicalize_name(needed.name))
                assert version is not None, f"{name} needs {needed}"
                assert needed.specifier.contains(version, prereleases=True), f"{name}: {needed}"


@pytest.mark.locked
def test_no_setuptools_is_left_from_making_the_environment(repository: Path) -> None:
    pins = _pins(_read_lock(repository, "test"), ".".join(map(str, sys.version_info[:2])))

    assert ("setuptools" in packages_distributions()) == ("setuptools" in pins)


@pytest.mark.locked
def test_a_manifest_names_the_versions_of_the_lock(repository: Path) -> None:
    pins = _pins(_read_lock(repository, "run"), ".".join(map(str, sys.version_info[:2])))
    named = installed_versions()
    del named["lachan"]

    assert named == {name: pins[canonicalize_name(name)] for name in named}
