"""Lessons to notebooks and back: built from sources, read again after a teacher edited them."""

from lachan.notebooks.builder import build_notebook, help_markdown
from lachan.notebooks.files import (
    NotebookError,
    fingerprint,
    is_as_written,
    parse_notebook,
    render_notebook,
)
from lachan.notebooks.markdown import WrittenLesson, write_lesson_body
from lachan.notebooks.quiz import build_quiz_notebook
from lachan.notebooks.reader import NotebookBlock, NotebookLesson, Section, read_notebook

__all__ = [
    "NotebookBlock",
    "NotebookError",
    "NotebookLesson",
    "Section",
    "WrittenLesson",
    "build_notebook",
    "build_quiz_notebook",
    "fingerprint",
    "help_markdown",
    "is_as_written",
    "parse_notebook",
    "read_notebook",
    "render_notebook",
    "write_lesson_body",
]
