"""Tables of what the kit holds and of how a class answered, as pandas data frames."""

from lachan.analysis.tables import items_table, lessons_table

__all__ = ["items_table", "lessons_table"]
