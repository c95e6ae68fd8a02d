"""What a statement costs between the loop and SQLite's thread."""

from collections.abc import Callable
from typing import Any

import aiosqlite
import pytest
import sqlalchemy as sa

from bot.store import engines, tables

ALL = sa.select(tables.meta.c.key, tables.meta.c.value).order_by(tables.meta.c.key)


@pytest.fixture
def crossings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is handed to the thread, from now on."""
    handed: list[str] = []
    known = aiosqlite.Connection._execute

    async def hand(self: aiosqlite.Connection, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        handed.append(work.__name__)
        return await known(self, work, *args, **kwargs)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(aiosqlite.Connection, "_execute", hand)
    return handed


async def test_a_statement_crosses_once(file_url: str, crossings: list[str]) -> None:
    """Begin, a write of many rows, a read of many rows and commit take one crossing each, and nothing follows."""
    engine = engines.make(file_url)
    async with engine.connect() as connection:
        crossings.clear()
        async with connection.begin():
            added = await connection.execute(tables.meta.insert(), [{"key": f"k{n}", "value": n} for n in range(3)])
            found = (await connection.execute(ALL)).all()
    assert crossings == ["execute", "executemany", "execute", "commit"]
    assert added.rowcount == 3
    assert [tuple(row) for row in found] == [("k0", 0), ("k1", 1), ("k2", 2)]
    await engine.dispose()


async def test_a_failure_leaves_no_transaction_open(file_url: str) -> None:
    """What fails in the middle is rolled back, and the connection serves the next as if nothing had been."""
    engine = engines.make(file_url)

    async def fail() -> None:
        async with engine.begin() as connection:
            await connection.execute(tables.meta.insert(), {"key": "a", "value": 1})
            await connection.execute(tables.meta.insert(), {"key": "a", "value": 2})

    with pytest.raises(sa.exc.IntegrityError):
        await fail()
    async with engine.begin() as connection:
        assert (await connection.execute(ALL)).all() == []
    await engine.dispose()
