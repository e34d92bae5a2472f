"""Leave out a library that costs each command a second and serves none.

Measured: 1.6 s of the 5.4 s that ``lachan serve`` took to stand went into compiling grammars for
IRIs. jsonschema loads them with nbformat and Jupyter Server if they are installed, which
jupyter-events asks for, and does without if they are not; no schema of a notebook or of an event
has an IRI in it. This is imported before everything else and only by the command line, whose
process is ours.
"""

from __future__ import annotations

import sys

# None says to an import that there is no such module.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
