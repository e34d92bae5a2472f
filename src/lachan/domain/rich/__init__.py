"""Rich text: one tree, and the same as JSON nodes."""
