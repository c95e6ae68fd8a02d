"""Looks at everything `nearer run` needs, and says of each in one line whether it is well and what to do."""

import datetime as dt
import os
import pathlib
from collections.abc import Awaitable, Callable

from bot import chance, clock, desk, settings
from bot.content import check, find
from bot.store import cipher, engines, errors, opening, shelf
from bot.telegram import probing

DRIFT = dt.timedelta(seconds=60)
LATER = "not looked at"
Say = Callable[[str], None]


async def run(load: Callable[[], settings.Settings], say: Say) -> int:
    """Check one thing after the other; return 0 where all is well, else 1."""
    try:
        chosen = load()
    except settings.SettingsError as error:
        return _without_settings(error, say)
    say("settings: well")
    results = [await look(chosen, say) for look in LOOKS]
    return 0 if all(results) else 1


def _without_settings(error: settings.SettingsError, say: Say) -> int:
    """Say what is wrong with the settings, and check what can be checked without them."""
    for line in error.lines:
        say(f"settings: {line}")
    for part in ("key", "database", "backups"):
        say(f"{part}: {LATER} before the settings are right")
    _check_content(say)
    for part in ("telegram", "clock"):
        say(f"{part}: {LATER} before the settings are right")
    return 1


async def _database(chosen: settings.Settings, say: Say) -> bool:
    """Open the database with the key; one that is not there yet is left to the first start."""
    file = chosen.database_file()
    if file is not None and not file.exists():
        say("key: has the right form")
        if file.parent.is_dir() and os.access(file.parent, os.W_OK | os.X_OK):
            return _fine(say, "database", "there is none yet; the first start makes it")
        return _fault(say, "database", f"{file} cannot be written: look at the folder and its rights")
    keyring = cipher.Keyring(chosen.keys())
    try:
        store = await opening.open_store(chosen.database_url, keyring, clock.SystemClock(), chance.SystemChance())
    except errors.Locked as error:
        return await _elsewhere(chosen.database_url, file, keyring, say) or _locked(error, say)
    except errors.WrongKey as error:
        _fault(say, "key", str(error))
        return _fault(say, "database", "opens with another key alone")
    except errors.StoreError as error:
        say(f"key: {LATER}, the database does not open")
        return _fault(say, "database", str(error))
    await store.close()
    say("key: opens the database")
    return _fine(say, "database", f"well{_beware(chosen.database_url)}")


async def _elsewhere(url: str, file: pathlib.Path | None, keyring: cipher.Keyring, say: Say) -> bool:
    """Ask the bot that holds the file; return False where none does, or where its key is another."""
    answer = None if file is None else await desk.ask(desk.beside(file), "look", lambda *_: None)
    if answer is None or answer["mark"] != keyring.mark:
        return False
    say("key: opens the database")
    return _fine(say, "database", f"well, the running bot works on it{_beware(url)}")


def _beware(url: str) -> str:
    """Return what to beware of with this machine's SQLite; nothing where there is nothing."""
    version = engines.wal_fault(url)
    if version is None:
        return ""
    return f"; SQLite {version} may damage a file that two programs write: leave the file to nearer alone"


def _locked(error: errors.Locked, say: Say) -> bool:
    say(f"key: {LATER}, the database does not open")
    return _fault(say, "database", str(error))


async def _backups(chosen: settings.Settings, say: Say) -> bool:
    """Say how old the last backup is, and what to do where it is too old."""
    folder, now = shelf.Shelf(chosen.backups()), clock.SystemClock().now()
    latest, every = folder.latest(now), dt.timedelta(hours=chosen.backup_hours)
    if latest is None:
        who = "the running bot makes one" if every else "NEARER_BACKUP_HOURS is 0"
        return _fine(say, "backups", f"there is none in {folder.folder} yet: {who}, or run nearer backup")
    age = f"the last is {(now - latest) / dt.timedelta(hours=1):.0f} hours old"
    if latest < now - shelf.KEPT[shelf.KEYS] or (every and now - latest > 2 * every):
        todo = "look for backup-failed in the log, or run nearer backup"
        return _fault(say, "backups", f"{age}, in {folder.folder}: {todo}")
    return _fine(say, "backups", f"{age}, in {folder.folder}")


async def _content(_chosen: settings.Settings, say: Say) -> bool:
    """Run every rule over the content folder."""
    return _check_content(say)


def _check_content(say: Say) -> bool:
    faults = [one for one in check.run(find.root()) if one.severity == "error"]
    for one in faults:
        say(f"content: {one}")
    return not faults and _fine(say, "content", "well")


async def _telegram(chosen: settings.Settings, say: Say) -> bool:
    """Ask Telegram who this bot is, and compare the clocks."""
    found = await probing.reach(chosen.api_base, chosen.bot_token.get_secret_value())
    if found.fault is not None:
        _fault(say, "telegram", found.fault)
        return _fault(say, "clock", f"{LATER}, there is no other clock to compare with")
    say(f"telegram: this is @{found.username}")
    now = clock.SystemClock().now()
    if found.moment is None:
        return _fine(say, "clock", "the server tells no time to compare with")
    if abs(now - found.moment) > DRIFT:
        off = round((now - found.moment).total_seconds())
        return _fault(say, "clock", f"it is {off} seconds off; set it by a time server (NTP)")
    return _fine(say, "clock", "well")


def _fine(say: Say, what: str, how: str) -> bool:
    """Say that something is well."""
    say(f"{what}: {how}")
    return True


def _fault(say: Say, what: str, why: str) -> bool:
    """Say what is wrong."""
    say(f"{what}: {why}")
    return False


LOOKS: tuple[Callable[[settings.Settings, Say], Awaitable[bool]], ...] = (
    _database,
    _backups,
    _content,
    _telegram,
)
