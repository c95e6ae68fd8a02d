"""Looks at everything `nearer run` needs, and says of each in one line whether it is well and what to do."""

import datetime as dt
from collections.abc import Awaitable, Callable

from bot import chance, clock, settings
from bot.content import check, find
from bot.store import cipher, errors, opening
from bot.telegram import probing

DRIFT = dt.timedelta(seconds=60)
Say = Callable[[str], None]


async def run(chosen: settings.Settings, say: Say) -> int:
    """Check one thing after the other; return 0 where all is well, else 1."""
    say("settings: well")
    looks = (_database, _content, _telegram)
    results = [await look(chosen, say) for look in looks]
    return 0 if all(results) else 1


async def _database(chosen: settings.Settings, say: Say) -> bool:
    """Open the database with the key."""
    keyring = cipher.Keyring(chosen.keys())
    try:
        store = await opening.open_store(chosen.database_url, keyring, clock.SystemClock(), chance.SystemChance())
    except errors.WrongKey as error:
        return _fault(say, "key", str(error))
    except errors.Locked as error:
        say(f"database: {error}")
        return False
    except errors.StoreError as error:
        return _fault(say, "database", str(error))
    await store.close()
    say("key: opens the database")
    say("database: well")
    return True


async def _content(_chosen: settings.Settings, say: Say) -> bool:
    """Run every rule over the content folder."""
    faults = [one for one in check.run(find.root()) if one.severity == "error"]
    for one in faults:
        say(f"content: {one}")
    if not faults:
        say("content: well")
    return not faults


async def _telegram(chosen: settings.Settings, say: Say) -> bool:
    """Ask Telegram who this bot is, and compare the clocks."""
    found = await probing.reach(chosen.api_base, chosen.bot_token.get_secret_value())
    if found.fault is not None:
        return _fault(say, "telegram", found.fault)
    say(f"telegram: this is @{found.username}")
    now = clock.SystemClock().now()
    if found.moment is not None and abs(now - found.moment) > DRIFT:
        off = round((now - found.moment).total_seconds())
        return _fault(say, "clock", f"it is {off} seconds off; set it by a time server (NTP)")
    say("clock: well")
    return True


def _fault(say: Say, what: str, why: str) -> bool:
    """Say a fault."""
    say(f"{what}: {why}")
    return False


Look = Callable[[settings.Settings, Say], Awaitable[bool]]
