"""Faults of an export, told without a traceback on the command line."""

from __future__ import annotations

import logging

from nbconvert.utils.exceptions import ConversionException

from lachan.errors import LachanError


class ExportError(LachanError, ConversionException):
    """A notebook that cannot be exported; its text lists every fault with its cell."""


def hide_traceback(logger: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
    """Let nbconvert's log show an `ExportError` by its words instead of by its traceback."""
    target = logger.logger if isinstance(logger, logging.LoggerAdapter) else logger
    if _show_words not in target.filters:
        target.addFilter(_show_words)


def _show_words(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, ExportError):
        record.msg, record.args, record.exc_info = str(error), (), None
    return True
