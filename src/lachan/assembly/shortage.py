"""Why no choice of items meets a blueprint: the least that is missing, and what binds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lachan.assembly.candidates import CellKey, fills_of, fits
from lachan.assembly.faults import (
    AssemblyError,
    EnemyError,
    IncludeError,
    Shortfall,
    ShortfallError,
)
from lachan.assembly.task import Binding, SetsModel, Task
from lachan.domain.items import Item
from lachan.domain.kinds import Status
from lachan.domain.papers.paper import Blueprint

EXPLAIN_NODES = 20_000


def check_includes(task: Task, bank: Sequence[Item]) -> None:
    """Raise `IncludeError` naming every included item that is not a candidate, and why."""
    known = {item.id: item for item in bank}
    lost = [
        f"{item_id} ({_why_not(known.get(item_id), task.blueprint)})"
        for item_id in task.blueprint.rules.include
        if item_id not in task.slots_of_item
    ]
    if lost:
        raise IncludeError(
            f"Ma trận “{task.blueprint.title}” đòi những câu không đưa vào đề được: "
            f"{'; '.join(lost)}. Hãy sửa include trong rules, hoặc thêm ô cho câu đó."
        )


def explain(task: Task, bank: Sequence[Item]) -> AssemblyError:
    """Return the fault of a task that cannot be done: every cell that goes short, and why."""
    title, band = task.blueprint.title, task.blueprint.band
    missing = _missing(task)
    causes = [
        binding
        for binding in _present(task)
        if _missing(_without(task, bank, binding), without={binding}) == {}
    ]
    if not missing:
        return AssemblyError(
            f"Các câu trong include của ma trận “{title}” không đi cùng nhau được: có câu loại "
            "trừ nhau (enemies), hoặc nhiều hơn số câu của ô. Hãy bớt câu trong include."
        )
    shortfalls = _shortfalls(task, bank, missing)
    told = [_CAUSES[binding] for binding in causes if binding is not Binding.ENEMIES]
    if Binding.ENEMIES in causes:
        return EnemyError(title, band, shortfalls, _binding_pairs(task), told)
    return ShortfallError(title, band, shortfalls, told)


_CAUSES = {
    Binding.GROUPS: "các câu cùng nhóm (group) phải đi đủ với nhau",
    Binding.INCLUDE: "những câu bắt buộc (include) chiếm chỗ",
    Binding.EXPOSURE: "mỗi câu chỉ được dùng lại có hạn giữa các bộ câu "
    "(max_exposure, max_shared); bớt số bộ câu bằng base_forms cũng được",
    Binding.EXCLUSION: "nhiều câu bị loại (exclude) hoặc đã dùng ở đề trước (previous)",
}


def _missing(task: Task, without: Collection[Binding] = ()) -> dict[int, int] | None:
    """Return the least missing in each cell (index of demand → count); None if hopeless."""
    limits = task.limits(None)
    if Binding.EXPOSURE in without:
        limits = dict.fromkeys(limits, task.base_count)
    model = SetsModel(task, task.base_count, limits, without=without, slack=True)
    solution = model.programme.solve(nodes=EXPLAIN_NODES)
    if solution is None:
        return None
    counts = {
        number: sum(solution.values[column] for column in columns)
        for number, columns in model.slack_columns.items()
    }
    return {number: count for number, count in counts.items() if count}


def _present(task: Task) -> list[Binding]:
    """Return the rules that this task has at all."""
    rules = task.blueprint.rules
    there = {
        Binding.ENEMIES: bool(task.enemy_pairs),
        Binding.GROUPS: any(slot.item.group for slot in task.slots),
        Binding.INCLUDE: bool(rules.include),
        Binding.EXPOSURE: task.most_exposure < task.base_count,
        Binding.EXCLUSION: bool(rules.exclude or rules.previous),
    }
    return [binding for binding, present in there.items() if present]


def _without(task: Task, bank: Sequence[Item], binding: Binding) -> Task:
    """Return the task with more candidates, where the rule keeps some away."""
    if binding is Binding.EXCLUSION:
        rules = replace(task.blueprint.rules, exclude=(), previous=())
        return Task.of(replace(task.blueprint, rules=rules), bank, task.base_count)
    if binding is Binding.GROUPS:
        alone = [replace(item, group="") for item in bank]
        return Task.of(task.blueprint, alone, task.base_count)
    return task


def _shortfalls(task: Task, bank: Sequence[Item], missing: Mapping[int, int]) -> list[Shortfall]:
    """Return the cells that go short; cells of parts of one type are one cell here."""
    short: dict[tuple[str, CellKey], Shortfall] = {}
    for number, (part_index, cell, count, fills) in enumerate(task.demands):
        part = task.blueprint.parts[part_index]
        drafts = [
            item
            for item in bank
            if item.status is Status.DRAFT
            and fits(item, task.blueprint, part)
            and cell in fills_of(item, part)
        ]
        found = Shortfall(
            part.type,
            *cell,
            wanted=count * task.base_count,
            available=sum(fills.values()),
            missing=missing.get(number, 0),
            drafts=len(drafts),
        )
        same = short.get((part.type, cell))
        short[part.type, cell] = _joined(same, found) if same else found
    return [each for each in short.values() if each.missing]


def _joined(first: Shortfall, second: Shortfall) -> Shortfall:
    return replace(
        first,
        wanted=first.wanted + second.wanted,
        available=max(first.available, second.available),
        missing=first.missing + second.missing,
    )


def _binding_pairs(task: Task) -> list[tuple[str, str]]:
    """Return a smallest set of pairs without which the cells could be filled."""
    model = SetsModel(task, task.base_count, task.limits(None), without={Binding.ENEMIES})
    programme = model.programme
    broken: dict[int, tuple[str, str]] = {}
    for pair in task.enemy_pairs:
        together = programme.add_column(cost=1)
        broken[together] = pair
        for base in range(task.base_count):
            both = [*model.columns_of(base, pair[0]), *model.columns_of(base, pair[1])]
            programme.add_row([*((column, 1) for column in both), (together, -1)], high=1)
    solution = programme.solve(nodes=EXPLAIN_NODES)
    values = solution.values if solution else ()
    return [pair for column, pair in broken.items() if values and values[column]]


def _why_not(item: Item | None, blueprint: Blueprint) -> str:
    rules = blueprint.rules
    if item is None:
        return "không có trong ngân hàng, hoặc điều luật của câu không có hiệu lực vào ngày thi"
    if item.status is Status.DRAFT:
        return "còn là bản nháp"
    if item.id in (*rules.exclude, *rules.previous):
        return "đồng thời bị loại bởi exclude hoặc previous"
    if not any(fits(item, blueprint, part) for part in blueprint.parts):
        return "không vào ô nào của ma trận"
    return "thiếu câu cùng nhóm (group)"
