"""Lá Chắn: lessons, quizzes and contest papers on the law against trafficking in persons."""

__version__ = "0.1.0"
