"""What a parcel weighs, and what is declared to be in it.

Frozen once released; imports nothing of the application.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Add the columns; nothing is known of parcels that were closed before."""
    op.add_column("parcel", sa.Column("grams", sa.Integer(), nullable=True))
    op.add_column("parcel", sa.Column("value_amount", sa.String(20), nullable=True))
    op.add_column("parcel", sa.Column("value_currency", sa.String(), nullable=True))
