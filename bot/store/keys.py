"""Holds the keys that a store works with and hands out those that lie wrapped in the database."""

import datetime as dt
import hashlib
import hmac

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import cipher, errors, tables

HASH = "hash"


class Vault:
    """The master keys, the key of the hashes, and the key of the day that updates are arriving on."""

    def __init__(self, ring: cipher.Keyring, hash_key: bytes) -> None:
        self.ring = ring
        self._hash_key = hash_key
        self._today: tuple[dt.date, cipher.Cipher] | None = None

    def telegram_hash(self, telegram_id: int) -> bytes:
        """Return what a person is looked up by; only this database's hash key makes it."""
        return self._hash(f"person:{telegram_id}")

    def lane(self, telegram_id: int | None, update_id: int) -> bytes:
        """Return the lane of an update: its sender's, or one of its own where nobody sent it."""
        return self._hash(f"update:{update_id}" if telegram_id is None else f"lane:{telegram_id}")

    def mint_for(self, person_id: int) -> tuple[cipher.Cipher, bytes]:
        """Return a new data key for a person, ready and wrapped."""
        key, wrapped = self.ring.mint(person_place(person_id))
        return cipher.Cipher(key), wrapped

    def key_of(self, person_id: int, wrapped: bytes) -> cipher.Cipher:
        """Return a person's data key, or raise Damaged."""
        return cipher.Cipher(self.ring.unwrap(person_place(person_id), wrapped))

    def mint_day(self, day: dt.date) -> bytes:
        """Return a new wrapped key for the updates of a UTC day."""
        return self.ring.mint(day_place(day))[1]

    def key_of_day(self, day: dt.date, wrapped: bytes) -> cipher.Cipher:
        """Return a day's key, or raise Damaged."""
        return cipher.Cipher(self.ring.unwrap(day_place(day), wrapped))

    def today(self, day: dt.date) -> cipher.Cipher | None:
        """Return the day's key if it was kept: it is committed, so it may be used without asking."""
        return self._today[1] if self._today and self._today[0] == day else None

    def keep_today(self, day: dt.date, key: cipher.Cipher) -> None:
        """Keep a day's key at hand, once it is committed."""
        self._today = (day, key)

    def _hash(self, what: str) -> bytes:
        return hmac.digest(self._hash_key, what.encode(), hashlib.sha256)


def person_place(person_id: int) -> cipher.Place:
    """Return where a person's data key is wrapped for."""
    return cipher.Place("data_keys", "wrapped", person_id, person_id)


def day_place(day: dt.date) -> cipher.Place:
    """Return where a day's key is wrapped for."""
    return cipher.Place("inbox_keys", "wrapped", day.isoformat(), day.isoformat())


def secret_place(name: str) -> cipher.Place:
    """Return where a key of the whole store is wrapped for."""
    return cipher.Place("secrets", "wrapped", name, name)


async def hash_key(connection: AsyncConnection, ring: cipher.Keyring) -> bytes | None:
    """Return the key of the hashes, None where there is none yet; whether it opens tells whether the keys fit."""
    kept = sa.select(tables.secrets.c.wrapped).where(tables.secrets.c.name == HASH)
    wrapped = (await connection.execute(kept)).scalar_one_or_none()
    try:
        return None if wrapped is None else ring.unwrap(secret_place(HASH), wrapped)
    except errors.Damaged:
        raise errors.WrongKey("the secret keys do not open this database: it was made with another one") from None


def house(hash_key: bytes) -> str:
    """Return what tells a database from all others, whatever its master key: it stands on its backups."""
    return hmac.digest(hash_key, b"house", hashlib.sha256)[:8].hex()
