"""A blueprint planned from a few wishes can be made, and lands near what was wished."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from lachan.assembly import ShortfallError
from lachan.content import Content
from lachan.content.papers.blueprint_reader import load_blueprint
from lachan.domain.kinds import Band, FormMode, ItemType, Level
from lachan.domain.papers.paper import Rules
from lachan.workflows.papers.plan import (
    PaperWish,
    PartWish,
    PlanError,
    count_supply,
    plan_paper,
    write_plan,
)

TODAY = dt.date(2026, 11, 24)
SINGLE = PartWish(ItemType.SINGLE_CHOICE, 20, Decimal("0.25"))


def wish(*parts: PartWish, band: Band = Band.LOWER_SECONDARY, **more: object) -> PaperWish:
    return PaperWish("Đề thử", band, parts or (SINGLE,), 45, **more)  # type: ignore[arg-type]


def test_levels_and_topics_are_spread_as_wished(real_content: Content) -> None:
    blueprint = plan_paper(real_content, wish(), TODAY)

    (part,) = blueprint.parts
    levels: Counter[Level] = Counter()
    topics: Counter[str] = Counter()
    for cell in part.cells:
        levels[cell.level] += cell.count
        topics[cell.topic] += cell.count
    assert {Level.KNOW: 8, Level.UNDERSTAND: 6, Level.APPLY: 6} == levels
    assert {2, 3, 4} >= set(topics.values())
    assert 7 == len(topics)
    assert Decimal(5) == blueprint.total_points


def test_parts_take_turns_over_the_topics(real_content: Content) -> None:
    one = (PartWish(kind, 2, Decimal(1)) for kind in (ItemType.SINGLE_CHOICE, ItemType.ESSAY))
    blueprint = plan_paper(real_content, wish(*one), TODAY)

    assert 4 == len({cell.topic for part in blueprint.parts for cell in part.cells})


@pytest.mark.parametrize("band", list(Band))
def test_enemies_move_cells_and_never_stop_a_plan(real_content: Content, band: Band) -> None:
    supply = count_supply(real_content, band, TODAY)
    for kind in ItemType:
        most = sum(count for key, count in supply.items() if key[0] is kind)
        if most:
            part = PartWish(kind, max(1, most // 2), Decimal(1))
            blueprint = plan_paper(real_content, wish(part, band=band, form_count=1), TODAY)
            assert part.count == blueprint.parts[0].count


def test_more_than_the_bank_holds_is_told(real_content: Content) -> None:
    with pytest.raises(PlanError, match="cần 199 câu nhiều phương án lựa chọn, ngân hàng chỉ còn"):
        plan_paper(real_content, wish(PartWish(ItemType.SINGLE_CHOICE, 199, Decimal(1))), TODAY)
    rules = Rules(FormMode.DIFFERENT, max_shared=0)
    with pytest.raises(ShortfallError, match="max_shared"):
        plan_paper(real_content, wish(rules=rules), TODAY)


def test_an_unknown_topic_is_told(real_content: Content) -> None:
    with pytest.raises(PlanError, match='không có chủ đề "khong-co" ở cấp thcs'):
        plan_paper(real_content, wish(topics=("khong-co",)), TODAY)


def test_the_file_reads_back_and_is_never_written_over(
    real_content: Content, tmp_path: Path
) -> None:
    blueprint = plan_paper(real_content, wish(), TODAY)
    path = tmp_path / "moi" / "de-thu.yaml"
    write_plan(real_content, blueprint, path)
    written = path.read_bytes()

    assert blueprint == load_blueprint(path)
    assert "# Bạn quen qua mạng" in written.decode()
    with pytest.raises(PlanError, match="không ghi đè"):
        write_plan(real_content, blueprint, path)
    assert written == path.read_bytes()
    with pytest.raises(PlanError, match=r"\.yaml"):
        write_plan(real_content, blueprint, tmp_path / "de-thu.txt")
