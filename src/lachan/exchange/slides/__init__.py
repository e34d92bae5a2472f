"""PowerPoint files: measured before they are written, so that nothing runs off a slide."""
