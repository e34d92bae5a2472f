"""Read the quiz bank."""
