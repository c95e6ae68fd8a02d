"""Creates breathers: pauses of a talk with a promised return."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "breathers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("line", sa.Text()),
        sa.Column("answer", sa.Text()),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leaves_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breathers")),
        sa.UniqueConstraint("person_id", "n", name=op.f("uq_breathers_person_id_n")),
        sa.ForeignKeyConstraint(
            ["pair_id", "person_id"],
            ["halves.pair_id", "halves.person_id"],
            name=op.f("fk_breathers_pair_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_breathers_person_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "state IN ('called', 'running', 'asked', 'over')", name=op.f("ck_breathers_breatherstate")
        ),
    )
    op.create_index(op.f("ix_breathers_pair_id"), "breathers", ["pair_id"])
    _index("ix_breathers_leaves_at", "leaves_at", "state = 'called'")
    _index("ix_breathers_until", "until", "state IN ('running', 'asked')")


def downgrade() -> None:
    op.drop_table("breathers")


def _index(name: str, column: str, where: str) -> None:
    part = sa.text(where)
    op.create_index(op.f(name), "breathers", [column], sqlite_where=part, postgresql_where=part)
