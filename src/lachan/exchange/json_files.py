"""How JSON files are written and read here: the same value always gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson

from lachan.errors import LachanError


class CodecError(LachanError):
    """Data that was not written here; it says in which field, what was expected and found."""


class OtherFormatError(LachanError):
    """A file of the right kind, written by another version."""


def render_json(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys, two spaces of indent and a newline at the end.

    The bytes are those of ``json.dumps`` with ``ensure_ascii=False``, which takes forty times as
    long for the manifest of a thousand forms.
    """
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(value, option=options)


def parse_document(data: str | bytes, known: str) -> dict[str, Any]:
    """Return the JSON object in a file that names its format.

    Parameters
    ----------
    known
        The format that this version reads, such as ``lachan-items/1``.

    Raises
    ------
    CodecError
        If it is no such file.
    OtherFormatError
        If another version wrote it.
    """
    try:
        raw = json.loads(data)
    except json.JSONDecodeError as error:
        place = f"dòng {error.lineno}, cột {error.colno}"
        raise CodecError(f"không phải JSON đọc được: {place}") from error
    except (ValueError, RecursionError) as error:
        why = "không phải chữ UTF-8" if isinstance(error, UnicodeError) else "lồng nhau quá sâu"
        raise CodecError(f"không phải JSON đọc được: {why}") from error
    found = raw.get("format") if isinstance(raw, dict) else None
    if found == known:
        document: dict[str, Any] = raw
        return document
    if isinstance(found, str) and found.partition("/")[0] == known.partition("/")[0]:
        raise OtherFormatError(
            f"tệp ghi theo dạng {found}, bản Lá Chắn này chỉ đọc dạng {known}; "
            "hãy dùng bản Lá Chắn đã ghi tệp ấy, hoặc bản mới hơn."
        )
    raise CodecError(f'format: cần "{known}"; thấy {found!r:.80}')


@contextmanager
def reading(name: str, known: str, error_class: type[LachanError], advice: str) -> Iterator[None]:
    """Turn what is wrong with a file into an error that names it and says what to do.

    Parameters
    ----------
    name
        What is read, as the message calls it.
    known
        Its format.
    error_class
        What is raised.
    advice
        What to do with a file that was never of this format, in Vietnamese.
    """
    try:
        yield
    except OtherFormatError as error:
        raise error_class(f"{name}: {error}") from error
    # Besides what a codec finds: half a surrogate pair, or a number that no file can hold.
    except (CodecError, ValueError, TypeError) as error:
        raise error_class(f"{name}: không đúng dạng {known} ({error}); {advice}") from error
