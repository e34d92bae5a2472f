from lachan.domain.contests.roles import RIGHTS, Right, Role


def test_only_organisers_get_names_as_files_and_whoever_watches_sees_none() -> None:
    assert set(RIGHTS) == set(Role)
    assert [Role.ORGANISER] == [role for role, rights in RIGHTS.items() if Right.DATA in rights]
    assert Right.PEOPLE not in RIGHTS[Role.VIEWER]
    assert RIGHTS[Role.VIEWER] < RIGHTS[Role.INVIGILATOR] < RIGHTS[Role.ORGANISER]
