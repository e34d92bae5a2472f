"""What a live class answered."""
