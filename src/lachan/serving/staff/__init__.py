"""Staff: their login and sessions, the state of the server, their downloads."""
