"""Run by Alembic: migrate on the connection, and in the transaction, that the store opened."""

from __future__ import annotations

from alembic import context

from lachan.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
