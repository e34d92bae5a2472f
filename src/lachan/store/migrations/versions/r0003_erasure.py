"""When a contest's people are forgotten, and who has withdrawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from lachan.store.schema import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; contests of before have no day, and nobody has withdrawn."""
    op.add_column("contests", sa.Column("erase_at", Instant(), nullable=True))
    op.add_column("contests", sa.Column("erased_at", Instant(), nullable=True))
    op.add_column("contest_entrants", sa.Column("withdrawn_at", Instant(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("contest_entrants", "withdrawn_at")
    op.drop_column("contests", "erased_at")
    op.drop_column("contests", "erase_at")
