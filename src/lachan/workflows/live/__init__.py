"""Live classes: the rooms of the teacher and what phones may ask."""
