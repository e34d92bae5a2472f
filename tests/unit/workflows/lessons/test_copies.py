from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from lachan.content import Content
from lachan.notebooks import is_as_written, parse_notebook
from lachan.workflows.lessons.copies import copy_notebook, copy_notebooks

KERNEL = """
import json
from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel()
client.kernel_info()
told = client.get_shell_msg(timeout=60)["content"]["language_info"]
client.stop_channels()
manager.shutdown_kernel(now=True)
spec = manager.kernel_spec
print(json.dumps([spec.display_name, spec.language, told]))
"""


def test_lessons_and_workbooks_are_copied_once(real_content: Content, tmp_path: Path) -> None:
    first = copy_notebooks(real_content, tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in first}
    workbooks = {path.name for path in (real_content.root / "notebooks").glob("*.ipynb")}
    lessons = {f"{each.band}/{each.slug}.ipynb" for each in real_content.lessons}
    assert names == workbooks | lessons
    assert copy_notebooks(real_content, tmp_path) == ()


def test_a_copy_says_of_its_kernel_what_the_kernel_says(
    real_content: Content, tmp_path: Path
) -> None:
    told = subprocess.run([sys.executable, "-c", KERNEL], capture_output=True, check=True)
    display_name, language, language_info = json.loads(told.stdout)

    path = copy_notebook(real_content, "viec-nhe-luong-cao", tmp_path)

    copy = parse_notebook(path.read_text("utf-8"), path.name)
    assert copy.metadata.kernelspec == {
        "display_name": display_name,
        "language": language,
        "name": "python3",
    }
    assert copy.metadata.language_info == language_info
    assert is_as_written(copy)
