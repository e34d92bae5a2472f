"""What a browser is told, as JSON: items without keys, feedback, lessons, charts, a live class."""
