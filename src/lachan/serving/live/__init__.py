"""A live class over HTTP: the pupils' page and what it asks."""
