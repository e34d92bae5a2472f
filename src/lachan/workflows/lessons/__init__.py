"""From a lesson to its notebook, and from there to everything that a teacher takes along."""
