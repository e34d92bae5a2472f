"""An integer programme and its solution by HiGHS, the same on every machine.

One thread, no random start, whole coefficients, and a limit on nodes instead of a clock.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from lachan.assembly.faults import SolverLimitError

SOLVER = "HiGHS " + ".".join(
    str(part)
    for part in (
        highspy.HIGHS_VERSION_MAJOR,
        highspy.HIGHS_VERSION_MINOR,
        highspy.HIGHS_VERSION_PATCH,
    )
)
NODE_LIMIT = 100_000

Terms = Iterable[tuple[int, int]]

# Objectives are whole numbers: a bound above the next smaller one proves the best. What lies
# this close below a whole number is that number, blurred by floating point.
_WHOLE_GAP = 0.99
_NEAR = 1e-4

_STOPPED = (
    highspy.HighsModelStatus.kSolutionLimit,
    highspy.HighsModelStatus.kIterationLimit,
)


@dataclass(frozen=True, slots=True)
class Solution:
    """Values of all columns, the objective, a proven bound below it, and the nodes searched."""

    values: tuple[int, ...]
    objective: int
    bound: int
    nodes: int


class _QuietHighs(highspy.Highs):
    """HiGHS that never writes: its constructor prints a banner before options can be set."""

    def enableCallbacks(self) -> None:  # noqa: N802 (HiGHS's own name)
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Programme:
    """Whole-number columns from 0 up, rows with limits on both sides, a sum to minimise."""

    def __init__(self) -> None:
        self._upper: list[float] = []
        self._cost: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._starts = [0]
        self._columns: list[int] = []
        self._coefficients: list[float] = []

    def add_column(self, cost: int = 0, upper: float = 1) -> int:
        """Return the index of a new column between 0 and `upper`."""
        self._upper.append(upper)
        self._cost.append(cost)
        return len(self._upper) - 1

    def set_cost(self, column: int, cost: int) -> None:
        """Set what one unit of a column adds to the objective."""
        self._cost[column] = cost

    def add_row(self, terms: Terms, low: float = -math.inf, high: float = math.inf) -> None:
        """Hold the sum of coefficient × column between `low` and `high`."""
        for column, coefficient in terms:
            self._columns.append(column)
            self._coefficients.append(coefficient)
        self._starts.append(len(self._columns))
        self._low.append(low)
        self._high.append(high)

    def solve(
        self, *, start: Sequence[int] = (), relative_gap: float = 0.0, nodes: int = NODE_LIMIT
    ) -> Solution | None:
        """Return the best solution found, or None where the rows contradict each other.

        Parameters
        ----------
        start
            Values of the columns, if a solution is known.
        relative_gap
            How close to the bound is close enough.
        nodes
            When to stop searching.

        Raises
        ------
        SolverLimitError
            If the limit is reached before anything is found.
        """
        if not self._upper:  # HiGHS takes rows without columns as met
            return None if any(low > 0 for low in self._low) else Solution((), 0, 0, 0)
        highs = _QuietHighs()  # type: ignore[no-untyped-call]
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("random_seed", 0)
        highs.setOptionValue("mip_rel_gap", relative_gap)
        highs.setOptionValue("mip_abs_gap", _WHOLE_GAP)
        highs.setOptionValue("mip_max_nodes", nodes)
        highs.passModel(self._model())
        if start:
            known = highspy.HighsSolution()
            known.col_value = [float(value) for value in start]
            highs.setSolution(known)
        highs.run()
        return self._read(highs)

    def improve(self, start: Sequence[int], *, nodes: int) -> Solution:
        """Return the best solution found from one that is known.

        Raises
        ------
        ValueError
            If `start` is none: the rows contradict each other.
        """
        solution = self.solve(start=start, nodes=nodes)
        if solution is None:
            raise ValueError("a start is given where the rows contradict each other")
        return solution

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        columns = len(self._upper)
        model.num_col_, model.num_row_ = columns, len(self._low)
        model.col_cost_ = np.array(self._cost, dtype=np.float64)
        model.col_lower_ = np.zeros(columns)
        model.col_upper_ = np.array(self._upper, dtype=np.float64)
        model.row_lower_ = np.array(self._low, dtype=np.float64)
        model.row_upper_ = np.array(self._high, dtype=np.float64)
        model.integrality_ = [highspy.HighsVarType.kInteger] * columns
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._coefficients, dtype=np.float64)
        return model

    def _read(self, highs: highspy.Highs) -> Solution | None:
        status, info = highs.getModelStatus(), highs.getInfo()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        solved = status == highspy.HighsModelStatus.kOptimal
        found = (
            status in _STOPPED and info.primal_solution_status == highspy.kSolutionStatusFeasible
        )
        if not solved and not found:
            raise SolverLimitError(
                "Bộ giải không chọn được câu hỏi cho ma trận "
                f"({highs.modelStatusToString(status)}). Hãy giảm số cặp câu loại trừ nhau "
                "(enemies) hoặc chia ma trận thành các ô nhỏ hơn rồi thử lại."
            )
        values = tuple(round(value) for value in highs.getSolution().col_value)
        objective = sum(round(c) * v for c, v in zip(self._cost, values, strict=True))
        bound = info.mip_dual_bound
        if not math.isfinite(bound):
            bound = sum(min(0.0, c * u) for c, u in zip(self._cost, self._upper, strict=True))
        return Solution(
            values=values,
            objective=objective,
            bound=min(objective, math.ceil(bound - _NEAR)),
            nodes=max(0, int(info.mip_node_count)),
        )
