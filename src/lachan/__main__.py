"""``python -m lachan``."""

import os
import sys

# Python looks first in the folder where one happens to be, which may hold a stranger's content,
# unless it is the one that holds us. `os` is loaded by then whatever lies there.
if not sys.flags.safe_path and sys.path[0] == os.getcwd() != os.path.abspath(f"{__file__}/../.."):  # noqa: PTH100, PTH109
    del sys.path[0]

from lachan.cli import main

main()
