"""Writing a school's own questions by a form."""
