"""Items go out to people who review them, and their marks come back into the files."""
