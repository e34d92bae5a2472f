"""The form for questions of the school's own."""
