"""Names what can go wrong with the database, each in one line that shows no value and no word of anybody."""

import contextlib
from collections.abc import Iterator

import sqlalchemy as sa

from bot.usecases import ports

# PostgreSQL's own codes for "you two wanted the same rows: run it again". The last says that a lock was waited for
# too long: whoever has it may be a stopped process, which loses it after ten seconds.
_RERUN = frozenset({"40001", "40P01", "55P03"})

_SQLITE_LINES = {
    "database or disk is full": "the disk under the database is full",
    "disk I/O error": "the disk under the database fails",
    "attempt to write a readonly database": "the database cannot be written: look at its rights and its folder's",
    "unable to open database file": "the database file cannot be opened",
    "file is not a database": "the database file holds something else than a database",
    "database disk image is malformed": "the database file is damaged: restore a backup",
    "database is locked": "another program holds the database file",
}


class StoreError(Exception):
    """The database refused or failed; the message is one clear line without values."""


class Again(StoreError):  # noqa: N818 - a wish, not a fault
    """The database asks for the whole transaction to be run again."""


class Away(StoreError, ports.Away):  # noqa: N818 - said of the database
    """The database cannot be reached, or went away in the middle."""


class Nested(StoreError):  # noqa: N818 - an adjective says it
    """A task that is inside a transaction opened another one, which would wait for itself."""


class Locked(StoreError):  # noqa: N818 - an adjective says it
    """Another process works on this database file."""


class WrongKey(StoreError):  # noqa: N818 - the name says it
    """None of the secret keys opens this database."""


class Damaged(StoreError):  # noqa: N818 - an adjective says it
    """A sealed value does not open: it was changed, moved, or belongs to another key."""


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn what the database libraries raise, values and all, into one line of ours."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _ours(error) from None


@contextlib.contextmanager
def reached(away: type[StoreError] = StoreError) -> Iterator[None]:
    """Say in one line, as `away`, that the database server cannot be reached, whatever the network raised."""
    try:
        with translated():
            yield
    except StoreError as error:
        raise away(str(error)) if type(error) is StoreError else error from None
    except (OSError, sa.exc.TimeoutError) as error:
        raise away(f"the database cannot be reached: {type(error).__name__}") from None


def _ours(error: sa.exc.DBAPIError) -> StoreError:
    cause = error.orig
    if getattr(cause, "sqlstate", None) in _RERUN:
        return Again("the database asks to run this again")
    if error.connection_invalidated:
        return Away(f"the database went away: {type(cause).__name__}")
    for said, line in _SQLITE_LINES.items():
        if said in str(cause):
            return StoreError(line)
    # The driver's own error lies below the one that SQLAlchemy made of it; its words may quote a value.
    driver = getattr(cause, "__cause__", None) or cause
    rule = getattr(driver, "constraint_name", None) or _rule(str(driver))
    return StoreError(f"the database refused: {type(driver).__name__}{f' ({rule})' if rule else ''}")


def _rule(said: str) -> str | None:
    """Return the constraint or the columns that SQLite names: it quotes no values there."""
    _, failed, which = said.partition(" constraint failed: ")
    return which if failed else None
