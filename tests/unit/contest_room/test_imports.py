import subprocess
import sys

HEAVY = ["voila", "anywidget", "ipywidgets", "jupyter_server", "ipykernel", "pandas", "nbconvert"]


def test_the_room_loads_no_notebook_server() -> None:
    code = f"import sys, lachan.contest_room; print([m for m in {HEAVY} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.strip() == "[]"
