"""The room's pages and files, filled in from the same templates as all other pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lachan.contest_room.assets import Asset, AssetShelf, make_asset
from lachan.domain.kinds import Band
from lachan.frontend import load_module, load_styles, load_texts, render_script_json
from lachan.text import format_moment
from lachan.workflows.contests.views import ContestView
from lachan.workflows.screen_fonts import FONT_WEIGHTS, open_screen_font, render_font_faces

TEMPLATES = Path("template") / "voila" / "templates" / "lachan"
FILES_PATH = "lachan/tep"
NEUTRAL_PATH = "bang-cuu-chuong"

_SCRIPT = "text/javascript; charset=UTF-8"
_STYLES = "text/css; charset=UTF-8"
_PAGE = "text/html; charset=UTF-8"
_TYPES = {".css": _STYLES, ".js": _SCRIPT, ".svg": "image/svg+xml"}
# The words of lessons, practice and live classes stay at home.
_TEXT_PREFIXES = (
    *("room_", "hint_", "missing_", "step_", "scene_", "chat_", "message_", "verdict_", "score_"),
    "ending_",
)
_TEXT_NAMES = (
    *("answer", "better_way", "check", "checking", "chosen", "chosen_wrong"),
    *("essay_guide", "essay_marked", "essay_review", "essay_rubric", "essay_words"),
    *("criterion_points", "extra_target", "group_right", "in_force_from", "key_choice", "key_is"),
    *("law_heading", "law_none", "law_open", "not_answered", "not_chosen", "pick", "right"),
    *("wrong", "you_did", "you_joined", "you_placed", "you_said", "you_typed", "your_answer"),
)


class RoomPages:
    """Everything that a browser is sent once, made when the server starts.

    Parameters
    ----------
    apps_dir
        Folder of the apps, with our template in ``template/``.
    base_url
        The path below which the room lives; it starts and ends with a slash.
    school
        The school's name for the foot of the pages; may be empty.
    """

    def __init__(self, apps_dir: Path, base_url: str, school: str) -> None:
        self._folder = apps_dir / TEMPLATES
        self._base_url = base_url
        self._school = school
        self.shelf = AssetShelf()
        self._addresses = self._fill_shelf()
        self._environment = Environment(
            loader=FileSystemLoader(self._folder), autoescape=True, undefined=StrictUndefined
        )
        # One page for each contest, however many open it.
        self.get_room = lru_cache(maxsize=256)(self._render_room)
        self.neutral = self._read("static/bang-cuu-chuong.html", _PAGE)
        self.neutral_styles = self._read("static/bang-cuu-chuong.css", _STYLES)

    def address(self, name: str) -> str:
        """Return the address of a file of the room."""
        return self._addresses[name]

    def render_list(self, contests: Iterable[ContestView]) -> str:
        """Return the page that lists contests."""
        rows = [
            {
                "href": f"{self._base_url}{contest.slug}",
                "title": contest.title,
                "state": contest.state.value,
                "opens": format_moment(contest.opens_at),
                "closes": format_moment(contest.closes_at),
            }
            for contest in contests
        ]
        return self._fill("room-list.html", page_title="Các cuộc thi", contests=rows)

    def render_fault(self, status_code: int, incident: str) -> str:
        """Return the page of a fault."""
        values = {"status_code": status_code, "incident": incident, "page_title": "Phòng thi"}
        return self._fill("room-fault.html", **values)

    def _render_room(self, slug: str, title: str, band: Band) -> Asset:
        data = {"base": f"{self._base_url}{slug}/", "texts": find_room_texts(band)}
        page = self._fill("room.html", page_title=title, data=render_script_json(data))
        return make_asset(_PAGE, page.encode())

    def _fill(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(
            asset=self.address,
            base_url=self._base_url,
            exit_url=f"{self._base_url}{NEUTRAL_PATH}",
            school=self._school,
            font_weights=FONT_WEIGHTS,
            **values,
        )

    def _fill_shelf(self) -> dict[str, str]:
        static = sorted((self._folder / "static").iterdir())
        names = [(f"static/{file.name}", _TYPES.get(file.suffix)) for file in static]
        files = {name: self._read(name, kind) for name, kind in names if kind is not None}
        for weight in FONT_WEIGHTS:
            files[f"chu/{weight}.woff2"] = make_asset("font/woff2", open_screen_font(weight))
        files["phong-thi.js"] = make_asset(_SCRIPT, load_module("room/page").encode())
        files["phong-thi.css"] = make_asset(_STYLES, load_styles("room/page").encode())
        addresses = {name: self._put(name, asset) for name, asset in files.items()}
        sheet = render_font_faces(lambda weight: addresses[f"chu/{weight}.woff2"])
        faces = make_asset(_STYLES, sheet.encode())
        return {**addresses, "chu.css": self._put("chu.css", faces)}

    def _put(self, name: str, asset: Asset) -> str:
        hashed = self.shelf.add(name.rpartition("/")[2], asset)
        return f"{self._base_url}{FILES_PATH}/{hashed}"

    def _read(self, name: str, media_type: str) -> Asset:
        return make_asset(media_type, (self._folder / name).read_bytes())


def find_room_texts(band: Band) -> dict[str, str]:
    """Return the part of the catalogue that the room of a contest for a band shows."""
    return {
        name: text
        for name, text in load_texts(band).items()
        if name.startswith(_TEXT_PREFIXES) or name in _TEXT_NAMES
    }
