"""The line between a page and its kernel: one protocol, read and written with bounds."""
