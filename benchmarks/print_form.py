"""Print one form in a process of its own: the peer of `papers.py`.

``python print_form.py PAPER CODE``; PAPER was pickled by the same run, the PDF goes beside it.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from lachan.printing import render_paper


def main() -> None:
    source, code = Path(sys.argv[1]), sys.argv[2]
    paper, extras = pickle.loads(source.read_bytes())
    form = next(form for form in paper.forms if form.code == code)
    source.with_name(f"{code}.pdf").write_bytes(render_paper(paper, form, **extras))


if __name__ == "__main__":
    main()
