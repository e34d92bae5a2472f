"""The files in deploy/contest/: they fit each other, and the command that they run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from lachan.cli.main import app
from lachan.contest_room.application import HEALTH_PATH
from lachan.workflows.environment import DATABASE_ENV
from support.deployed import read_unit_command


@pytest.fixture(scope="module")
def folder(repository: Path) -> Path:
    return repository / "deploy" / "contest"


@pytest.fixture(scope="module")
def manifests(folder: Path) -> dict[str, Any]:
    """Kubernetes' objects by kind."""
    kustomization = yaml.safe_load((folder / "kubernetes" / "kustomization.yaml").read_text())
    files = [*kustomization["resources"], "upgrade.yaml"]
    texts = [(folder / "kubernetes" / name).read_text(encoding="utf-8") for name in files]
    return {each["kind"]: each for text in texts for each in yaml.safe_load_all(text)}


def read_options(words: list[str]) -> dict[str, Any]:
    """Return what the command line makes of the words; what it does not know fails."""
    command = typer.main.get_command(app)
    for name in words:
        if not hasattr(command, "commands"):
            break
        command, words = command.commands[name], words[1:]
    return command.make_context("lachan", list(words)).params


def test_all_files_run_a_node_with_options_that_exist(
    folder: Path, manifests: dict[str, Any]
) -> None:
    unit = read_unit_command(folder / "lachan-contest@.service")
    compose = yaml.safe_load((folder / "compose.yaml").read_text(encoding="utf-8"))
    (image,) = re.findall(r"^CMD (\[.+\])$", (folder / "Dockerfile").read_text(), re.MULTILINE)
    container = manifests["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    commands = [
        [word.replace("%i", "8877") for word in unit[1:]],
        compose["services"]["phong-1"]["command"].split(),
        yaml.safe_load(image),
        container["args"],
    ]
    for words in commands:
        options = read_options(words)
        assert (options["contest_only"], options["host"], options["port"]) == (
            True,
            "0.0.0.0",
            8877,
        )


def test_the_upgrade_is_a_command(manifests: dict[str, Any]) -> None:
    job = manifests["Job"]["spec"]["template"]["spec"]["containers"][0]
    assert read_options(job["args"]) == {}


def test_nginx_knows_the_nodes_of_the_compose_file(folder: Path) -> None:
    site = (folder / "nginx.conf").read_text(encoding="utf-8")
    services = yaml.safe_load((folder / "compose.yaml").read_text())["services"]
    nodes = re.findall(r"^    server (\S+):8877 ", site, re.MULTILINE)
    assert nodes == [name for name in services if name.startswith("phong-")]
    assert services["cua"]["depends_on"].keys() == set(nodes)


def test_the_objects_of_kubernetes_name_each_other(manifests: dict[str, Any]) -> None:
    deployment = manifests["Deployment"]
    name, labels = deployment["metadata"]["name"], deployment["spec"]["selector"]["matchLabels"]
    container = deployment["spec"]["template"]["spec"]["containers"][0]
    target = manifests["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", name)
    assert deployment["spec"]["template"]["metadata"]["labels"] == labels
    assert manifests["Service"]["spec"]["selector"] == labels
    assert manifests["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    (port,) = manifests["Service"]["spec"]["ports"]
    assert port["targetPort"] == container["ports"][0]["name"]
    (rule,) = manifests["Ingress"]["spec"]["rules"]
    backend = rule["http"]["paths"][0]["backend"]["service"]
    assert backend == {"name": manifests["Service"]["metadata"]["name"], "port": {"name": "http"}}
    # Where no share of a processor is asked for, the autoscaler cannot measure it.
    assert container["resources"]["requests"]["cpu"] == "1"


def test_health_is_asked_for_where_it_is_told(folder: Path, manifests: dict[str, Any]) -> None:
    container = manifests["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    asked = {container[each]["httpGet"]["path"] for each in ("startupProbe", "readinessProbe")}
    assert asked == {f"/{HEALTH_PATH}"}
    assert f"127.0.0.1:8877/{HEALTH_PATH}" in (folder / "compose.yaml").read_text()


def test_the_database_is_named_as_the_program_reads_it(
    folder: Path, manifests: dict[str, Any]
) -> None:
    for kind in ("Deployment", "Job"):
        container = manifests[kind]["spec"]["template"]["spec"]["containers"][0]
        assert [each["name"] for each in container["env"]] == [DATABASE_ENV]
    for name in ("compose.yaml", "lachan-contest@.service"):
        assert f"{DATABASE_ENV}=postgresql://" in (folder / name).read_text(encoding="utf-8")
