"""docs/safety.md and docs/problems.md tell each safety rule as the rule tells itself."""

from __future__ import annotations

from pathlib import Path

from lachan.checks.passages import Voice
from lachan.checks.safety import SafetyRule, safety_rules
from lachan.domain.kinds import Band
from lachan.domain.names import BAND_NAMES

VOICE_NAMES = {
    Voice.VOUCHED: "lời của bài",
    Voice.WRONG: "phương án, ý sai",
    Voice.TEACHER: "ghi chú giáo viên",
}


def render_section(rule: SafetyRule) -> str:
    """Return the part of docs/safety.md on one rule."""
    bands = ", ".join(BAND_NAMES[band] for band in Band if band in rule.bands)
    voices = ", ".join(VOICE_NAMES[voice] for voice in Voice if voice in rule.voices)
    return "\n".join(
        (
            f"### {rule.code}: {rule.title}",
            "",
            rule.why,
            "",
            f"- Không viết: *{rule.bad}*",
            f"- Viết được: *{rule.good}*",
            f"- Áp dụng: {bands}; {voices}.",
            f"- Nguồn: {rule.source}.",
        )
    )


def test_the_page_tells_every_rule(repository: Path) -> None:
    page = (repository / "docs/safety.md").read_text("utf-8")
    told = page.partition("\n### ")[2]

    assert "\n\n".join(map(render_section, safety_rules())) + "\n" == f"### {told}"


def test_the_list_of_codes_names_every_rule(repository: Path) -> None:
    lines = (repository / "docs/problems.md").read_text("utf-8").split("\n")

    told = [line for line in lines if line.startswith("| `SF0") and "SF090" not in line]

    assert [
        f"| `{r.code}` | {r.title[0].lower()}{r.title[1:]} | lỗi |" for r in safety_rules()
    ] == told
