"""From a blueprint to a folder of papers, and back."""
