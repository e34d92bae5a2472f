"""Tables of what the kit holds and of how a class answered, as pandas data frames."""

from lachan.analysis.classes import misconceptions_table, questions_table, rooms_table
from lachan.analysis.table import Table
from lachan.analysis.tables import items_table, lessons_table

__all__ = [
    "Table",
    "items_table",
    "lessons_table",
    "misconceptions_table",
    "questions_table",
    "rooms_table",
]
