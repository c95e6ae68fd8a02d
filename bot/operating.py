"""Does what an operator asks for on the command line: back up, put back, rotate keys, count."""

import contextlib
import dataclasses
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot import chance, clock, desk, settings
from bot.store import (
    backing_up,
    cipher,
    copying,
    erasures,
    errors,
    opening,
    restoring,
    shelf,
    store,
    vacuuming,
)
from bot.usecases import counting

Print = Callable[[str], None]
_STEP, _ALL = 25, 100  # per cent between two lines about how it goes
_MB = 1e6
_MUCH = 5000  # rows; less is done at once


def wishes(held: store.Store, folder: shelf.Shelf) -> Mapping[str, desk.Wish]:
    """Return what the desk of a running bot does."""

    async def back_up(_: Mapping[str, Any], say: desk.Say) -> desk.Answer:
        made = await held.back_up(folder, say)
        return {"rows": made.rows, "file": str(made.file.absolute())}

    async def rotate(said: Mapping[str, Any], say: desk.Say) -> desk.Answer:
        if said["mark"] != held.mark:
            raise errors.StoreError(_ANOTHER)
        rotated = await held.rotate(say)
        return {"keys": rotated.keys, "wrapped": rotated.wrapped}

    async def look(_: Mapping[str, Any], __: desk.Say) -> desk.Answer:
        return {"mark": held.mark}

    async def count(_: Mapping[str, Any], __: desk.Say) -> desk.Answer:
        return await _count(held)

    async def vacuum(_: Mapping[str, Any], __: desk.Say) -> desk.Answer:
        return dataclasses.asdict(await held.vacuum())

    return {"backup": back_up, "rotate": rotate, "look": look, "stats": count, "vacuum": vacuum}


_ANOTHER = (
    "the bot that runs, or ran last, has another first key: start it with the new key before the old one in "
    "NEARER_SECRET_KEYS, then rotate"
)


async def back_up(chosen: settings.StoreSettings, tell: Print) -> int:
    """Make a backup, through the bot where one runs on the file."""
    here = _here(chosen)
    answer = await _either(chosen, lambda: _back_up(chosen, tell), "backup", tell)
    tell(f"Backed up {answer['rows']} rows to {answer['file']}, and the keys to them beside it.")
    tell(f"Keep a copy of {here.folder.absolute()} elsewhere, and the secret keys apart from it.")
    return 0


async def _back_up(chosen: settings.StoreSettings, tell: Print) -> desk.Answer:
    made = await backing_up.of(
        chosen.database_url,
        cipher.Keyring(chosen.keys()),
        _here(chosen),
        clock.SystemClock().now(),
        _progress(tell),
    )
    return {"rows": made.rows, "file": str(made.file.absolute())}


async def rotate(chosen: settings.StoreSettings, tell: Print) -> int:
    """Wrap every key under the first secret key, through the bot where one runs on the file."""
    answer = await _either(chosen, lambda: _rotate(chosen, tell), "rotate", tell)
    tell(f"{answer['wrapped']} of {answer['keys']} keys were wrapped anew; all are under the first secret key now.")
    tell("Now make a backup (nearer backup). Older ones need the older key: drop it when you drop them.")
    return 0


async def _rotate(chosen: settings.StoreSettings, tell: Print) -> desk.Answer:
    held = await _open(chosen)
    try:
        if chosen.database_file() is None and not await held.is_first_key_noted():
            raise errors.StoreError(_ANOTHER)
        rotated = await held.rotate(_progress(tell))
    finally:
        await held.close()
    return {"keys": rotated.keys, "wrapped": rotated.wrapped}


async def stats(chosen: settings.StoreSettings, tell: Print) -> int:
    """Tell how many people there are, by orders of magnitude, through the bot where one runs on the file."""
    for what, size in (await _either(chosen, lambda: _stats(chosen), "stats", tell)).items():
        tell(f"{what}: {size}")
    return 0


async def _stats(chosen: settings.StoreSettings) -> desk.Answer:
    held = await _open(chosen)
    try:
        return await _count(held)
    finally:
        await held.close()


async def _count(held: store.Store) -> desk.Answer:
    since = clock.SystemClock().now() - counting.LATELY
    return dict(counting.told(await held.perform(lambda tx: tx.people_counted(since))))


async def vacuum(chosen: settings.StoreSettings, tell: Print) -> int:
    """Give back the room of erased rows, through the bot where one runs on the file."""

    async def alone() -> desk.Answer:
        return dataclasses.asdict(await vacuuming.of(chosen.database_url))

    answer = await _either(chosen, alone, "vacuum", tell)
    before, after = (int(answer[when]) / _MB for when in ("before", "after"))
    tell(f"The database had {before:.1f} MB and has {after:.1f} MB now.")
    return 0


async def copy(chosen: settings.StoreSettings, file: Path, tell: Print) -> int:
    """Copy a SQLite file into the database of the settings, with the list of who was forgotten."""
    ring = cipher.Keyring(chosen.keys())
    copied = await copying.copy(file, chosen.database_url, ring, _progress(tell))
    erasures.Erasures(chosen.backups()).merge(erasures.Erasures(file.parent / "backups").lines())
    await vacuuming.of(chosen.database_url)  # so that its first questions are planned well
    tell(f"Copied {copied.rows} rows of {copied.people} people, compared each, and opened all that is sealed.")
    tell(f"Start the bot on the new database, make a backup, and then delete {file}: no bot may run on it again.")
    return 0


async def restore(chosen: settings.StoreSettings, named: Path | None, tell: Print, *, trying: bool = False) -> int:
    """Put a backup back where there is no database; `trying` does all of it in a place that is thrown away."""
    ring, now = cipher.Keyring(chosen.keys()), clock.SystemClock().now()
    source = restoring.find(_here(chosen), ring, named)
    with _place(chosen, trying=trying) as (url, noted):
        restored = await restoring.restore(url, ring, source, now, noted)
    made_at = f"{restored.made_at:%Y-%m-%d %H:%M} UTC"
    people = f"{restored.people} people, {restored.forgotten} forgotten again"
    if trying:
        tell(f"The backup of {made_at} can be put back: {people}. Nothing was kept of this.")
        return 0
    tell(f"The backup of {made_at} is put back: {people}.")
    tell("What was written, deleted or taken back after that moment is as it was then.")
    return 0


@contextlib.contextmanager
def _place(chosen: settings.StoreSettings, *, trying: bool) -> Iterator[tuple[str, erasures.Erasures]]:
    """Give the address to fill and the list of erasures to fill up."""
    if not trying:
        yield chosen.database_url, erasures.Erasures(chosen.backups())
        return
    with tempfile.TemporaryDirectory(prefix="nearer-") as folder:
        yield f"sqlite+aiosqlite:///{folder}/nearer.db", erasures.Erasures(Path(folder))


async def _either(
    chosen: settings.StoreSettings, alone: Callable[[], Awaitable[desk.Answer]], wish: str, tell: Print
) -> desk.Answer:
    """Do it here, or let the bot do it that holds the file."""
    file = chosen.database_file()
    if file is not None and not file.exists():
        raise errors.StoreError(f"there is no database at {file}: look at NEARER_DATABASE_URL")
    try:
        return await alone()
    except errors.Locked:
        mark = cipher.Keyring(chosen.keys()).mark
        answer = None if file is None else await desk.ask(desk.beside(file), wish, _progress(tell), mark=mark)
        if answer is None:
            raise
        return answer


async def _open(chosen: settings.StoreSettings) -> store.Store:
    ring = cipher.Keyring(chosen.keys())
    return await opening.open_store(chosen.database_url, ring, clock.SystemClock(), chance.SystemChance())


def _here(chosen: settings.StoreSettings) -> shelf.Shelf:
    return shelf.Shelf(chosen.backups())


def _progress(tell: Print) -> desk.Say:
    """Return what tells of each quarter of much."""
    told = 0

    def say(done: int, total: int) -> None:
        nonlocal told
        reached = done * _ALL // max(total, 1) // _STEP * _STEP
        if total >= _MUCH and told < reached < _ALL:
            told = reached
            tell(f"{reached} % …")

    return say
