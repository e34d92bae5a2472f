import json
import re
from pathlib import Path

import pytest

import lachan.frontend
from lachan.domain.contests.contest import ContestState, SubmittedBy
from lachan.domain.kinds import Band, Ending, ItemType, Origin
from lachan.domain.live.live_class import Asking, Plan, Round
from lachan.frontend import (
    FrontendError,
    load_module,
    load_styles,
    load_texts,
    order_modules,
    read_module,
    render_script_json,
)

FOLDER = Path(lachan.frontend.__file__).parent
SCRIPTS = sorted(FOLDER.rglob("*.js"))
STYLES = sorted(FOLDER.rglob("*.css"))
# Entry modules: what no other module imports.
NAMES = {path.relative_to(FOLDER).with_suffix("").as_posix(): path for path in SCRIPTS}
IMPORTED = {other for name in NAMES for other in order_modules(name, read_module)[:-1]}
MODULES = sorted(
    name for name in set(NAMES) - IMPORTED if "export default" in NAMES[name].read_text("utf-8")
)
PYTHON = sorted(FOLDER.parent.rglob("*.py"))
# The pages without a kernel ask their own server, all by one module.
LINKS = {"server-link"}
# Fields of the paper maker by name, and what its reader finds wrong with one.
PAPER_FIELDS = (
    *("title", "authority", "organiser", "exam", "school_year", "subject", "date", "minutes"),
    *("band", "forms", "seed", "codes", "code_digits", "base_forms", "max_shared", "max_exposure"),
    *("difficulty_tolerance", "time_tolerance_s", "include", "exclude", "previous"),
    *("word", "style_large", "style_dyslexia", "rows", "columns", "names", "names_purposes"),
    *("names_erase_on", "names_seen_by", "names_withdraw"),
)
PAPER_FAULTS = (
    *("missing", "number", "points", "steps", "codes", "codes_twice", "many_codes", "ids"),
    "empty_part",
)
# Names that the code builds from a value, such as texts[`hint_${item.type}`].
PLANNED = (
    *("objective", "content", "product", "organisation"),
    *("task", "everyone", "report", "conclude"),
)
BUILT = {
    *(f"hint_{kind}" for kind in ItemType),
    *(f"plan_{part}" for part in PLANNED),
    *(f"ending_{ending}" for ending in Ending),
    *(f"origin_{origin}" for origin in Origin if origin is not Origin.KIT),
    *(f"score_{kind}" for kind in ("true_false_group", "matching", "scenario")),
    *(f"result_state_{state}" for state in ("right", "later", "wrong", "open")),
    *(f"live_plan_{plan}{part}" for plan in Plan for part in ("", "_note")),
    *(f"live_round_{asked}" for asked in (Round.BEFORE, Round.AFTER)),
    *(f"live_state_{state}" for state in Asking if state is not Asking.NOT_YET),
    *(f"room_state_{state}" for state in ContestState),
    *(f"room_{kind}_{state}" for kind in ("cell", "mark") for state in ("done", "part", "empty")),
    *(f"room_submitted_by_{who}" for who in (SubmittedBy.DEADLINE, SubmittedBy.ORGANISER)),
    *(f"room_warning_{left_s}" for left_s in (300, 60)),
    *(f"paper_field_{name}" for name in PAPER_FIELDS),
    "paper_note_base_forms",
    *(f"paper_state_{state}" for state in ("ready", "short", "faults", "unknown")),
    *(f"paper_fault_{kind}" for kind in PAPER_FAULTS),
    "verdict_true",
    "verdict_false",
}


def named_texts() -> set[str]:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    python = "\n".join(path.read_text(encoding="utf-8") for path in PYTHON)
    in_scripts = set(re.findall(r"\btexts\.(\w+)", scripts))
    in_python = set(re.findall(r'(?:load_texts\(\)|\btexts)\["(\w+)"\]', python))
    return in_scripts | in_python | BUILT


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_hold_no_text_for_readers(path: Path) -> None:
    assert path.read_text(encoding="utf-8").isascii()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_make_no_markup_from_strings_and_ask_no_network(path: Path) -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    other = r"\beval\b|new Function|\bfetch\b|XMLHttpRequest"
    found = re.findall(f"{markup}|{other}", path.read_text(encoding="utf-8"))
    assert found == (["fetch"] if path.stem in LINKS else [])


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    assert set(load_texts()) == named_texts()


@pytest.mark.parametrize("band", [None, Band.COMMUNITY])
def test_nobody_but_a_pupil_is_called_em(band: Band | None) -> None:
    texts = load_texts(band)
    assert [] == [name for name, text in texts.items() if re.search(r"\bem\b", text, re.IGNORECASE)]


def test_the_second_voice_says_the_same_things() -> None:
    pupil, adult = load_texts(Band.PRIMARY), load_texts(Band.COMMUNITY)
    assert set(pupil) == set(adult)
    for name, text in adult.items():
        assert re.findall(r"\{\w+\}", pupil[name]) == re.findall(r"\{\w+\}", text)


def test_texts_are_a_new_dict_each_time() -> None:
    load_texts()["check"] = "x"
    assert load_texts()["check"] == "Kiểm tra"


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_self_contained_and_fit_for_a_script_element(name: str) -> None:
    module = load_module(name)
    assert re.findall(r"^(?:import|export)\b.*", module, re.MULTILINE) == [
        f"export default module_{re.sub('[-/]', '_', name)}.default;"
    ]
    assert "</script" not in module.lower()
    assert "<!--" not in module


@pytest.mark.parametrize("name", MODULES)
def test_styles_start_with_the_tokens_and_load_nothing(name: str) -> None:
    styles = load_styles(name)
    assert "--lc-primary:" in styles.split("}")[0]
    assert re.findall(r"@import|url\(", styles) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_stay_below_our_root(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = [
        s.strip() for group in re.findall(r"([^{};]+)\{", text) for s in group.split(",\n")
    ]
    roots = (".lc", "@", ":root") if path.name == "tokens.css" else (".lc", "@")
    assert [s for s in selectors if not s.startswith(roots)] == []


def test_styles_of_a_module_hold_those_of_its_parts() -> None:
    assert ".lc-choice" in load_styles("lesson/lesson")
    assert ".lc-step-link" not in load_styles("items/quiz")


def test_an_unknown_module_is_an_error() -> None:
    with pytest.raises(FrontendError, match="khong-co"):
        load_module("khong-co")


def test_script_json_cannot_end_its_element() -> None:
    data = {"a": "</script><script>alert(1)</script><!-- & đ"}
    text = render_script_json(data)
    assert not set("<>&") & set(text)
    assert data == json.loads(text)
