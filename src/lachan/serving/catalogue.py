"""Which notebooks are apps, and which of them are open to pupils."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lachan.domain.contests.roles import Role

HOME_APP = "trang_chu.ipynb"
OFFICE_APP = "dieu_hanh.ipynb"
OPEN_APPS = frozenset({HOME_APP, "bai_hoc.ipynb", "luyen_tap.ipynb", "phong_thi.ipynb"})


@dataclass(frozen=True, slots=True)
class App:
    """A notebook that is served as a page; `name` is its file name."""

    name: str
    staff: bool

    def opens_to(self, role: Role | None) -> bool:
        """Tell whether someone with a role, or without one, may open the app."""
        if not self.staff:
            return True
        return role is Role.ORGANISER or (role is not None and self.name == OFFICE_APP)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The apps of one folder, looked up by exact name.

    A name from a request is only ever compared with these names, never joined to a path, so
    no spelling of a path (``../``, encoded twice, other case, trailing dot) reaches a file.
    """

    apps: tuple[App, ...]

    def find(self, name: str) -> App | None:
        """Return the app whose file name is exactly `name`, or None."""
        return next((app for app in self.apps if app.name == name), None)


def read_catalogue(folder: Path, open_names: Iterable[str] = OPEN_APPS) -> Catalogue:
    """Return the notebooks lying directly in `folder`; all but `open_names` are for staff."""
    opened = frozenset(open_names)
    names = sorted(path.name for path in folder.glob("*.ipynb") if path.is_file())
    return Catalogue(tuple(App(name, staff=name not in opened) for name in names))
