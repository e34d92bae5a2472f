"""The live class on the teacher's screen."""
