"""What a template loads before it forks."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterable
from pathlib import Path

from lachan.errors import LachanError

# What every kernel imports by itself sooner or later; debugpy alone is half of a kernel's start.
KERNEL_MODULES = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.debugger",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.history",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "ipywidgets",
    "anywidget",
    "comm",
    "faulthandler",
    "sqlite3",
    "tornado.platform.asyncio",
    "zmq.utils.garbage",
    "lachan.kernels.child",
)


class PreloadError(LachanError):
    """Something loaded makes forking unsafe."""


def preload(names: Iterable[str]) -> tuple[str, ...]:
    """Load what every kernel needs, then `names`; return those that could not be loaded.

    Parameters
    ----------
    names
        Modules (``package.module``), or functions to call once (``package.module:function``),
        whose results stay wherever the function keeps them.

    Raises
    ------
    PreloadError
        Where a module has started a thread: a fork would copy its locks but not the thread.
    """
    missed = []
    for name in (*KERNEL_MODULES, *names):
        try:
            _load(name)
        except Exception as fault:  # noqa: BLE001
            # Each kernel will meet this fault on its own page, where it is told to someone.
            missed.append(f"{name} ({type(fault).__name__}: {fault})")
        if count_threads() > 1:
            raise PreloadError(
                f"nạp sẵn {name} làm tiến trình mẫu có thêm luồng, không nhân bản an toàn được. "
                "Hãy bỏ tên này khỏi ForkProvisioner.preload."
            )
    return tuple(missed)


def settle_memory() -> None:
    """Put all that was loaded out of the garbage collector's reach.

    A collection in a child would write into every object's header and so copy the pages that
    parent and child share.
    """
    gc.collect()
    gc.disable()
    gc.freeze()


def count_threads() -> int:
    """Return the threads of this process, those of C libraries (ZeroMQ, BLAS) included."""
    return len(list(Path("/proc/self/task").iterdir()))


def _load(name: str) -> None:
    module_name, _, function_name = name.partition(":")
    module = importlib.import_module(module_name)
    if function_name:
        getattr(module, function_name)()
