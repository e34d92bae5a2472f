"""``python -m lachan``."""

import os
import sys

# Python looks first in the folder where one happens to be, which may hold a stranger's content.
# `os` is loaded before anything is looked for; other modules are not.
_CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if not sys.flags.safe_path and sys.path[0] == os.getcwd() != _CHECKOUT:
    del sys.path[0]

from lachan.cli import main

main()
