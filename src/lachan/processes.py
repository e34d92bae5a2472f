"""The one place that starts other programs of ours.

A child inherits what `LISTED` names of the environment and what its starter adds, never all of it:
passwords and tokens of the one who started us stay with us. It imports nothing from the folder it
starts in, which may hold a stranger's content (Python's safe path).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lachan.errors import LachanError

# What a program needs to be found, to find its files and to speak its user's language.
LISTED = frozenset(
    {
        *("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TEMP", "TMP"),
        *("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME", "TZ"),
        *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
        *("XDG_RUNTIME_DIR", "XDG_STATE_HOME"),
        *("PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONDONTWRITEBYTECODE"),
        *("PYTHONWARNINGS", "PYTHONDEVMODE", "PYTHONUNBUFFERED", "PYTHONFAULTHANDLER"),
        *("VIRTUAL_ENV", "CONDA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
        *("JUPYTER_PATH", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH"),
        *("JUPYTER_RUNTIME_DIR", "JUPYTER_PREFER_ENV_PATH", "JUPYTER_PLATFORM_DIRS", "IPYTHONDIR"),
        *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"),
        # Without these no program of Windows starts.
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "USERNAME"),
        *("APPDATA", "LOCALAPPDATA", "PROGRAMDATA"),
    }
)
SAFE_PATH_ENV = "PYTHONSAFEPATH"
PATIENCE = 5
# A numeric library takes address space for each processor that it finds.
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Process = subprocess.Popen[bytes]
DEVNULL, PIPE, STDOUT = subprocess.DEVNULL, subprocess.PIPE, subprocess.STDOUT
TimeoutExpired = subprocess.TimeoutExpired


class ChildError(LachanError):
    """A child that was to read something ended without an answer, or took too much for it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may take: processor seconds and bytes of address space (Linux).

    By the clock it may take `PATIENCE` times as long: a busy machine is no fault of the file.
    """

    seconds: int
    memory: int


def list_environment(inherited: Mapping[str, str], also: Iterable[str] = ()) -> dict[str, str]:
    """Return what a child may have of an environment: what `LISTED` and `also` name.

    Grandchildren that Python starts keep the safe path too.
    """
    names = LISTED.union(also)
    # Windows tells its names in one case and people write them in another.
    listed = {name: value for name, value in inherited.items() if name.upper() in names}
    return {**listed, SAFE_PATH_ENV: "1"}


def start_python(arguments: Sequence[str], env: Mapping[str, str], **options: Any) -> Process:
    """Start this Python with arguments such as ``-m lachan``; `options` are those of `Popen`.

    Parameters
    ----------
    env
        The child's whole environment, as `list_environment` gives it.
    """
    command = [sys.executable, "-P", *arguments]
    return subprocess.Popen(command, env=dict(env), **options)  # noqa: S603 - our own programs


def read_in_child(arguments: Sequence[str], data: bytes, limits: Limits) -> bytes:
    """Give `data` to a child's standard input and return what it writes.

    For files from outside: whatever they make their reader do ends with the child.

    Raises
    ------
    ChildError
        If the child fails, or takes more than `limits`.
    """
    env = list_environment(os.environ) | _ONE_THREAD
    with start_python(arguments, env, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as child:
        try:
            # Nothing of the data is there before the limits are.
            _limit(child.pid, limits)
            answer, _ = child.communicate(data, limits.seconds * PATIENCE)
        except TimeoutExpired as error:
            raise ChildError(f"quá {limits.seconds * PATIENCE} giây mà chưa đọc xong") from error
        finally:
            child.kill()
    if child.returncode:
        raise ChildError(f"tiến trình đọc tệp kết thúc với mã {child.returncode}")
    return answer


def ask_system(program: str, arguments: Sequence[str], seconds: float) -> str:
    """Return what a program of the system writes; "" where there is none, or it fails or hangs."""
    found = shutil.which(program)
    if found is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - found on the path, words of our own
            [found, *arguments],
            stdin=DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
            env=list_environment(os.environ),
        )
    except (OSError, TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _limit(pid: int, limits: Limits) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - other systems have none

        # A child that has ended by now is told by its exit status.
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_AS, (limits.memory, limits.memory))
            resource.prlimit(pid, resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
