"""Forked kernels through Jupyter's own managers."""

from __future__ import annotations

import asyncio
import functools
import os
import signal
from pathlib import Path

import pytest
from jupyter_client.multikernelmanager import AsyncMultiKernelManager as Manager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from lachan.kernels.forked_process import UNKNOWN_STATUS, ForkedProcess
from lachan.kernels.provisioner import find_arguments
from support.kernels import Kernels, evaluate, exists, runs, start
from support.waiting import until


def test_only_ipython_kernels_are_forked() -> None:
    assert find_arguments(["python", "-m", "ipykernel_launcher", "-f", "x"]) == ["-f", "x"]
    assert find_arguments(["python", "-m", "xeus", "-f", "x"]) is None
    assert find_arguments(["R", "--slave"]) is None


def test_environment_and_folder_are_the_kernels_own(kernels: Kernels, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("một", "hai")]

    async def body(manager: Manager) -> list[str]:
        told = []
        for folder in folders:
            folder.mkdir()
            env = {"PATH": os.environ["PATH"], "TZ": "Asia/Ho_Chi_Minh", "TÊN": folder.name}
            _, client = await start(manager, env=env, cwd=str(folder))
            expression = "__import__('os').getcwd() + '|' + __import__('os').environ['TÊN']"
            told.append(await evaluate(client, expression))
            names = "sorted(set(__import__('os').environ) & {'KERNELS_OF', 'HOME', 'TZ'})"
            told.append(await evaluate(client, names))
            client.stop_channels()
        return told

    # HOME is Jupyter's to set or not; what the template had and the kernel was not given is gone.
    told = kernels.run(body)
    assert told == [
        f"'{folders[0]}|một'",
        "['TZ']",
        f"'{folders[1]}|hai'",
        "['TZ']",
    ]


def test_each_kernel_draws_its_own_numbers_in_its_own_group(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        started = await asyncio.gather(*(start(manager) for _ in range(3)))
        clients = [client for _, client in started]
        drawn = [await evaluate(each, "__import__('random').random()") for each in clients]
        assert len(set(drawn)) == 3
        for kernel, client in started:
            process = kernel.provisioner.process
            assert isinstance(process, ForkedProcess)
            assert os.getpgid(process.pid) == process.pid
            assert await evaluate(client, "'colorsys' in __import__('sys').modules") == "True"
            client.stop_channels()

    kernels.run(body)


def test_template_has_one_thread_and_no_zeromq(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        _, client = await start(manager)
        client.stop_channels()
        template = kernels.server.template_pid
        assert [each.name for each in Path(f"/proc/{template}/task").iterdir()] == [str(template)]
        kinds = {str(each.readlink()) for each in Path(f"/proc/{template}/fd").iterdir()}
        # ZeroMQ wakes its threads through event files.
        assert not any("eventfd" in kind or "eventpoll" in kind for kind in kinds)

    kernels.run(body)


def test_a_kernel_has_nothing_left_to_load(kernels: Kernels) -> None:
    # What the template loaded is out of the collector's reach, and so is not listed.
    expression = (
        "sorted({each.__name__ for each in __import__('gc').get_objects()"
        " if isinstance(each, type(__import__('gc')))})"
    )

    async def body(manager: Manager) -> str:
        _, client = await start(manager)
        loaded = await evaluate(client, expression)
        client.stop_channels()
        return loaded

    assert kernels.run(body) == "['__main__']"


def test_interrupt_stops_the_cell_and_not_the_kernel(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        kernel, client = await start(manager)
        endless = "print('bắt đầu')\nimport threading\nwhile True: threading.Event().wait(9)"
        # Otherwise the kernel drops what comes right after a cell that failed.
        asked = client.execute(endless, stop_on_error=False)
        while (await client.get_iopub_msg(timeout=30))["msg_type"] != "stream":
            pass
        await kernel.interrupt_kernel()
        reply = await client.get_shell_msg(timeout=30)
        # On a slow machine a late answer to what asked whether it is ready comes first.
        while reply["parent_header"]["msg_id"] != asked:
            reply = await client.get_shell_msg(timeout=30)
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        assert await evaluate(client, "1 + 1") == "2"
        client.stop_channels()

    kernels.run(body)


def test_restart_gives_a_fresh_process(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        kernel, client = await start(manager)
        first = kernel.provisioner.process.pid
        await client.execute("x = 1", reply=True, timeout=30)
        await kernel.restart_kernel(now=True)
        await client.wait_for_ready(60)
        assert await evaluate(client, "x") == "NameError"
        assert kernel.provisioner.process.pid != first
        assert not exists(first)
        client.stop_channels()

    kernels.run(body)


def test_polite_shutdown_ends_with_status_zero(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        kernel, client = await start(manager)
        process = kernel.provisioner.process
        client.stop_channels()
        await manager.shutdown_kernel(kernel.kernel_id)
        assert process.poll() == 0
        assert not exists(process.pid)

    kernels.run(body)


@pytest.mark.parametrize(("end", "status"), [("os._exit(7)", 7), ("os.kill(os.getpid(), 9)", -9)])
def test_status_of_a_kernel_that_dies_is_known(kernels: Kernels, end: str, status: int) -> None:
    async def body(manager: Manager) -> None:
        kernel, client = await start(manager)
        kernel.stop_restarter()
        process = kernel.provisioner.process
        client.execute(f"import os\n{end}")
        await until(lambda: process.poll() is not None)
        assert process.poll() == status
        assert not exists(process.pid)
        client.stop_channels()

    kernels.run(body)


def test_kernels_outlive_their_template(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        old, client = await start(manager)
        template = kernels.server.template_pid
        assert template is not None
        os.kill(template, signal.SIGKILL)
        await until(lambda: kernels.server.template_pid is None)
        assert await evaluate(client, "6 * 7") == "42"
        new, other = await start(manager)
        assert kernels.server.template_pid not in (None, template)
        assert await evaluate(other, "6 * 7") == "42"
        assert (old.provisioner.process.poll(), new.provisioner.process.poll()) == (None, None)
        process = old.provisioner.process
        client.stop_channels()
        other.stop_channels()
        await manager.shutdown_kernel(old.kernel_id, now=True)
        assert process.poll() == UNKNOWN_STATUS
        assert not runs(process.pid)

    kernels.run(body)


def test_other_kernels_start_as_always(kernels: Kernels, monkeypatch: pytest.MonkeyPatch) -> None:
    async def body(manager: Manager) -> None:
        monkeypatch.setattr("lachan.kernels.provisioner.SUPPORTED", False)
        kernel, client = await start(manager)
        assert isinstance(kernel.provisioner, LocalProvisioner)
        assert not isinstance(kernel.provisioner.process, ForkedProcess)
        assert await evaluate(client, "6 * 7") == "42"
        client.stop_channels()

    kernels.run(body)


def open_fds() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def fds_of(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def all_gone(pids: list[int]) -> bool:
    return not any(map(exists, pids))


async def come_and_go(manager: Manager, count: int) -> list[int]:
    """Start kernels at once, end them, and return their pids."""
    ids = await asyncio.gather(*(manager.start_kernel(kernel_name="python3") for _ in range(count)))
    pids = [manager.get_kernel(each).provisioner.process.pid for each in ids]
    await asyncio.gather(*(manager.shutdown_kernel(each, now=True) for each in ids))
    return pids


def test_starts_and_stops_leave_no_file_and_no_zombie(kernels: Kernels) -> None:
    check_leaks(kernels, rounds=3, count=8)


@pytest.mark.full
def test_thousand_starts_and_stops_leave_nothing(kernels: Kernels) -> None:
    check_leaks(kernels, rounds=50, count=20)


@pytest.mark.full
def test_burst_of_two_hundred(kernels: Kernels) -> None:
    async def body(manager: Manager) -> None:
        started = await asyncio.gather(*(start(manager) for _ in range(200)))
        pids = {int(await evaluate(c, "__import__('os').getpid()")) for _, c in started}
        assert pids == {kernel.provisioner.process.pid for kernel, _ in started}
        assert len(pids) == 200
        for _, client in started:
            client.stop_channels()

    kernels.run(body)


def check_leaks(kernels: Kernels, rounds: int, count: int) -> None:
    async def body(manager: Manager) -> None:
        await come_and_go(manager, count)
        template = kernels.server.template_pid
        assert template is not None
        before = (open_fds(), fds_of(template))
        for _ in range(rounds):
            pids = await come_and_go(manager, count)
            await until(functools.partial(all_gone, pids))
        assert kernels.server.template_pid == template
        await until(lambda: open_fds() <= before[0])
        assert fds_of(template) == before[1]

    kernels.run(body)
