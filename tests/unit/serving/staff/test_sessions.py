from __future__ import annotations

from lachan.domain.contests.roles import Role
from lachan.limits.doors import MOST_SESSIONS, SESSION
from lachan.serving.staff.sessions import StaffSessions


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


def test_a_session_is_known_by_its_name_alone() -> None:
    sessions = StaffSessions(Clock())
    name = sessions.open(Role.VIEWER)
    found = sessions.find(name)
    assert found is not None
    assert found.role is Role.VIEWER
    assert [sessions.find(each) for each in ("", name[:-1], f"{name}x")] == [None] * 3
    assert len({sessions.open(Role.VIEWER) for _ in range(50)}) == 50


def test_a_closed_session_is_gone_for_every_copy_and_tells_its_kernels() -> None:
    sessions = StaffSessions(Clock())
    name, other = sessions.open(Role.ORGANISER), sessions.open(Role.ORGANISER)
    session = sessions.find(name)
    assert session is not None
    session.kernels.update(("a", "b"))
    assert sessions.close(name) == {"a", "b"}
    assert sessions.find(name) is None
    assert sessions.close(name) == frozenset()
    assert sessions.find(other) is not None


def test_all_sessions_of_a_role_end_together() -> None:
    sessions = StaffSessions(Clock())
    teachers = [sessions.open(Role.ORGANISER) for _ in range(2)]
    viewer = sessions.open(Role.VIEWER)
    for name, kernel in zip((*teachers, viewer), "abc", strict=True):
        found = sessions.find(name)
        assert found is not None
        found.kernels.add(kernel)
    assert sessions.close_all(Role.ORGANISER) == {"a", "b"}
    assert [sessions.find(each) for each in teachers] == [None, None]
    assert sessions.find(viewer) is not None
    assert sessions.close_all(Role.ORGANISER) == frozenset()


def test_a_session_ends_after_a_day_at_school() -> None:
    clock = Clock()
    sessions = StaffSessions(clock)
    name = sessions.open(Role.ORGANISER)
    clock.now += SESSION.value
    assert sessions.find(name) is not None
    clock.now += 1
    assert sessions.find(name) is None


def test_the_oldest_of_too_many_ends() -> None:
    sessions = StaffSessions(Clock())
    first, *rest = [sessions.open(Role.VIEWER) for _ in range(MOST_SESSIONS.value + 1)]
    assert sessions.find(first) is None
    assert None not in [sessions.find(name) for name in rest]
