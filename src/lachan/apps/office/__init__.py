"""The office of a contest's staff: what its page shows and does, bound to a role."""
