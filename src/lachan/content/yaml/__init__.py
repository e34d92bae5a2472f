"""YAML with places: every value knows its line, every fault is told there."""
