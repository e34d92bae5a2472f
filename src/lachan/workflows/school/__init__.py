"""The school's own folder: making it, and taking lessons of the kit into it."""
