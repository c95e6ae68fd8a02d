"""Creates what comes in and goes out, and the keys of the store."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _cooldowns()
    _inbox()
    _inbox_keys()
    _meta()
    _secrets()
    _messages()
    _notices()
    _outbox()


def downgrade() -> None:
    op.drop_table("outbox")
    op.drop_table("notices")
    op.drop_table("messages")
    op.drop_table("secrets")
    op.drop_table("meta")
    op.drop_table("inbox_keys")
    op.drop_table("inbox")
    op.drop_table("cooldowns")


def _index(name: str, table: str, column: str, where: str, *, unique: bool = False) -> None:
    part = sa.text(where)
    op.create_index(op.f(name), table, [column], unique=unique, sqlite_where=part, postgresql_where=part)


def _cooldowns() -> None:
    op.create_table(
        "cooldowns",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_cooldowns")),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lane", sa.LargeBinary()),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
        sa.CheckConstraint("state IN ('new', 'done', 'poison')", name=op.f("ck_inbox_inboxstate")),
    )
    op.create_index(op.f("ix_inbox_done_at"), "inbox", ["done_at"])
    _index("ix_inbox_lane", "inbox", "lane", "lane IS NOT NULL")
    _index("ix_inbox_poison", "inbox", "received_at", "state = 'poison'")
    _index("ix_inbox_received_at", "inbox", "received_at", "state = 'new'")
    _index("ix_inbox_unanswered", "inbox", "done_at", "state = 'done' AND answered_at IS NULL")


def _inbox_keys() -> None:
    op.create_table(
        "inbox_keys",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_inbox_keys")),
    )


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def _secrets() -> None:
    op.create_table(
        "secrets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secrets")),
    )


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("incoming", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "message_id", name=op.f("pk_messages")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_messages_person_id"), ondelete="CASCADE"
        ),
    )
    op.create_index(op.f("ix_messages_at"), "messages", ["at"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("n", sa.Integer()),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("showing", sa.BigInteger()),
        sa.Column("menu", sa.Text()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_notices_person_id_key")),
        sa.UniqueConstraint("person_id", "n", name=op.f("uq_notices_person_id_n")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_notices_person_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'sent', 'opened', 'folded', 'gone')", name=op.f("ck_notices_noticestate")
        ),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("policy", sa.String(16), nullable=False),
        sa.Column("subject", sa.BigInteger()),
        sa.Column("text", sa.Text()),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lapses_at", sa.DateTime(timezone=True)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_outbox_person_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "kind IN ('ask', 'notice', 'show', 'posted', 'line', 'relay', 'drop', 'drawer', 'look_back', "
            "'four_weeks', 'ours', 'export')",
            name=op.f("ck_outbox_kind"),
        ),
        sa.CheckConstraint(
            "policy IN ('at_most_once', 'at_least_once', 'idempotent')", name=op.f("ck_outbox_policy")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'held')",
            name=op.f("ck_outbox_outboxstate"),
        ),
    )
    _index("ix_outbox_due_at", "outbox", "due_at", "state = 'pending'")
    op.create_index(op.f("ix_outbox_person_id"), "outbox", ["person_id"])
    _index("ix_outbox_policy", "outbox", "policy", "state = 'sending'")
    _index("ix_outbox_settled", "outbox", "due_at", "(state NOT IN ('pending', 'sending', 'held'))")
    _index("ix_outbox_subject", "outbox", "subject", "state = 'pending'")
