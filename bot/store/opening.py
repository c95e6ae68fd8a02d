"""Opens a store: takes the lock, brings the tables up to date, and finds out whether the key fits."""

import contextlib

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot import chance, clock
from bot.store import cipher, engines, errors, keys, locking, migrating, store, tables
from bot.store.errors import Locked as Locked


async def open_store(url: str, keyring: cipher.Keyring, clock: clock.Clock, chance: chance.Chance) -> store.Store:
    """Return the store of a database, upgraded; or raise StoreError, Locked or WrongKey with one clear line."""
    with contextlib.ExitStack() as held:
        held.enter_context(locking.hold(url))
        engine = engines.make(url)
        try:
            if await migrating.revision(engine) != migrating.head() and not await migrating.bears(engine):
                await migrating.bring_up(engine)
            vault = await _vault(engine, keyring)
        except BaseException:
            await engine.dispose()
            raise
        return store.Store(engine, vault, clock, chance, held.pop_all())


async def _vault(engine: AsyncEngine, keyring: cipher.Keyring) -> keys.Vault:
    with errors.reached():
        async with engine.begin() as connection:
            return keys.Vault(keyring, await _hash_key(connection, keyring))


async def _hash_key(connection: AsyncConnection, keyring: cipher.Keyring) -> bytes:
    """Return the key of the hashes, made when the database is new."""
    key, wrapped = keyring.mint(keys.secret_place(keys.HASH))
    minted = {"name": keys.HASH, "wrapped": wrapped}
    await connection.execute(engines.insert(connection, tables.secrets).values(minted).on_conflict_do_nothing())
    return await keys.hash_key(connection, keyring) or key
