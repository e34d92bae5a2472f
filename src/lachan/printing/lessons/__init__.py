"""A lesson on paper: handout, leaflet."""
