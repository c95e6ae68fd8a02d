"""Lays out every table; its constraints are what makes "once", "one" and "nobody else" true.

A person's rows hang on `persons` and fall with it. No foreign key leads into another person's rows that
forgetting may delete: such a reference is a plain column, and a reader must bear that it leads nowhere.
"""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from bot.domain import model
from bot.store.columns import Days, Moment, Record, word

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    },
)


class InboxState(StrEnum):
    """Where an accepted update stands."""

    NEW = "new"
    DONE = "done"
    POISON = "poison"


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False)


def _owner(name: str = "person_id") -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False)


def _person_key() -> sa.Column[int]:
    of_persons = sa.ForeignKey("persons.id", ondelete="CASCADE")
    return sa.Column("person_id", sa.BigInteger, of_persons, primary_key=True, autoincrement=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _half_of(owner: str) -> sa.ForeignKeyConstraint:
    """Hold that the owner of the row has a half of the row's pair."""
    return sa.ForeignKeyConstraint(["pair_id", owner], ["halves.pair_id", "halves.person_id"], ondelete="CASCADE")


# A predicate of a partial index is spelled with literals and used as it is in queries: with a bound value in its
# place SQLite would not see that the index serves.
def _partly(column: sa.Column[Any], where: sa.ColumnElement[bool]) -> None:
    """Index a column for the few rows where it matters."""
    sa.Index(f"ix_{column.table.name}_{column.name}", column, sqlite_where=where, postgresql_where=where)


def _once(name: str, column: sa.Column[Any], where: sa.ColumnElement[bool]) -> None:
    """Hold a column unique among some of the rows."""
    sa.Index(name, column, unique=True, sqlite_where=where, postgresql_where=where)


persons = sa.Table(
    "persons",
    metadata,
    _id(),
    sa.Column("telegram_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("telegram_id", sa.LargeBinary, nullable=False),
    sa.Column("name", sa.LargeBinary, nullable=False),
    sa.Column("username", sa.LargeBinary),
    sa.Column("locale", sa.Text, nullable=False),
    sa.Column("seed", sa.BigInteger, nullable=False),
    sa.Column("agreed_at", Moment),
    sa.Column("terms", sa.Text),
    sa.Column("noted_at", Moment),
    sa.Column("hello_on", sa.Date),
    sa.Column("seen_at", Moment),
    sa.Column("zone", sa.Text),
    sa.Column("calm", sa.Time, nullable=False),
    sa.Column("days", Days, nullable=False),
    sa.Column("quiet_from", sa.Time, nullable=False),
    sa.Column("quiet_until", sa.Time, nullable=False),
    sa.Column("post_at", sa.Time),
    sa.Column("leaning", word(model.Leaning)),
    sa.Column("step", word(model.Step), nullable=False),
    _count("depth"),
    sa.Column("setup", sa.Text),
    _count("cooling"),
    sa.Column("answering", word(model.Answering), nullable=False),
    _flag("audible"),
    sa.Column("country", sa.Text),
    _flag("resting"),
    sa.Column("rest_until", Moment),
    _flag("blocked"),
    sa.Column("next_ask_at", Moment),
    sa.Column("last_ask_at", Moment),
    sa.Column("dialog", sa.Text),
    sa.Column("newest", sa.Text),
    sa.Column("invited_by", sa.BigInteger),
    _count("guesses"),
    sa.Column("guessed_on", sa.Date),
    _count("counter"),
    _count("arrivals"),
    sa.Column("noticed_on", sa.Date),
    sa.Column("choices", Record(model.Choices), nullable=False),
    sa.Column("memory", Record(model.Memory), nullable=False),
    sa.Column("ladder", Record(model.Ladder), nullable=False),
    sa.CheckConstraint("days BETWEEN 0 AND 127", name="days"),
)
_partly(persons.c.next_ask_at, persons.c.next_ask_at.is_not(None))
_partly(persons.c.rest_until, persons.c.rest_until.is_not(None))
_partly(persons.c.seen_at, persons.c.agreed_at.is_(None))
_partly(persons.c.invited_by, persons.c.invited_by.is_not(None))

data_keys = sa.Table(
    "data_keys",
    metadata,
    _person_key(),
    sa.Column("wrapped", sa.LargeBinary, nullable=False),
)

pairs = sa.Table(
    "pairs",
    metadata,
    _id(),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("seats", sa.SmallInteger, nullable=False),
    sa.CheckConstraint("seats BETWEEN 0 AND 2", name="seats"),
)

halves = sa.Table(
    "halves",
    metadata,
    _id(),
    sa.Column("pair_id", sa.BigInteger, sa.ForeignKey("pairs.id"), nullable=False),
    _owner(),
    sa.Column("seat", sa.SmallInteger, nullable=False),
    sa.Column("name", sa.LargeBinary, nullable=False),
    sa.Column("nickname", sa.LargeBinary),
    sa.Column("state", word(model.HalfState), nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.CheckConstraint("seat IN (0, 1)", name="seat"),
    sa.UniqueConstraint("pair_id", "person_id"),
    sa.UniqueConstraint("pair_id", "seat"),
    sa.Index(None, "person_id"),
)
LIVING = halves.c.state == sa.literal_column("'living'")
_once("uq_halves_living", halves.c.person_id, LIVING)

invites = sa.Table(
    "invites",
    metadata,
    _id(),
    _owner("inviter_id"),
    sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("state", word(model.InviteState), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("joiner_id", sa.BigInteger),
    _count("n"),
    sa.UniqueConstraint("inviter_id", "n"),
    sa.Index(None, "expires_at"),
)
LIVE = invites.c.state.in_([sa.literal_column("'open'"), sa.literal_column("'claimed'")])
_once("uq_invites_live", invites.c.inviter_id, LIVE)
_partly(invites.c.joiner_id, invites.c.joiner_id.is_not(None))

asks = sa.Table(
    "asks",
    metadata,
    _id(),
    _owner(),
    _count("n"),
    sa.Column("local_date", sa.Date, nullable=False),
    sa.Column("planned_at", Moment, nullable=False),
    _flag("pushed"),
    sa.Column("state", word(model.AskState), nullable=False),
    sa.Column("prompt_id", sa.Text),
    sa.Column("step", word(model.Step), nullable=False),
    _flag("covered"),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("sent_at", Moment),
    sa.UniqueConstraint("person_id", "local_date"),
    sa.UniqueConstraint("person_id", "n"),
)

reflections = sa.Table(
    "reflections",
    metadata,
    _id(),
    _owner(),
    _count("n"),
    sa.Column("words", sa.LargeBinary, nullable=False),
    sa.Column("state", word(model.ReflectionState), nullable=False),
    sa.Column("media", word(model.Media), nullable=False),
    sa.Column("file_id", sa.LargeBinary),
    sa.Column("feeling", sa.LargeBinary),
    sa.Column("ask_id", sa.BigInteger),
    sa.Column("prompt_id", sa.Text),
    _flag("tapped"),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("person_id", "n"),
)

shares = sa.Table(
    "shares",
    metadata,
    _id(),
    _owner("author_id"),
    sa.Column("pair_id", sa.BigInteger, nullable=False),
    _count("n"),
    sa.Column("kind", word(model.ShareKind), nullable=False),
    sa.Column("words", sa.LargeBinary, nullable=False),
    sa.Column("state", word(model.ShareState), nullable=False),
    sa.Column("media", word(model.Media), nullable=False),
    sa.Column("file_id", sa.LargeBinary),
    sa.Column("seal", sa.Text),
    sa.Column("reflection_id", sa.BigInteger),
    sa.Column("answers", sa.BigInteger),
    sa.Column("answering", word(model.Answering), nullable=False),
    _flag("hard"),
    _flag("with_help"),
    sa.Column("fits", sa.Text, nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("leaves_at", Moment),
    sa.UniqueConstraint("author_id", "n"),
    _half_of("author_id"),
    sa.Index(None, "pair_id", "author_id"),
)
COOLING = shares.c.state == sa.literal_column("'cooling'")
SEALED = shares.c.state == sa.literal_column("'sealed'")
_partly(shares.c.leaves_at, COOLING)
sa.Index("ix_shares_sealed", shares.c.leaves_at, sqlite_where=SEALED, postgresql_where=SEALED)
_partly(shares.c.reflection_id, shares.c.reflection_id.is_not(None))

posts = sa.Table(
    "posts",
    metadata,
    _id(),
    _owner("reader_id"),
    sa.Column("pair_id", sa.BigInteger, nullable=False),
    sa.Column("share_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("kind", word(model.ShareKind), nullable=False),
    sa.Column("state", word(model.PostState), nullable=False),
    sa.Column("n", sa.Integer),
    sa.Column("words", sa.LargeBinary),
    sa.Column("media", word(model.Media), nullable=False),
    sa.Column("file_id", sa.LargeBinary),
    sa.Column("relayed_as", sa.BigInteger),
    sa.Column("answering", word(model.Answering), nullable=False),
    _flag("hard"),
    _flag("with_help"),
    sa.Column("fits", sa.Text, nullable=False),
    sa.Column("to_share", sa.BigInteger),
    sa.Column("notice_id", sa.BigInteger),
    sa.Column("acknowledgement_id", sa.BigInteger),
    _flag("replied"),
    sa.Column("placed_at", Moment, nullable=False),
    sa.UniqueConstraint("reader_id", "n"),
    _half_of("reader_id"),
    sa.Index(None, "pair_id", "reader_id"),
)

notices = sa.Table(
    "notices",
    metadata,
    _id(),
    _owner(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("state", word(model.NoticeState), nullable=False),
    sa.Column("n", sa.Integer),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("showing", sa.BigInteger),
    sa.Column("menu", sa.Text),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("sent_at", Moment),
    sa.UniqueConstraint("person_id", "key"),
    sa.UniqueConstraint("person_id", "n"),
)

breathers = sa.Table(
    "breathers",
    metadata,
    _id(),
    _owner(),
    sa.Column("pair_id", sa.BigInteger, nullable=False),
    _count("n"),
    sa.Column("state", word(model.BreatherState), nullable=False),
    sa.Column("line", sa.Text),
    sa.Column("answer", sa.Text),
    sa.Column("called_at", Moment, nullable=False),
    sa.Column("leaves_at", Moment, nullable=False),
    sa.Column("until", Moment, nullable=False),
    _flag("extended"),
    sa.Column("message_id", sa.BigInteger),
    sa.UniqueConstraint("person_id", "n"),
    _half_of("person_id"),
    sa.Index(None, "pair_id"),
)
CALLED = breathers.c.state == sa.literal_column("'called'")
GOING = breathers.c.state.in_([sa.literal_column("'running'"), sa.literal_column("'asked'")])
_partly(breathers.c.leaves_at, CALLED)
_partly(breathers.c.until, GOING)

outbox = sa.Table(
    "outbox",
    metadata,
    _id(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    _owner(),
    sa.Column("kind", word(model.Kind), nullable=False),
    sa.Column("policy", word(model.Policy), nullable=False),
    sa.Column("subject", sa.BigInteger),
    sa.Column("text", sa.Text),
    _flag("urgent"),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("lapses_at", Moment),
    sa.Column("state", word(model.OutboxState), nullable=False),
    _count("attempts"),
    sa.Column("message_id", sa.BigInteger),
    sa.Index(None, "person_id"),
)
PENDING = outbox.c.state == sa.literal_column("'pending'")
SENDING = outbox.c.state == sa.literal_column("'sending'")
SETTLED = outbox.c.state.not_in([sa.literal_column(state) for state in ("'pending'", "'sending'", "'held'")])
_partly(outbox.c.due_at, PENDING)
_partly(outbox.c.subject, PENDING)
_partly(outbox.c.policy, SENDING)
sa.Index("ix_outbox_settled", outbox.c.due_at, sqlite_where=SETTLED, postgresql_where=SETTLED)

cooldowns = sa.Table(
    "cooldowns", metadata, sa.Column("scope", sa.Text, primary_key=True), sa.Column("until", Moment, nullable=False)
)

messages = sa.Table(
    "messages",
    metadata,
    _person_key(),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _flag("incoming"),
    sa.Column("at", Moment, nullable=False),
    sa.Index(None, "at"),
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("lane", sa.LargeBinary),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("state", word(InboxState), nullable=False),
    _count("attempts"),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("next_at", Moment, nullable=False),
    sa.Column("done_at", Moment),
    sa.Column("answered_at", Moment),
    sa.Column("stopped_at", Moment),  # a tap's spinner
    sa.Column("handler", sa.BigInteger),  # the process that has to answer it
    sa.Index(None, "done_at"),
)
NEW = inbox.c.state == sa.literal_column("'new'")
POISON = inbox.c.state == sa.literal_column("'poison'")
UNANSWERED = sa.and_(inbox.c.state == sa.literal_column("'done'"), inbox.c.answered_at.is_(None))
_partly(inbox.c.received_at, NEW)
sa.Index("ix_inbox_poison", inbox.c.received_at, sqlite_where=POISON, postgresql_where=POISON)
sa.Index("ix_inbox_unanswered", inbox.c.done_at, sqlite_where=UNANSWERED, postgresql_where=UNANSWERED)
_partly(inbox.c.lane, inbox.c.lane.is_not(None))

_wrapped = ("wrapped", sa.LargeBinary)
inbox_keys = sa.Table(
    "inbox_keys", metadata, sa.Column("day", sa.Date, primary_key=True), sa.Column(*_wrapped, nullable=False)
)
secrets = sa.Table(
    "secrets", metadata, sa.Column("name", sa.Text, primary_key=True), sa.Column(*_wrapped, nullable=False)
)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("holder", sa.BigInteger, nullable=False),
    sa.Column("fence", sa.BigInteger, nullable=False),
    sa.Column("until", Moment, nullable=False),
)

meta = sa.Table(
    "meta", metadata, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.BigInteger, nullable=False)
)
