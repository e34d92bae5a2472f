"""How a thing is held: so that it is seen."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import Held, Pose, Shot
from lachan.drawing.poses import POSES, stance_of

SMALL = (Held.PEN, Held.CUP, Held.CARD, Held.PHONE, Held.MONEY, Held.BOWL, Held.TICKET, Held.PAPER)
AT_REST = (Pose.STANDING, Pose.SITTING, Pose.WALKING, Pose.FLOOR, Pose.KNEEL, Pose.POINTING)


@pytest.mark.parametrize("holds", SMALL)
@pytest.mark.parametrize("pose", AT_REST)
def test_a_small_thing_is_held_up_before_the_chest(pose: Pose, holds: Held) -> None:
    stance = stance_of(pose, holds, Shot.MIDDLE)

    arm = stance.near if stance.holder == "near" else stance.far
    assert ("hold", True) == (arm.reach, arm.front)


@pytest.mark.parametrize("holds", [Held.GIFT, Held.BOX])
def test_a_box_is_held_in_both_hands(holds: Held) -> None:
    stance = stance_of(Pose.STANDING, holds, Shot.CLOSE)

    assert ("both", "both", "both") == (stance.holder, stance.near.reach, stance.far.reach)


@pytest.mark.parametrize("holds", [Held.BAG, Held.BASKET, Held.HELMET, Held.BROOM])
def test_what_hangs_hangs_before_the_body(holds: Held) -> None:
    assert stance_of(Pose.STANDING, holds, Shot.MIDDLE).far.front


@pytest.mark.parametrize("pose", [Pose.GIVING, Pose.CALL, Pose.WRITING, Pose.HUG_BAG])
def test_a_pose_with_a_thing_of_its_own_keeps_it(pose: Pose) -> None:
    assert POSES[pose] == stance_of(pose, Held.PHONE, Shot.MIDDLE)


@pytest.mark.parametrize("pose", [Pose.POINTING, Pose.WAVING, Pose.STOP, Pose.RAISE, Pose.GIVING])
def test_close_by_no_arm_leaves_the_picture(pose: Pose) -> None:
    far, near_by = POSES[pose].far, stance_of(pose, Held.NOTHING, Shot.CLOSE).far

    assert far.hand == near_by.hand
    assert near_by.reach.endswith("-near")


@pytest.mark.parametrize("pose", Pose)
def test_empty_hands_leave_a_pose_as_it_is(pose: Pose) -> None:
    assert POSES[pose] == stance_of(pose, Held.NOTHING, Shot.WIDE)
