"""What the template of `lachan serve` loads, and how Jupyter learns to fork from it."""

from __future__ import annotations

from collections.abc import Mapping

from traitlets.config import Config

from lachan.kernels import PROVISIONER
from lachan.kernels.provisioner import find_server

# By name, since apps lie beside serving. The paper maker's libraries start threads (OpenBLAS),
# which a process that forks must not have.
PRELOAD = (
    "lachan.apps.home",
    "lachan.apps.lesson",
    "lachan.apps.practice",
    "lachan.apps.staff",
    "lachan.apps.opening:open_app_content",
)


def use_forked_kernels(config: Config, env: Mapping[str, str]) -> None:
    """Make forking the way kernels start, and start the template, which loads meanwhile.

    Parameters
    ----------
    env
        The template's environment: a pupil's, so that nothing staff may see is loaded.
    """
    config.KernelProvisionerFactory.default_provisioner_name = PROVISIONER
    config.ForkProvisioner.preload = list(PRELOAD)
    config.ForkProvisioner.template_env = dict(env)
    find_server(PRELOAD, frozenset(env.items())).start()
