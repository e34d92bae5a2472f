"""The coverage map as a page to read: provisions, and the programme by grade and subject."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from lachan.checks.coverage import Coverage
from lachan.checks.programme_map import ProgrammeMap
from lachan.domain.kinds import Level
from lachan.domain.names import BAND_NAMES, LEVEL_NAMES


def render_coverage(coverage: Coverage, programme: ProgrammeMap) -> str:
    """Return one HTML file without scripts; nothing in it is loaded from anywhere."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    source = (files("lachan.workflows.content") / "coverage.html.j2").read_text(encoding="utf-8")
    bands = list(dict.fromkeys(row.band for row in coverage.rows))
    return environment.from_string(source).render(
        coverage=coverage,
        programme=programme,
        bands=[(BAND_NAMES[band], [r for r in coverage.rows if r.band is band]) for band in bands],
        levels=list(Level),
        level_names=LEVEL_NAMES,
        band_names=BAND_NAMES,
    )
