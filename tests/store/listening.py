"""Hears every statement that a store hands to its database."""

import contextlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from bot.store import store

Said = list[tuple[str, Any]]


@contextlib.contextmanager
def listening(kept: store.Store) -> Iterator[Said]:
    """Give a list of every statement and its parameters, as they are run; what opens transactions is left out."""
    said: Said = []

    def hear(_: object, __: object, statement: str, parameters: Any, ___: object, many: bool) -> None:  # noqa: FBT001
        if not statement.startswith(("BEGIN", "SELECT set_config")):
            said.append((statement, parameters[0] if many else parameters))

    sa.event.listen(kept._engine.sync_engine, "before_cursor_execute", hear)
    yield said
    sa.event.remove(kept._engine.sync_engine, "before_cursor_execute", hear)
