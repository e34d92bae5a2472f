"""How JSON files are written here: the same value always gives the same bytes."""

from __future__ import annotations

import orjson


def find_other_format(found: object, known: str) -> str:
    """Return in words that a file of this kind was written by another version, "" if it was not.

    Parameters
    ----------
    found
        What the file names as its format, such as ``lachan-items/2``.
    known
        The format that this version reads, such as ``lachan-items/1``.
    """
    family = known.partition("/")[0]
    if found == known or not isinstance(found, str) or found.partition("/")[0] != family:
        return ""
    return (
        f"tệp ghi theo dạng {found}, bản Lá Chắn này chỉ đọc dạng {known}; "
        "hãy dùng bản Lá Chắn đã ghi tệp ấy, hoặc bản mới hơn."
    )


def render_json(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys, two spaces of indent and a newline at the end.

    The bytes are those of ``json.dumps`` with ``ensure_ascii=False``, which takes forty times as
    long for the manifest of a thousand forms.
    """
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(value, option=options)
