"""Puts an empty database with all its tables where a test wants one: the migrations run once for each process."""

import pathlib

from bot.store import migrating

_KEPT: list[bytes] = []


async def put(path: pathlib.Path) -> None:
    """Put an upgraded, empty SQLite file at `path`, unless there is one already."""
    if not _stands(path):
        await migrating.upgrade(f"sqlite+aiosqlite:///{path}")
        _keep(path)


def _stands(path: pathlib.Path) -> bool:
    """Say whether a database stands there, after putting the kept one there."""
    if not path.exists() and _KEPT:
        path.write_bytes(_KEPT[0])
    return path.exists()


def _keep(path: pathlib.Path) -> None:
    """Keep what was upgraded, to be copied."""
    _KEPT.append(path.read_bytes())
