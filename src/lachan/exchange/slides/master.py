"""An empty presentation in our design: 16:9, a master, and a layout for each look.

The parts are those of python-pptx's own empty file, with our words in place of what they hold: it
knows their names and how they hang together.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as PresentationFile
from pptx.slide import SlideLayout
from pptx.util import Pt

from lachan.exchange.slides import design
from lachan.exchange.slides.design import BAND, BODY, FOOT, NUMBER, TITLE, Box, Look
from lachan.exchange.slides.text import XML_NAMES

_UNUSED = (RT.PRINTER_SETTINGS, RT.THUMBNAIL)
_DEPTHS = 5
_COLOURS = {
    "dk1": design.INK,
    "lt1": design.WHITE,
    "dk2": design.PRIMARY_DARK,
    "lt2": design.PAGE,
    "accent1": design.PRIMARY,
    "accent2": design.ACCENT,
    "accent3": design.RIGHT,
    "accent4": design.INK_SOFT,
    "accent5": design.PRIMARY_DARK,
    "accent6": design.LINE,
    "hlink": design.PRIMARY,
    "folHlink": design.PRIMARY_DARK,
}


def new_presentation(title: str, *, day: dt.date) -> PresentationFile:
    """Return a presentation without slides.

    Parameters
    ----------
    title
        The title in the file's properties.
    day
        When it says it was made: a day that the content depends on, never the clock's.
    """
    show = Presentation()
    show.slide_width, show.slide_height = Pt(design.WIDTH), Pt(design.HEIGHT)
    show.element.sldSz.attrib.pop("type", None)
    _drop_unused(show)
    _tell_program(show)
    _set_master(show)
    layouts = list(show.slide_layouts)
    for layout, look in zip(layouts, Look, strict=False):
        _set_layout(layout, look)
    for layout in layouts[len(Look) :]:
        show.slide_layouts.remove(layout)
    for default in show.element.iter("{*}defRPr"):
        default.set("lang", design.LANGUAGE)
    core = show.core_properties
    core.title = title
    core.author = core.last_modified_by = "Lá Chắn"
    core.created = core.modified = dt.datetime.combine(day, dt.time())
    core.language = design.LANGUAGE
    core.keywords = core.subject = core.comments = ""
    core.revision = 1
    return show


def layout_of(show: PresentationFile, look: Look) -> SlideLayout:
    """Return the layout of a look."""
    return show.slide_layouts[list(Look).index(look)]


def _drop_unused(show: PresentationFile) -> None:
    """Take out the little picture and the printer of the file that ours begins as."""
    for rels in (show.part.rels, show.part.package._rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _UNUSED]:
            rels.pop(key)


def _tell_program(show: PresentationFile) -> None:
    """Put our name where the empty file tells of the program, and of slides, that it came from."""
    about = show.part.package.part_related_by(RT.EXTENDED_PROPERTIES)
    about._blob = (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Lá Chắn</Application></Properties>"
    ).encode()


def _set_master(show: PresentationFile) -> None:
    master = show.slide_master
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = _with_our_theme(theme.blob.decode()).encode()
    shapes = _tree(_master_shapes())
    master.element.cSld.getparent().replace(
        master.element.cSld,
        parse_xml(f"<p:cSld {XML_NAMES}>{_ground(design.WHITE)}{shapes}</p:cSld>"),
    )
    styles = master.element.find("{*}txStyles")
    styles.getparent().replace(styles, parse_xml(_text_styles()))


def _with_our_theme(theme: str) -> str:
    """Put our colours and our font into a theme; its other fonts go, Vietnamese ones among them."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    face = f'<a:latin typeface="{design.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    for part, inner in (("clrScheme", colours), ("fontScheme", fonts)):
        whole = re.compile(f"<a:{part} .*?</a:{part}>", re.DOTALL)
        theme, _ = whole.subn(f'<a:{part} name="Lá Chắn">{inner}</a:{part}>', theme)
    return theme.replace('name="Office Theme"', 'name="Lá Chắn"')


def _set_layout(layout: SlideLayout, look: Look) -> None:
    cover = look is Look.COVER
    element = layout.element
    element.attrib.pop("type", None)
    element.set("userDrawn", "1")
    shapes = _tree(_layout_shapes(look, cover))
    name = escape(look.layout, {'"': "&quot;"})
    new = f'<p:cSld {XML_NAMES} name="{name}">{_ground(look.ground)}{shapes}</p:cSld>'
    element.cSld.getparent().replace(element.cSld, parse_xml(new))


def _master_shapes() -> Iterator[str]:
    yield _placeholder(2, "Tiêu đề", 'type="title"', TITLE, "Tiêu đề", anchor="ctr")
    yield _placeholder(3, "Nội dung", 'type="body" idx="1"', BODY, "Nội dung")
    yield _placeholder(4, "Chân trang", 'type="ftr" sz="quarter" idx="3"', FOOT, "", anchor="ctr")
    yield _placeholder(
        5, "Số trang", 'type="sldNum" sz="quarter" idx="4"', NUMBER, "#", anchor="ctr", align="r"
    )


def _layout_shapes(look: Look, cover: bool) -> Iterator[str]:
    # Drawn first, so that it lies below; it says nothing, and is told to nobody.
    side = Box(0, 0, BODY.left - 12, design.HEIGHT) if cover else BAND
    yield _band(side, look.band)
    kind = 'type="ctrTitle"' if cover else 'type="title"'
    body = 'type="subTitle" idx="1"' if cover else 'type="body" idx="1"'
    title_box, body_box = (design.COVER_TITLE, design.COVER_BODY) if cover else (None, None)
    anchor = "b" if cover else "ctr"
    yield _placeholder(2, "Tiêu đề", kind, title_box, "Tiêu đề", anchor=anchor)
    yield _placeholder(3, "Nội dung", body, body_box, "Nội dung")
    yield _placeholder(4, "Chân trang", 'type="ftr" sz="quarter" idx="10"', None, "")
    yield _placeholder(5, "Số trang", 'type="sldNum" sz="quarter" idx="11"', None, "#")


def _placeholder(
    number: int,
    name: str,
    kind: str,
    box: Box | None,
    words: str,
    *,
    anchor: str = "t",
    align: str = "l",
) -> str:
    place = "" if box is None else f'{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    body = "<a:bodyPr/>" if box is None else _body(anchor)
    run = f'<a:r><a:rPr lang="{design.LANGUAGE}"/><a:t>{words}</a:t></a:r>'
    if words == "#":
        run = number_field()
    small = ""
    if box in (FOOT, NUMBER):
        small = (
            f'<a:lvl1pPr marL="0" indent="0" algn="{align}">'
            '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
            f"{_default_run(design.SMALLEST, design.INK_SOFT, 'mn')}</a:lvl1pPr>"
        )
    if "subTitle" in kind:
        small = '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{small}</a:lstStyle><a:p>{run if words else ''}"
        f'<a:endParaRPr lang="{design.LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def number_field(style: str = f'<a:rPr lang="{design.LANGUAGE}"/>') -> str:
    """Return the field that shows a slide's number, which Office counts itself, in a style."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{style}<a:t>‹#›</a:t></a:fld>"
    )


def _body(anchor: str) -> str:
    # No room around the words: what is measured is what there is.
    return (
        '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
    )


def _band(box: Box, colour: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Dải màu"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{design.LANGUAGE}"/></a:p>'
        "</p:txBody></p:sp>"
    )


def _xfrm(box: Box) -> str:
    left, top, width, height = (Pt(each) for each in (box.left, box.top, box.width, box.height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _ground(colour: str) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _tree(shapes: Iterator[str]) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{''.join(shapes)}</p:spTree>"
    )


def _text_styles() -> str:
    depths = "".join(_body_depth(depth) for depth in range(1, _DEPTHS + 1))
    return (
        f"<p:txStyles {XML_NAMES}><p:titleStyle>"
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f"{_default_run(design.TITLE_SIZES[0], design.PRIMARY_DARK, 'mj', bold=True)}</a:lvl1pPr>"
        f"</p:titleStyle><p:bodyStyle>{depths}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )


def _body_depth(depth: int) -> str:
    size = design.SMALLEST
    indent = Pt(design.INDENT * size)
    return (
        f'<a:lvl{depth}pPr marL="{indent * depth}" indent="-{indent}" algn="l">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(size * design.GAP * 100)}"/></a:spcBef>'
        f'<a:buClr><a:srgbClr val="{design.PRIMARY}"/></a:buClr>'
        f'<a:buFont typeface="{design.FONT}"/><a:buChar char="•"/>'
        f"{_default_run(size, design.INK, 'mn')}</a:lvl{depth}pPr>"
    )


def _default_run(size: float, colour: str, font: str, *, bold: bool = False) -> str:
    faces = "".join(f'<a:{kind} typeface="+{font}-{code}"/>' for kind, code in _FACES)
    return (
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{faces}</a:defRPr>'
    )


_FACES = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
