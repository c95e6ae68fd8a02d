"""Canaries: a stolen database, with its journal, shows no word, no name and no id, in any spelling."""

import base64
import os
import traceback
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain import model
from bot.store import errors, store, tables
from bot.usecases import ports
from tests import canaries
from tests.store import conftest, making
from tests.store.making import NOW, PAIR

NAME, NICKNAME, USERNAME = "Zyglovarmené", "Plinkotrestle", "zyglo_varm_77"
WORDS, SHARED, TYPED = "I felt quobblesome today", "Tell you: snarfledon", "raw grimpletwax update"
TEXTS = (NAME, NICKNAME, USERNAME, WORDS, SHARED, TYPED)
CHATS = (7_318_046_529, 6_902_581_437)
SEEKER = canaries.Seeker(TEXTS, CHATS, [conftest.KEY])


async def live(kept: store.Store) -> None:
    """Let two people do what leaves words, names and ids behind, edits and deletions too."""
    updates = [
        ports.Incoming(update_id=n, telegram_id=chat, payload=f'{{"id": {chat}, "text": "{TYPED}"}}'.encode())
        for n, chat in enumerate(CHATS, start=1)
    ]
    await kept.receive(updates, NOW)
    async with kept.begin() as tx:
        for person_id, chat in enumerate(CHATS, start=1):
            await tx.welcome(chat, making.person(person_id, name=NAME, username=USERNAME))
        await tx.add_pair(PAIR, NOW)
        for person_id in (1, 2):
            await tx.add(making.half(20 + person_id, person_id, name=NAME, nickname=NICKNAME))
        await tx.add(making.reflection(words=WORDS))
        await tx.add(making.share(words=SHARED, state=model.ShareState.POSTED))
        await tx.add(making.post(words=SHARED, state=model.PostState.OPENED))
        await tx.save(making.reflection(words=WORDS * 2))
        await tx.finish(1, NOW)
    await kept.answered([1], NOW)


def found(haystack: bytes) -> set[str]:
    """Return the canaries that show."""
    return SEEKER.shown(haystack)


def contents(folder: Path) -> bytes:
    """Return every byte of every file."""
    return b"".join(Path(entry).read_bytes() for entry in os.scandir(folder))


def test_the_search_would_find_them() -> None:
    """Each canary is found in each of its spellings: a search that finds nothing has looked."""
    for text in (*TEXTS, *map(str, CHATS)):
        assert all(found(b"\0" + one + b"\0") for one in canaries.of_text(text))
    assert found(base64.b64encode(b"x" + WORDS.encode() + b"y")) == {WORDS}
    assert found(CHATS[0].to_bytes(8, "big")) == {str(CHATS[0])}


async def test_the_files_show_nothing(file_url: str, tmp_path: Path, opened: conftest.Opener) -> None:
    """Neither while the bot runs, journal included, nor after it has closed, nor is a key there in the clear."""
    kept = await opened(file_url)
    await live(kept)
    assert {entry.name for entry in os.scandir(tmp_path)} >= {"nearer.db", "nearer.db-wal"}
    assert found(contents(tmp_path)) == set()
    await kept.close()
    assert found(contents(tmp_path)) == set()


@pytest.mark.needs("postgres")
async def test_a_server_shows_nothing(opened: conftest.Opener, server_url: str) -> None:
    """Nor does any column of any table on PostgreSQL."""
    kept = await opened(server_url)
    await live(kept)
    async with kept.begin() as tx:
        rows = [
            column for found_rows in (await making.everything(tx)).values() for row in found_rows for column in row
        ]
    lying = b"\0".join(column if isinstance(column, bytes) else str(column).encode() for column in rows)
    assert found(lying) == set()
    assert CHATS[0] not in rows


async def test_errors_show_nothing(kept: store.Store) -> None:
    """What the database refuses is not quoted, nor is what the driver said of it shown along."""
    await live(kept)
    elsewhere = making.share(61, author_id=1, pair_id=99, words=SHARED)
    with pytest.raises(errors.StoreError, match="refused") as caught:
        await kept.perform(lambda tx: tx.add(elsewhere))
    assert found("".join(traceback.format_exception(caught.value)).encode()) == set()


async def test_damage_is_named_without_its_content(kept: store.Store) -> None:
    """A sealed value that was tampered with is not read, and the error names its column alone."""
    await live(kept)
    async with kept.begin() as tx:
        await tx._connection.execute(sa.update(tables.reflections).values(words=b"\x01" + bytes(60)))
    with pytest.raises(errors.Damaged, match=r"^a sealed value in reflections\.words does not open$"):
        await kept.perform(lambda tx: tx.reflection(50))
    async with kept.begin() as tx:
        assert await tx.share(60) == making.share(words=SHARED, state=model.ShareState.POSTED)


async def test_a_value_moved_between_people_is_not_read(kept: store.Store) -> None:
    """Somebody with the database in hand cannot put one person's sealed words under another's name."""
    await live(kept)
    async with kept.begin() as tx:
        await tx.add(making.reflection(51, 2, words="mine"))
        other = sa.select(tables.reflections.c.words).where(tables.reflections.c.id == 50).scalar_subquery()
        await tx._connection.execute(sa.update(tables.reflections).values(words=other))
    with pytest.raises(errors.Damaged):
        await kept.perform(lambda tx: tx.reflection(51))
