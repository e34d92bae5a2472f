"""Widgets: one item or many, a lesson, practice; graded in Python, shown in the browser."""

from lachan.widgets.explanation import explanation_json
from lachan.widgets.feedback import feedback_json
from lachan.widgets.lesson_player import LessonPlayer
from lachan.widgets.media import load_media
from lachan.widgets.offline import offline_json
from lachan.widgets.practice import Practice
from lachan.widgets.quiz import Quiz

__all__ = [
    "LessonPlayer",
    "Practice",
    "Quiz",
    "explanation_json",
    "feedback_json",
    "load_media",
    "offline_json",
]
