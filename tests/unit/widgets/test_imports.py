import subprocess
import sys

HEAVY = ["pandas", "nbconvert", "typst", "voila", "matplotlib", "highspy"]


def test_widgets_load_nothing_heavy() -> None:
    code = f"import sys, lachan.widgets; print([m for m in {HEAVY} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.strip() == "[]"
