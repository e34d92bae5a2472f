"""Pieces of HTML that apps share. Content passes through `escape`, always."""

from __future__ import annotations

from html import escape

from lachan.content import Content
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES, grades_label

# Drawn for this project on a 24 × 24 grid.
ICONS = {
    "book": '<path d="M3 5.5c3-1.2 6-1 9 1 3-2 6-2.2 9-1v13c-3-1.2-6-1-9 1-3-2-6-2.2-9-1z"/>'
    '<path d="M12 6.5v13"/>',
    "law": '<path d="M12 4v16M7.5 20h9M5 6.500h14"/>'
    '<path d="M5 6.5 2.5 13a2.7 2.7 0 0 0 5 0zM19 6.5 16.5 13a2.7 2.7 0 0 0 5 0z"/>',
    "target": '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.8 2.8L16 9.5"/>',
    "trophy": '<path d="M7 4h10v5a5 5 0 0 1-10 0zM12 14v4M8.5 20h7"/>'
    '<path d="M7 6H3.500c0 3 1.500 5 3.800 5.200M17 6h3.500c0 3-1.500 5-3.800 5.200"/>',
    "people": '<circle cx="8.5" cy="8" r="3.5"/><path d="M2 20c.5-4 3-6 6.5-6s6 2 6.5 6"/>'
    '<path d="M15.5 4.8a3.5 3.5 0 0 1 0 6.400M18 14.5c2.300.8 3.600 2.700 4 5.500"/>',
}


def render_icon(name: str) -> str:
    """Return an icon as inline SVG, hidden from screen readers: words always stand beside it."""
    return (
        '<svg class="site-card-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f"{ICONS[name]}</svg>"
    )


def render_help(content: Content) -> str:
    """Return the help block: numbers to call, places to go, the school's own contacts."""
    lines = "".join(map(_render_hotline, content.hotlines))
    places = "".join(map(_render_place, content.places))
    contacts = "".join(f"<li>{escape(contact)}</li>" for contact in content.settings.contacts)
    local = f"<h3>Ở gần đây</h3><ul>{contacts}</ul>" if contacts else ""
    return (
        '<section class="site-help" aria-labelledby="can-giup">'
        '<h2 id="can-giup">Cần giúp đỡ</h2>'
        "<p>Có điều gì đáng lo thì không phải chịu một mình. "
        "Gọi một số dưới đây, hoặc nói với người mình tin.</p>"
        f'<ul class="site-help-lines">{lines}</ul>'
        f'<h3>Nơi đến, người để nói</h3><ul class="site-help-lines">{places}</ul>{local}</section>'
    )


def _render_hotline(line: Hotline) -> str:
    dial = "".join(char for char in line.number if char.isdigit() or char == "+")
    facts = " · ".join(part for part in (line.hours, "miễn phí" if line.free else "") if part)
    return (
        f'<li><a class="site-help-call" href="tel:{escape(dial)}">{escape(line.number)}</a>'
        f'<p class="site-help-name">{escape(line.name)}</p><p>{escape(line.when)}</p>'
        f"<p>{escape(facts)}</p></li>"
    )


def _render_place(place: HelpPlace) -> str:
    return f'<li><p class="site-help-name">{escape(place.name)}</p><p>{escape(place.when)}</p></li>'


def describe_lesson(lesson: Lesson) -> str:
    """Return who a lesson is for and how long it takes ("Trung học cơ sở · lớp 6–9 · 45 phút")."""
    time = f"{lesson.minutes} phút"
    if lesson.periods > 1:
        time = f"{lesson.periods} tiết, {time}"
    return " · ".join(
        part for part in (BAND_NAMES[lesson.band], grades_label(lesson.grades), time) if part
    )
