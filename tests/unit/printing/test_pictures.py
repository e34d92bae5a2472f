from dataclasses import replace

import pytest

from lachan.domain.bodies import SingleChoice
from lachan.domain.items import Media
from lachan.domain.kinds import ItemType
from lachan.domain.rich import text as rt
from lachan.printing import PictureError, find_picture_paths
from lachan.printing.pictures import PictureTray
from support.items import make_item, rich


def test_pictures_are_found_in_texts_options_reasons_and_beside_stems() -> None:
    figure = (rt.Figure("media/b.svg", "b"),)
    item = make_item("x")
    assert isinstance(item.body, SingleChoice)
    choice = replace(item.body.choices[0], reason=(rt.Quote((rt.Figure("media/c.png", "c"),)),))
    item = replace(
        item,
        media=Media("media/a.svg", "a"),
        body=replace(item.body, choices=(choice, *item.body.choices[1:])),
    )
    others = [make_item("y", ItemType.TRUE_FALSE_GROUP), make_item("z", ItemType.SHORT_ANSWER)]
    assert find_picture_paths([figure, rich("chữ")], [item, *others]) == (
        "media/a.svg",
        "media/b.svg",
        "media/c.png",
    )


def test_typst_sees_names_of_our_own_not_the_author_s_paths() -> None:
    tray = PictureTray("x", {"media/a.svg": b"1", "media/đường dẫn.PNG": b"2"})
    assert tray.place("media/đường dẫn.PNG") == "/pictures/1.png"
    assert tray.files == {"pictures/1.png": b"2"}


def test_figures_deep_inside_get_their_name() -> None:
    tray = PictureTray("x", {"media/a.svg": b"1"})
    nested = (rt.BulletList((rt.ListItem((rt.Figure("media/a.svg", "a"),)),)),)
    assert tray.nodes(nested) == [
        {
            "type": "bullet_list",
            "items": [[{"type": "figure", "path": "/pictures/0.svg", "alt": "a"}]],
        }
    ]


def test_formats_that_cannot_be_printed_are_refused() -> None:
    with pytest.raises(PictureError, match=r"a\.pdf không thuộc dạng in được"):
        PictureTray("x", {"a.pdf": b""}).place("a.pdf")
