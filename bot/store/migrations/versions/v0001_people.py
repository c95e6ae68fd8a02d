"""Creates what belongs to people: themselves, their pairs, prompts and words."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _pairs()
    _persons()
    _asks()
    _data_keys()
    _halves()
    _invites()
    _reflections()
    _posts()
    _shares()


def downgrade() -> None:
    op.drop_table("shares")
    op.drop_table("posts")
    op.drop_table("reflections")
    op.drop_table("invites")
    op.drop_table("halves")
    op.drop_table("data_keys")
    op.drop_table("asks")
    op.drop_table("persons")
    op.drop_table("pairs")


def _index(name: str, table: str, column: str, where: str, *, unique: bool = False) -> None:
    part = sa.text(where)
    op.create_index(op.f(name), table, [column], unique=unique, sqlite_where=part, postgresql_where=part)


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seats", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairs")),
        sa.CheckConstraint("seats BETWEEN 0 AND 2", name=op.f("ck_pairs_seats")),
    )


def _persons() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_hash", sa.LargeBinary(), nullable=False),
        sa.Column("telegram_id", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("username", sa.LargeBinary()),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True)),
        sa.Column("terms", sa.Text()),
        sa.Column("noted_at", sa.DateTime(timezone=True)),
        sa.Column("hello_on", sa.Date()),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("zone", sa.Text()),
        sa.Column("calm", sa.Time(), nullable=False),
        sa.Column("days", sa.SmallInteger(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("post_at", sa.Time()),
        sa.Column("leaning", sa.String(16)),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("setup", sa.Text()),
        sa.Column("cooling", sa.Integer(), nullable=False),
        sa.Column("answering", sa.String(16), nullable=False),
        sa.Column("audible", sa.Boolean(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("resting", sa.Boolean(), nullable=False),
        sa.Column("rest_until", sa.DateTime(timezone=True)),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("next_ask_at", sa.DateTime(timezone=True)),
        sa.Column("last_ask_at", sa.DateTime(timezone=True)),
        sa.Column("dialog", sa.Text()),
        sa.Column("newest", sa.Text()),
        sa.Column("invited_by", sa.BigInteger()),
        sa.Column("guesses", sa.Integer(), nullable=False),
        sa.Column("guessed_on", sa.Date()),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("arrivals", sa.Integer(), nullable=False),
        sa.Column("noticed_on", sa.Date()),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("memory", sa.Text(), nullable=False),
        sa.Column("ladder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.CheckConstraint("days BETWEEN 0 AND 127", name=op.f("ck_persons_days")),
        sa.UniqueConstraint("telegram_hash", name=op.f("uq_persons_telegram_hash")),
        sa.CheckConstraint("leaning IN ('quiet', 'reach', 'either')", name=op.f("ck_persons_leaning")),
        sa.CheckConstraint("step IN ('tap', 'word', 'line', 'open')", name=op.f("ck_persons_step")),
        sa.CheckConstraint(
            "answering IN ('nothing', 'tap', 'question', 'later')", name=op.f("ck_persons_answering")
        ),
    )
    _index("ix_persons_invited_by", "persons", "invited_by", "invited_by IS NOT NULL")
    _index("ix_persons_next_ask_at", "persons", "next_ask_at", "next_ask_at IS NOT NULL")
    _index("ix_persons_rest_until", "persons", "rest_until", "rest_until IS NOT NULL")
    _index("ix_persons_seen_at", "persons", "seen_at", "agreed_at IS NULL")


def _asks() -> None:
    op.create_table(
        "asks",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pushed", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("prompt_id", sa.Text()),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("covered", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asks")),
        sa.UniqueConstraint("person_id", "local_date", name=op.f("uq_asks_person_id_local_date")),
        sa.UniqueConstraint("person_id", "n", name=op.f("uq_asks_person_id_n")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_asks_person_id"), ondelete="CASCADE"),
        sa.CheckConstraint(
            "state IN ('planned', 'sent', 'answered', 'skipped', 'lapsed')", name=op.f("ck_asks_askstate")
        ),
        sa.CheckConstraint("step IN ('tap', 'word', 'line', 'open')", name=op.f("ck_asks_step")),
    )


def _data_keys() -> None:
    op.create_table(
        "data_keys",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_data_keys")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_data_keys_person_id"), ondelete="CASCADE"
        ),
    )


def _halves() -> None:
    op.create_table(
        "halves",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("seat", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("nickname", sa.LargeBinary()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_halves")),
        sa.CheckConstraint("seat IN (0, 1)", name=op.f("ck_halves_seat")),
        sa.UniqueConstraint("pair_id", "person_id", name=op.f("uq_halves_pair_id_person_id")),
        sa.UniqueConstraint("pair_id", "seat", name=op.f("uq_halves_pair_id_seat")),
        sa.ForeignKeyConstraint(["pair_id"], ["pairs.id"], name=op.f("fk_halves_pair_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_halves_person_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint("state IN ('living', 'left', 'ended')", name=op.f("ck_halves_halfstate")),
    )
    op.create_index(op.f("ix_halves_person_id"), "halves", ["person_id"])
    _index("uq_halves_living", "halves", "person_id", "state = 'living'", unique=True)


def _invites() -> None:
    op.create_table(
        "invites",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("inviter_id", sa.BigInteger(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joiner_id", sa.BigInteger()),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invites")),
        sa.UniqueConstraint("inviter_id", "n", name=op.f("uq_invites_inviter_id_n")),
        sa.ForeignKeyConstraint(
            ["inviter_id"], ["persons.id"], name=op.f("fk_invites_inviter_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invites_token_hash")),
        sa.CheckConstraint("state IN ('open', 'claimed', 'used', 'revoked')", name=op.f("ck_invites_invitestate")),
    )
    op.create_index(op.f("ix_invites_expires_at"), "invites", ["expires_at"])
    _index("ix_invites_joiner_id", "invites", "joiner_id", "joiner_id IS NOT NULL")
    _index("uq_invites_live", "invites", "inviter_id", "state IN ('open', 'claimed')", unique=True)


def _reflections() -> None:
    op.create_table(
        "reflections",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("media", sa.String(16), nullable=False),
        sa.Column("file_id", sa.LargeBinary()),
        sa.Column("feeling", sa.LargeBinary()),
        sa.Column("ask_id", sa.BigInteger()),
        sa.Column("prompt_id", sa.Text()),
        sa.Column("tapped", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reflections")),
        sa.UniqueConstraint("person_id", "n", name=op.f("uq_reflections_person_id_n")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_reflections_person_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint("state IN ('draft', 'kept')", name=op.f("ck_reflections_reflectionstate")),
        sa.CheckConstraint(
            "media IN ('text', 'voice', 'photo', 'audio', 'sticker')", name=op.f("ck_reflections_media")
        ),
    )


def _posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reader_id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("share_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("n", sa.Integer()),
        sa.Column("words", sa.LargeBinary()),
        sa.Column("media", sa.String(16), nullable=False),
        sa.Column("file_id", sa.LargeBinary()),
        sa.Column("relayed_as", sa.BigInteger()),
        sa.Column("answering", sa.String(16), nullable=False),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("with_help", sa.Boolean(), nullable=False),
        sa.Column("fits", sa.Text(), nullable=False),
        sa.Column("to_share", sa.BigInteger()),
        sa.Column("notice_id", sa.BigInteger()),
        sa.Column("acknowledgement_id", sa.BigInteger()),
        sa.Column("replied", sa.Boolean(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
        sa.UniqueConstraint("reader_id", "n", name=op.f("uq_posts_reader_id_n")),
        sa.ForeignKeyConstraint(
            ["pair_id", "reader_id"],
            ["halves.pair_id", "halves.person_id"],
            name=op.f("fk_posts_pair_id_reader_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["reader_id"], ["persons.id"], name=op.f("fk_posts_reader_id"), ondelete="CASCADE"),
        sa.UniqueConstraint("share_id", name=op.f("uq_posts_share_id")),
        sa.CheckConstraint(
            "kind IN ('share', 'acknowledgement', 'reply', 'warmth')", name=op.f("ck_posts_sharekind")
        ),
        sa.CheckConstraint("media IN ('text', 'voice', 'photo', 'audio', 'sticker')", name=op.f("ck_posts_media")),
        sa.CheckConstraint("state IN ('unopened', 'opened', 'gone')", name=op.f("ck_posts_poststate")),
        sa.CheckConstraint("answering IN ('nothing', 'tap', 'question', 'later')", name=op.f("ck_posts_answering")),
    )
    op.create_index(op.f("ix_posts_pair_id_reader_id"), "posts", ["pair_id", "reader_id"])


def _shares() -> None:
    op.create_table(
        "shares",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("media", sa.String(16), nullable=False),
        sa.Column("file_id", sa.LargeBinary()),
        sa.Column("seal", sa.Text()),
        sa.Column("reflection_id", sa.BigInteger()),
        sa.Column("answers", sa.BigInteger()),
        sa.Column("answering", sa.String(16), nullable=False),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("with_help", sa.Boolean(), nullable=False),
        sa.Column("fits", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leaves_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("author_id", "n", name=op.f("uq_shares_author_id_n")),
        sa.ForeignKeyConstraint(
            ["pair_id", "author_id"],
            ["halves.pair_id", "halves.person_id"],
            name=op.f("fk_shares_pair_id_author_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["persons.id"], name=op.f("fk_shares_author_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "kind IN ('share', 'acknowledgement', 'reply', 'warmth')", name=op.f("ck_shares_sharekind")
        ),
        sa.CheckConstraint("media IN ('text', 'voice', 'photo', 'audio', 'sticker')", name=op.f("ck_shares_media")),
        sa.CheckConstraint(
            "state IN ('preview', 'held', 'sealed', 'cooling', 'posted', 'taken')",
            name=op.f("ck_shares_sharestate"),
        ),
        sa.CheckConstraint(
            "answering IN ('nothing', 'tap', 'question', 'later')", name=op.f("ck_shares_answering")
        ),
    )
    _index("ix_shares_leaves_at", "shares", "leaves_at", "state = 'cooling'")
    _index("ix_shares_sealed", "shares", "leaves_at", "state = 'sealed'")
    op.create_index(op.f("ix_shares_pair_id_author_id"), "shares", ["pair_id", "author_id"])
    _index("ix_shares_reflection_id", "shares", "reflection_id", "reflection_id IS NOT NULL")
