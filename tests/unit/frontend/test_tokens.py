"""One set of tokens: the same on pages and in widgets, all defined, all readable."""

import itertools
import re
from pathlib import Path

import pytest

import lachan.frontend
from lachan.frontend import load_styles

FOLDER = Path(lachan.frontend.__file__).parent
STATIC = Path("voila_apps/template/voila/templates/lachan/static")
# What stands on what, wherever it does.
TEXTS = {
    "page": ("ink", "ink-soft", "primary", "primary-dark"),
    "card": ("ink", "ink-soft", "primary", "primary-dark", "accent", "right", "wrong"),
    "primary-pale": ("ink", "ink-soft", "primary", "primary-dark"),
    "accent-pale": ("ink", "accent", "primary", "primary-dark"),
    "right-pale": ("right",),
    "wrong-pale": ("wrong",),
    "primary": ("on-primary",),
    "primary-dark": ("on-primary",),
    "accent": ("on-accent",),
    "right": ("on-mark",),
    "wrong": ("on-mark",),
    "ink-soft": ("card",),
    "ink": ("page",),
}
# Edges of controls and the ring of the focus: 3:1 (WCAG 2.2, 1.4.11).
EDGES = {
    "card": ("line-strong", "primary", "focus"),
    "page": ("line-strong", "primary", "focus"),
}
SCHEMES = list(itertools.product(("light", "dark"), ("usual", "more")))


def read_palette(scheme: str, contrast: str) -> dict[str, str]:
    """Return the colours of a scheme, as the cascade of tokens.css gives them."""
    sheet = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    parts = re.split(r"^@media ([^{]*)\{", sheet, flags=re.MULTILINE)
    palette = find_colours(parts[0])
    for condition, rules in zip(parts[1::2], parts[2::2], strict=True):
        is_meant = ("dark" not in condition or scheme == "dark") and (
            "more" not in condition or contrast == "more"
        )
        if is_meant:
            palette |= find_colours(rules)
    return palette


def find_colours(rules: str) -> dict[str, str]:
    return dict(re.findall(r"--lc-([\w-]+): (#[0-9a-f]{6});", rules))


def contrast_of(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(("scheme", "contrast"), SCHEMES)
def test_text_can_be_read_on_its_ground(scheme: str, contrast: str) -> None:
    palette = read_palette(scheme, contrast)
    least = 4.5 if contrast == "usual" else 7
    faint = {
        f"{text} on {ground}": round(contrast_of(palette[text], palette[ground]), 2)
        for ground, texts in TEXTS.items()
        for text in texts
        if contrast_of(palette[text], palette[ground]) < least
    }
    assert {} == faint


@pytest.mark.parametrize(("scheme", "contrast"), SCHEMES)
def test_edges_and_the_focus_can_be_seen(scheme: str, contrast: str) -> None:
    palette = read_palette(scheme, contrast)
    faint = {
        f"{edge} on {ground}"
        for ground, edges in EDGES.items()
        for edge in edges
        if contrast_of(palette[edge], palette[ground]) < 3
    }
    assert set() == faint


def test_pages_and_widgets_have_the_same_tokens(repository: Path) -> None:
    of_pages = (repository / STATIC / "tokens.css").read_bytes()
    assert (FOLDER / "shared" / "tokens.css").read_bytes() == of_pages


def test_every_variable_is_defined(repository: Path) -> None:
    sheets = [*FOLDER.rglob("*.css"), *(repository / STATIC).glob("*.css")]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--(?:lc|site)-[\w-]+)\)", text))
    defined = set(re.findall(r"^\s*(--(?:lc|site)-[\w-]+):", text, re.MULTILINE))
    assert set() == used - defined


def test_only_the_tokens_name_colours(repository: Path) -> None:
    sheets = [*FOLDER.rglob("*.css"), repository / STATIC / "lachan.css"]
    # Black where the projector goes dark, white behind drawings and codes made for paper.
    named = {
        sheet.name: colours - {"#000000", "#ffffff", "#fff"}
        for sheet in sheets
        if (colours := set(re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", sheet.read_text("utf-8"))))
    }
    named.pop("tokens.css")
    assert {name: set() for name in named} == named


def test_widgets_bring_their_tokens() -> None:
    assert load_styles("items/quiz").startswith("/* Design tokens")
