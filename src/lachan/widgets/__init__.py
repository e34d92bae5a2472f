"""Widgets: one item or many, a lesson, practice; graded in Python, shown in the browser."""

from lachan.widgets.lesson_player import LessonPlayer
from lachan.widgets.offline import offline_json
from lachan.widgets.practice import Practice
from lachan.widgets.quiz import Quiz

__all__ = [
    "LessonPlayer",
    "Practice",
    "Quiz",
    "offline_json",
]
