"""Widgets: one item or many, a lesson, practice; graded in Python, shown in the browser."""

from lachan.widgets.lessons.player import LessonPlayer
from lachan.widgets.practice.practice import Practice
from lachan.widgets.quiz import Quiz

__all__ = [
    "LessonPlayer",
    "Practice",
    "Quiz",
]
