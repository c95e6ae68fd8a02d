"""The cipher: what is sealed opens in its place with its key, and nowhere else."""

import base64
import hmac
import secrets

import hypothesis
import pytest
from hypothesis import strategies as st

from bot.store import cipher

PLACE = cipher.Place("reflections", "words", 5, 1)
KEY, OTHER = bytes(range(32)), bytes(32)


@hypothesis.given(st.binary(max_size=2000), st.integers(1, 2**62), st.integers(1, 2**62))
def test_what_is_sealed_opens(plain: bytes, row: int, owner: int) -> None:
    """Any bytes come back from the place they were sealed for."""
    place = cipher.Place("reflections", "words", row, owner)
    assert cipher.Cipher(KEY).unseal(place, cipher.Cipher(KEY).seal(place, plain)) == plain


@pytest.mark.parametrize(
    "elsewhere",
    [
        PLACE._replace(table="shares"),
        PLACE._replace(column="name"),
        PLACE._replace(row=6),
        PLACE._replace(owner=2),
        PLACE._replace(row=51, owner=""),
    ],
)
def test_a_moved_value_does_not_open(elsewhere: cipher.Place) -> None:
    """In another table, column, row, or under another owner it is damaged."""
    sealed = cipher.Cipher(KEY).seal(PLACE, b"words")
    with pytest.raises(cipher.Damaged):
        cipher.Cipher(KEY).unseal(elsewhere, sealed)


@hypothesis.given(st.data())
def test_a_changed_value_does_not_open(data: st.DataObject) -> None:
    """One changed bit anywhere, or any lost end, is noticed, and only the column is named."""
    sealed = cipher.Cipher(KEY).seal(PLACE, b"words")
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    for bad in (bytes(changed), cut):
        with pytest.raises(cipher.Damaged, match=r"^a sealed value in reflections\.words does not open$"):
            cipher.Cipher(KEY).unseal(PLACE, bad)


def test_another_key_does_not_open() -> None:
    """What one key sealed is damaged to another."""
    with pytest.raises(cipher.Damaged):
        cipher.Cipher(OTHER).unseal(PLACE, cipher.Cipher(KEY).seal(PLACE, b"words"))


def test_sealing_twice_shows_nothing_alike() -> None:
    """Equal words are sealed differently every time, and the words are not in it."""
    sealed = {cipher.Cipher(KEY).seal(PLACE, b"equal words") for _ in range(1000)}
    assert len(sealed) == 1000
    assert not any(b"words" in one for one in sealed)
    assert len({one[1:13] for one in sealed}) == 1000


def test_a_known_vector_opens() -> None:
    """The format stays readable: what an earlier version wrote opens in this one."""
    sealed = base64.b64decode("AQAAAAAAAAAAAAAAAHnTx7rGHq3c98ful+0ghGVc9vw+Hg==")
    assert cipher.Cipher(KEY).unseal(PLACE, sealed) == b"words"


def test_all_master_keys_open_and_the_first_seals() -> None:
    """After a new key is put first, what the old one wrapped still opens; without the old one it does not."""
    old, new = cipher.Keyring((OTHER,)), cipher.Keyring((KEY, OTHER))
    key, wrapped = old.mint(PLACE)
    assert new.unwrap(PLACE, wrapped) == key
    with pytest.raises(cipher.Damaged):
        cipher.Keyring((KEY,)).unwrap(PLACE, wrapped)
    with pytest.raises(cipher.Damaged):
        old.unwrap(PLACE, new.wrap(PLACE, key))


def test_a_ring_without_keys_is_refused() -> None:
    """There is no store without a key."""
    with pytest.raises(cipher.WrongKey, match="no secret key"):
        cipher.Keyring(())


def test_a_new_key_is_32_bytes_in_url_safe_base64() -> None:
    """Without padding, and never the same."""
    made = {cipher.new_key() for _ in range(100)}
    assert len(made) == 100
    assert {len(base64.urlsafe_b64decode(key + "=")) for key in made} == {cipher.KEY_BYTES}
    assert not any("=" in key for key in made)


def test_nothing_shows_a_key() -> None:
    """Neither a cipher nor a ring prints what it holds."""
    key = secrets.token_bytes(32)
    shown = repr(cipher.Cipher(key)) + repr(cipher.Keyring((key,))) + str(vars(cipher.Cipher(key)))
    assert not any(text in shown for text in (key.hex(), repr(key), base64.b64encode(key).decode()))


@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_a_key_in_the_middle_of_the_ring_opens_and_only_the_first_is_first(which: int) -> None:
    """Of four master keys each unwraps what it wrapped, and the first alone is told as the first."""
    keys = tuple(bytes([n]) * 32 for n in range(4))
    wrapped = cipher.Keyring((keys[which],)).wrap(PLACE, b"inner")
    ring = cipher.Keyring(keys)
    assert ring.unwrap(PLACE, wrapped) == b"inner"
    assert ring.is_first(PLACE, wrapped) is (which == 0)
    assert not ring.is_first(PLACE._replace(row=6), wrapped)


def test_the_mark_of_a_key_stays_what_it_is() -> None:
    """The first key's mark, which the database keeps, is the same in every version."""
    marked = int.from_bytes(hmac.digest(KEY, b"mark", "sha256"), "big") >> (256 - 56)
    assert cipher.Keyring((KEY, OTHER)).mark == marked


def test_what_a_ring_mints_opens_with_it() -> None:
    """A minted key has 32 bytes and comes wrapped."""
    ring = cipher.Keyring((KEY, OTHER))
    key, wrapped = ring.mint(PLACE)
    assert (len(key), ring.unwrap(PLACE, wrapped)) == (32, key)
