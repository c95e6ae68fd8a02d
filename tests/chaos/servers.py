"""Stands between processes and their database server: connections that can be cut, and what is left to do in it."""

import asyncio
import contextlib
import datetime as dt
import socket
from collections.abc import AsyncIterator

import asyncpg  # type: ignore[import-untyped]  # ships no types
import sqlalchemy as sa

from tests.store import conftest as databases

_CHUNK = 65536
_LEFT = """
    SELECT 'outbox ' || kind || ' ' || state FROM outbox WHERE state IN ('pending', 'sending') AND due_at <= $1
    UNION ALL SELECT 'inbox ' || state FROM inbox WHERE state = 'new' OR (state = 'done' AND answered_at IS NULL)
    UNION ALL SELECT 'share ' || state FROM shares WHERE state = 'cooling' AND leaves_at <= $1
"""
# What the next version's first step may do: add what this version does not know, and note that it ran.
_EXPAND = """
    ALTER TABLE inbox ADD COLUMN something_new TEXT;
    ALTER TABLE persons ADD COLUMN something_new TEXT;
    CREATE TABLE something_new (id BIGINT PRIMARY KEY);
    INSERT INTO meta (key, value) SELECT 'oldest', CAST(version_num AS BIGINT) FROM alembic_version;
    UPDATE alembic_version SET version_num = '9999';
"""


class Line:
    """One process's way to the server, which can be cut and mended."""

    def __init__(self, url: str) -> None:
        self._server = sa.make_url(url)
        self.port = free_port()
        self.url = self._server.set(host="127.0.0.1", port=self.port).render_as_string(hide_password=False)
        self._listener: asyncio.Server | None = None
        self._ends: set[asyncio.StreamWriter] = set()
        self._carrying: set[asyncio.Task[object] | None] = set()

    async def mend(self) -> None:
        """Let connections through from now on."""
        self._listener = await asyncio.start_server(self._carry, "127.0.0.1", self.port)

    def cut(self) -> None:
        """Break every connection, and take no new one."""
        if self._listener is not None:
            self._listener.close()
        for end in tuple(self._ends):
            end.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._carrying.add(asyncio.current_task())
        there, back = await asyncio.open_connection(self._server.host, self._server.port or 5432)
        self._ends |= {writer, back}
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_pass_on(reader, back))
                both.create_task(_pass_on(there, writer))
        finally:
            for end in (writer, back):
                end.close()
            self._ends -= {writer, back}
            self._carrying.discard(asyncio.current_task())

    async def close(self) -> None:
        """Break every connection for good, and return when nothing of them is left."""
        self.cut()
        while self._carrying:  # noqa: ASYNC110 - what asyncio starts by itself rings no event
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def line(url: str) -> AsyncIterator[Line]:
    """Give a way to the server of `url` that can be cut."""
    one = Line(url)
    await one.mend()
    try:
        yield one
    finally:
        await one.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
    writer.close()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def status(port: int, path: str) -> int | None:
    """Return the status with which a page of this machine answers; None where nobody does, or not in a second."""
    try:
        async with asyncio.timeout(1):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            with contextlib.closing(writer):
                writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
                words = (await reader.readline()).split()
    except (OSError, TimeoutError):
        return None
    return int(words[1]) if len(words) > 1 else None


async def is_there() -> bool:
    """Return whether the tests' PostgreSQL answers."""
    try:
        await databases.on_server("SELECT 1")
    except (OSError, asyncpg.PostgresError):
        return False
    return True


async def drop_connections(url: str) -> None:
    """Drop every connection to a database, as a restart of its server does."""
    await databases.on_server(databases.CUT, sa.make_url(url).database)


async def expand(url: str) -> None:
    """Change tables as the first step of an upgrade to the next version does."""
    await databases.on_server(_EXPAND, sa.make_url(url).database)


async def left(url: str, now: dt.datetime) -> list[str]:
    """Return what is due that nobody has finished, a word or two each."""
    plain = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(plain, timeout=5)
    try:
        return [str(row[0]) for row in await connection.fetch(_LEFT, now)]
    finally:
        await connection.close()
