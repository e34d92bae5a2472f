"""Files of a paper made on all cores, taken in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from lachan.workflows.papers.files import PaperFile


def make_ahead(
    jobs: Iterable[PaperFile], workers: int | None = None
) -> Generator[tuple[str, bytes]]:
    """Yield name and bytes of each job in the order given, while the next ones are being made.

    Threads are enough: Typst lets the others run while it sets a page. What is made stays in
    memory until it is taken, so no more than two for each worker are begun before that.

    Parameters
    ----------
    workers
        How many are made at once; left out, as many as there are cores.

    Raises
    ------
    Exception
        What a job raised, in its turn; the jobs after it are not begun then, nor where the caller
        stops taking.
    """
    count = workers or os.cpu_count() or 1
    begun: deque[tuple[str, Future[bytes]]] = deque()
    executor = ThreadPoolExecutor(count, "in")
    try:
        for name, make in jobs:
            begun.append((name, executor.submit(make)))
            if len(begun) > 2 * count:
                yield _take(begun)
        while begun:
            yield _take(begun)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _take(begun: deque[tuple[str, Future[bytes]]]) -> tuple[str, bytes]:
    name, made = begun.popleft()
    return name, made.result()
