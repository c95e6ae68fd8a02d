"""Seals words, names and ids, so that a stolen database shows none and a moved value opens nowhere else."""

import base64
import hashlib
import hmac
import secrets
from typing import NamedTuple

from cryptography import exceptions
from cryptography.hazmat.primitives.ciphers import aead

from bot.store.errors import Damaged as Damaged
from bot.store.errors import WrongKey as WrongKey

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12  # what AES-GCM is specified for
_TAG_BYTES = 16
_HEAD = len(_VERSION) + _NONCE_BYTES


class Place(NamedTuple):
    """Where a sealed value belongs; it opens nowhere else."""

    table: str
    column: str
    row: int | str
    owner: int | str

    def __bytes__(self) -> bytes:
        return f"{self.table}.{self.column}:{self.row}:{self.owner}".encode()


class Cipher:
    """One AES-256-GCM key."""

    def __init__(self, key: bytes) -> None:
        self._key = aead.AESGCM(key)

    def seal(self, place: Place, plain: bytes) -> bytes:
        """Return `plain` sealed for that place: version, nonce, ciphertext and tag."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self._key.encrypt(nonce, plain, _VERSION + bytes(place))

    def unseal(self, place: Place, sealed: bytes) -> bytes:
        """Return what was sealed for that place, or raise Damaged naming the column alone."""
        version, nonce, rest = sealed[:1], sealed[1:_HEAD], sealed[_HEAD:]
        if version != _VERSION or len(sealed) < _HEAD + _TAG_BYTES:
            raise _damaged(place)
        try:
            return self._key.decrypt(nonce, rest, version + bytes(place))
        except exceptions.InvalidTag:
            raise _damaged(place) from None


class Keyring:
    """The master keys: the first wraps, all unwrap."""

    def __init__(self, keys: tuple[bytes, ...]) -> None:
        if not keys:
            raise WrongKey("there is no secret key to open the database with")
        self._ciphers = tuple(Cipher(key) for key in keys)
        self.mark = int.from_bytes(hmac.digest(keys[0], b"mark", hashlib.sha256)[:7], "big")
        """Tells the first key from others, and nothing else about it."""

    def wrap(self, place: Place, key: bytes) -> bytes:
        """Return a key sealed under the first master key."""
        return self._ciphers[0].seal(place, key)

    def unwrap(self, place: Place, wrapped: bytes) -> bytes:
        """Return a key that any of the master keys wrapped, or raise Damaged."""
        for cipher in self._ciphers[:-1]:
            try:
                return cipher.unseal(place, wrapped)
            except Damaged:
                continue
        return self._ciphers[-1].unseal(place, wrapped)

    def is_first(self, place: Place, wrapped: bytes) -> bool:
        """Return whether the first master key wrapped this; where another did, or none, it did not."""
        try:
            self._ciphers[0].unseal(place, wrapped)
        except Damaged:
            return False
        return True

    def mint(self, place: Place) -> tuple[bytes, bytes]:
        """Return a new random key and the same key wrapped."""
        key = secrets.token_bytes(KEY_BYTES)
        return key, self.wrap(place, key)


def _damaged(place: Place) -> Damaged:
    return Damaged(f"a sealed value in {place.table}.{place.column} does not open")


def new_key() -> str:
    """Return a new master key as url-safe base64 without padding."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).rstrip(b"=").decode()
