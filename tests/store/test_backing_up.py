"""Backups: whole, of one moment, sealed; put back into an empty place alone, without who was forgotten since."""

import asyncio
import dataclasses
import datetime as dt
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain import model, schedule
from bot.store import aftercare, backing_up, boxes, cipher, engines, erasures, errors, migrating, restoring, shelf
from bot.store import store as stores
from bot.usecases import ports
from tests.store import conftest, making, test_canaries, test_forgetting
from tests.store.making import NOW, ROBIN, SAM

RING = cipher.Keyring((conftest.KEY,))
LATER = NOW + dt.timedelta(hours=1)
AWAY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"


@pytest.fixture
def folder(tmp_path: Path) -> shelf.Shelf:
    """Return the folder of backups."""
    return shelf.Shelf(tmp_path / "backups")


@pytest.fixture(scope="session")
def bare_database(server: None) -> Iterator[str]:
    """Return the name of a PostgreSQL database without tables, which one test at a time has for itself."""
    del server
    with conftest.server_database() as name:
        yield name


def emptied(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty place of a kind."""
    if kind == "sqlite":
        (tmp_path / "elsewhere").mkdir()
        yield f"sqlite+aiosqlite:///{tmp_path / 'elsewhere' / 'nearer.db'}"
        return
    name = request.getfixturevalue("bare_database")
    yield conftest.url_of(name)
    asyncio.run(conftest.on_server(AWAY, name))


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, url: str, tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty place of the same kind as the database."""
    yield from emptied(request, "sqlite" if engines.is_sqlite(url) else "postgres", tmp_path)


@pytest.fixture
async def filed(file_url: str, opened: conftest.Opener) -> stores.Store:
    """Return an empty store in a file, for what concerns backups alone."""
    return await opened(file_url)


@pytest.fixture
def beside(tmp_path: Path) -> str:
    """Return the address of a file that is not there."""
    return f"sqlite+aiosqlite:///{tmp_path / 'beside.db'}"


@pytest.fixture(params=conftest.DATABASES)
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty place of either kind."""
    yield from emptied(request, request.param, tmp_path)


async def put_back(
    url: str, folder: shelf.Shelf, ring: cipher.Keyring = RING, named: Path | None = None, now: dt.datetime = LATER
) -> restoring.Restored:
    """Put the newest backup of a folder back, or the one of that name."""
    source = restoring.find(folder, ring, named)
    return await restoring.restore(url, ring, source, now, erasures.Erasures(folder.folder))


async def rows_of(kept: stores.Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, but for the numbers that a restore moves on."""
    async with kept.begin() as tx:
        rows = await making.everything(tx)
        await tx._connection.execute(sa.text("UPDATE persons SET counter = 0, arrivals = 0"))
        rows["persons"] = (await making.everything(tx))["persons"]
    return {name: sorted(found, key=repr) for name, found in rows.items()}


async def test_everything_comes_back(url: str, anywhere: str, folder: shelf.Shelf, opened: conftest.Opener) -> None:
    """Each row is there again as it was, on the same kind of database or on the other, and opens."""
    kept = await opened(url)
    await test_canaries.live(kept)
    async with kept.begin() as tx:
        await tx.cool_down("all", LATER)
        await tx.add(making.ask(sent_at=NOW))
        await tx.add(making.breather())
    made = await kept.back_up(folder)
    restored = await put_back(anywhere, folder)
    assert (made.made_at, restored) == (
        NOW,
        restoring.Restored(made_at=NOW, people=2, forgotten=0),
    )
    again = await opened(anywhere)
    assert await rows_of(again) == await rows_of(kept)
    async with again.begin() as tx:
        person = await tx.person_by_telegram(test_canaries.CHATS[0])
        assert person is not None
        assert (person.name, person.username) == (test_canaries.NAME, test_canaries.USERNAME)
        assert (await tx.reflection(50)) == making.reflection(words=test_canaries.WORDS * 2)
    assert [one.payload[:6] for one in await again.arrived(10)] == [b'{"id":']


async def test_a_backup_is_of_one_moment(
    url: str, elsewhere: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """While others write, what belongs together is in the backup together, and nobody is turned away."""
    kept = await opened(url)
    async with kept.begin() as tx:
        await making.people(tx)
    enough = asyncio.Event()

    async def write(person_id: int) -> int:
        count = 0
        while not enough.is_set():
            async with kept.begin() as tx:
                person = await tx.person(person_id)
                assert person is not None
                count = person.counter + 1
                await tx.save(dataclasses.replace(person, counter=count))
                await tx.add(making.ask(1000 * person_id + count, person_id))
        return count

    async def back_up() -> None:
        try:
            for _ in range(3):
                await asyncio.sleep(0.02)
                await kept.back_up(folder)
        finally:
            enough.set()

    written = (await asyncio.gather(write(SAM), write(ROBIN), back_up()))[:2]
    await put_back(elsewhere, folder)
    again = await opened(elsewhere)
    async with again.begin() as tx:
        rows = (await making.everything(tx))["asks"]
        for person_id, all_of_them in zip((SAM, ROBIN), written, strict=True):
            person = await tx.person(person_id)
            assert person is not None
            counted = person.counter - aftercare.NUMBERS
            assert (len([row for row in rows if row[1] == person_id]), 0 < counted <= all_of_them) == (
                counted,
                True,
            )


async def forget(kept: stores.Store, folder: shelf.Shelf, *, taking: bool = False) -> None:
    """Forget the one person as the bot does, list first."""
    erasures.Erasures(folder.folder).note(test_forgetting.FORGOTTEN, NOW, taking=taking)
    async with kept.begin() as tx:
        await tx.forget(test_forgetting.FORGOTTEN)


@pytest.mark.parametrize(("lost", "taking"), [("the list", True), ("the keys since", False)])
async def test_the_forgotten_stay_forgotten(  # noqa: PLR0913 - what it takes
    url: str, elsewhere: str, folder: shelf.Shelf, opened: conftest.Opener, *, lost: str, taking: bool
) -> None:
    """Of who was forgotten since no row, key or word comes back; the list or younger keys are enough."""
    kept = await opened(url)
    await kept.receive([ports.Incoming(update_id=5, telegram_id=test_forgetting.CHAT, payload=b"words")], NOW)
    async with kept.begin() as tx:
        await test_forgetting.live_together(tx)
    old = await kept.back_up(folder)
    await forget(kept, folder, taking=taking)
    (folder.path(NOW, shelf.KEYS)).rename(folder.path(NOW - schedule.DAY, shelf.KEYS))
    old.file.rename(named := folder.path(NOW - schedule.DAY, shelf.DATA))
    if lost != "the keys since":
        await kept.back_up(folder)
    if lost == "the list":
        (folder.folder / erasures.NAME).unlink()
    restored = await put_back(elsewhere, folder, named=named)
    assert (restored.people, restored.forgotten) == (1, 1)
    again = await opened(elsewhere)
    traces = {
        test_forgetting.FORGOTTEN,
        str(test_forgetting.FORGOTTEN),
        again._vault.telegram_hash(test_forgetting.CHAT),
        again._vault.lane(test_forgetting.CHAT, 0),
    }
    async with again.begin() as tx:
        rows = await making.everything(tx)
        assert [name for name, found in rows.items() for row in found if traces & set(row)] == []
        left = await tx.post(71)
        assert (left is None) is taking
    assert await again.arrived(10) == []
    assert test_forgetting.FORGOTTEN in erasures.Erasures(folder.folder).ids()


async def test_what_was_not_opened_is_withdrawn_again(
    filed: stores.Store, beside: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """What waited unopened from somebody who was forgotten since waits no more."""
    async with filed.begin() as tx:
        await test_forgetting.live_together(tx)
        await tx.add(making.share(69, test_forgetting.FORGOTTEN))
        await tx.add(making.post(79, test_forgetting.KEPT, 69))
    await filed.back_up(folder)
    await forget(filed, folder)
    await put_back(beside, folder)
    again = await opened(beside)
    async with again.begin() as tx:
        assert (await tx.post(79), (await tx.post(71)) is None) == (None, False)


async def test_what_may_have_happened_does_not_happen_again(
    url: str, elsewhere: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """What may have left since is not sent again, no slot is given twice, and no number is used twice."""
    kept = await opened(url)
    once = {"policy": model.Policy.AT_MOST_ONCE, "kind": model.Kind.ASK}
    async with kept.begin() as tx:
        await making.pair(tx)
        sam, robin = await tx.person(SAM), await tx.person(ROBIN)
        assert sam is not None
        assert robin is not None
        soon, later = NOW + dt.timedelta(minutes=5), NOW + schedule.DAY
        await tx.save(dataclasses.replace(sam, next_ask_at=soon, counter=7))
        await tx.save(dataclasses.replace(robin, next_ask_at=later))
        for outbox_id, fields in ((91, once), (92, {}), (93, {**once, "due_at": later})):
            await tx.add(making.outbox(outbox_id, **fields))
        await tx.add(making.share(61, state=model.ShareState.COOLING, leaves_at=soon))
        await tx.add(making.share(62, state=model.ShareState.COOLING, leaves_at=later))
    await kept.back_up(folder)
    await put_back(elsewhere, folder)
    again = await opened(elsewhere)
    async with again.begin() as tx:
        rows = (await making.everything(tx))["outbox"]
        states = {row[0]: row[10] for row in rows}
        assert states == {
            91: model.OutboxState.UNKNOWN,
            92: model.OutboxState.PENDING,
            93: model.OutboxState.PENDING,
        }
        sam, robin = await tx.person(SAM), await tx.person(ROBIN)
        assert sam is not None
        assert sam.next_ask_at is not None
        assert robin is not None
        assert LATER - sam.next_ask_at > schedule.ASK_VALID
        assert (robin.next_ask_at, sam.counter) == (later, 7 + aftercare.NUMBERS)
        undone, waiting = await tx.share(61), await tx.share(62)
        assert undone is not None
        assert waiting is not None
        assert (undone.state, undone.words) == (model.ShareState.TAKEN, "")
        assert (waiting.state, waiting.words) == (model.ShareState.COOLING, "shared words")


async def test_a_backup_of_an_older_version_is_brought_up(
    url: str, elsewhere: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """A backup that has tables of the revision before is put back at the tables of this one."""
    kept = await opened(url)
    async with kept.begin() as tx:
        await making.pair(tx)
        await tx.add(making.reflection())
    await kept.close()
    engine = engines.make(url)
    await migrating.bring_down(engine, "-1")
    before = await migrating.revision(engine)
    await backing_up.make(engine, RING, folder, NOW)
    await migrating.bring_up(engine)
    await engine.dispose()
    assert boxes.label(folder.path(NOW, shelf.DATA)).revision == before != migrating.head()
    await put_back(elsewhere, folder)
    assert await migrating.current(elsewhere) == migrating.head()
    again = await opened(elsewhere)
    async with again.begin() as tx:
        assert await tx.reflection(50) == making.reflection()


async def test_the_files_show_nothing(url: str, folder: shelf.Shelf, opened: conftest.Opener) -> None:
    """No word, name or id shows in a backup, in any spelling, and nobody but their owner can read the files."""
    kept = await opened(url)
    await test_canaries.live(kept)
    await kept.back_up(folder)
    lying = test_canaries.contents(folder.folder)
    assert test_canaries.found(lying) == set()
    assert conftest.KEY not in lying
    assert {path.suffix: stat.S_IMODE(path.stat().st_mode) for path in folder.folder.iterdir()} == dict.fromkeys(
        (".data", ".keys", ".lock"), 0o600
    )


async def test_data_without_keys_opens_for_nobody(filed: stores.Store, beside: str, folder: shelf.Shelf) -> None:
    """Once its keys are gone a backup is not put back, and not one wrapped key lies in the file of data."""
    async with filed.begin() as tx:
        await making.people(tx)
        held = [row[1] for row in (await making.everything(tx))["data_keys"]]
    made = await filed.back_up(folder)
    records = list(boxes.records(made.file, RING))
    assert backing_up.KEY_TABLES & {record["table"] for record in records} == set()
    folder.path(NOW, shelf.KEYS).unlink()
    with pytest.raises(errors.StoreError, match=r"^there are no keys for .*\.data: put the file of keys"):
        await put_back(beside, folder)
    assert len(held) == 2


async def test_keys_live_shorter_than_data(filed: stores.Store, hands: Any, folder: shelf.Shelf) -> None:
    """A backup clears away keys of more than a fortnight and data of more than ninety days, and nothing younger."""
    days = []
    for ahead in (0, 10, 15, 80, 91):
        hands.jump(NOW + ahead * schedule.DAY)
        await filed.back_up(folder)
        days.append([[(at - NOW).days for at, _ in folder.every(kind)] for kind in (shelf.DATA, shelf.KEYS)])
    assert days[2:] == [
        [[15, 10, 0], [15, 10]],
        [[80, 15, 10, 0], [80]],
        [[91, 80, 15, 10], [91, 80]],
    ]


async def test_an_interrupted_backup_leaves_nothing(filed: stores.Store, folder: shelf.Shelf) -> None:
    """What ends halfway leaves no file that could be taken for a backup, and what a kill left is cleared away."""
    async with filed.begin() as tx:
        await making.people(tx)

    def fail(done: int, total: int) -> None:
        if done * 2 > total:
            raise errors.StoreError("the power is gone")

    with pytest.raises(errors.StoreError, match="power"):
        await filed.back_up(folder, fail)
    assert [path.name for path in folder.folder.iterdir() if path.suffix in {".data", ".part"}] == []
    (folder.folder / "20261123T090000Z.data.part").write_bytes(b"half")
    (folder.folder / "copy.db.part-wal").write_bytes(b"half")
    await filed.back_up(folder)
    assert sorted(path.suffix for path in folder.folder.iterdir()) == [".data", ".keys", ".lock"]


async def test_one_backup_at_a_time(filed: stores.Store, folder: shelf.Shelf) -> None:
    """Whoever comes while a backup is being made is told so."""
    with folder.alone(), pytest.raises(shelf.Busy, match=r"^another backup is being made"):
        await filed.back_up(folder)
    await filed.back_up(folder)


async def test_an_empty_database_has_nothing_to_back_up(empty_url: str, folder: shelf.Shelf) -> None:
    """Of a database without tables no backup is made that could be put back over a true one."""
    engine = engines.make(empty_url)
    with pytest.raises(errors.StoreError, match=r"^the database is empty"):
        await backing_up.make(engine, RING, folder, NOW)
    await engine.dispose()
    assert folder.every(shelf.DATA) == []


async def test_another_key_makes_no_backup(file_url: str, filed: stores.Store, folder: shelf.Shelf) -> None:
    """A backup under keys that do not open the database could never be read: it is not made."""
    await filed.close()
    engine = engines.make(file_url)
    with pytest.raises(errors.WrongKey, match=r"^the secret keys do not open this database"):
        await backing_up.make(engine, cipher.Keyring((bytes(32),)), folder, NOW)
    await engine.dispose()


async def test_nothing_is_overwritten(url: str, folder: shelf.Shelf, opened: conftest.Opener) -> None:
    """A place where there is a database already is refused and stays as it was."""
    kept = await opened(url)
    async with kept.begin() as tx:
        await making.people(tx)
    await kept.back_up(folder)
    before = await rows_of(kept)
    await kept.close()
    with pytest.raises(errors.StoreError, match=r"nothing is overwritten: (move it away|create a new one)"):
        await put_back(url, folder)
    assert await rows_of(await opened(url)) == before


def damage(path: Path, how: str) -> None:
    """Do to a file what disks and copies do."""
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(
        {
            "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "cut": whole[:middle],
            "one short": whole[:-1],
            "without its end": whole[: -len(_last(whole))],
            "longer": whole + b"\0",
            "empty": b"",
        }[how]
    )


def _last(whole: bytes) -> bytes:
    """Return the last record of a box with its length."""
    at = whole.index(b"\n") + 1
    while True:
        length = int.from_bytes(whole[at : at + 4], "big")
        if at + 4 + length == len(whole):
            return whole[at:]
        at += 4 + length


@pytest.mark.parametrize("kind", [shelf.DATA, shelf.KEYS])
@pytest.mark.parametrize("how", ["flipped", "cut", "one short", "without its end", "longer", "empty"])
async def test_a_damaged_backup_is_refused(
    file_url: str, folder: shelf.Shelf, opened: conftest.Opener, how: str, kind: str
) -> None:
    """A backup that is not whole is refused in one line that names the file."""
    kept = await opened(file_url)
    await test_canaries.live(kept)
    await kept.back_up(folder)
    damage(folder.path(NOW, kind), how)
    with pytest.raises(errors.StoreError, match=rf"^/\S+\.{kind} is (damaged or cut short|no backup of Nearer)"):
        await put_back(f"{file_url}.elsewhere", folder)


async def test_half_a_backup_is_not_put_back(
    url: str, elsewhere: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """Where damage shows only at the end, nothing of what came before it stays."""
    kept = await opened(url)
    await test_canaries.live(kept)
    await kept.back_up(folder)
    damage(folder.path(NOW, shelf.DATA), "without its end")
    with pytest.raises(errors.StoreError, match="damaged or cut short"):
        await put_back(elsewhere, folder)
    await is_empty(elsewhere)


def left(database: Path) -> list[str]:
    """Return what there is of a database beside its lock and its journal."""
    return [one.name for one in database.parent.glob(f"{database.name}*") if one.suffix not in {".lock", ".db-wal"}]


async def is_empty(url: str) -> None:
    """Hold that there is no database at that address, and no leftover of one."""
    if engines.is_sqlite(url):
        assert left(Path(sa.make_url(url).database or "")) == []
        return
    engine = engines.make(url)
    async with engine.connect() as connection:
        assert await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names()) == []
    await engine.dispose()


async def test_another_key_opens_no_backup(filed: stores.Store, beside: str, folder: shelf.Shelf) -> None:
    """A backup made under a key that is not here is refused in one line."""
    await filed.back_up(folder)
    with pytest.raises(errors.StoreError, match=r"^none of the secret keys opens /\S+\.keys: "):
        await put_back(beside, folder, cipher.Keyring((bytes(32),)))
    await is_empty(beside)


async def test_a_newer_backup_is_refused(file_url: str, folder: shelf.Shelf, opened: conftest.Opener) -> None:
    """A backup of a later version is told apart before anything is touched."""
    made = await (await opened(file_url)).back_up(folder)
    label = dataclasses.replace(boxes.label(made.file), revision="9999")
    with made.file.open("wb") as file:
        boxes.Writer(file, RING, label).close()
    with pytest.raises(
        errors.StoreError, match=r"was made by a newer version of Nearer: restore it with that one$"
    ):
        restoring.find(folder, RING)
    made.file.write_bytes(b"nearer box 2\n" + bytes(99))
    with pytest.raises(errors.StoreError, match=r"was made by another version of Nearer: use that one$"):
        restoring.find(folder, RING)


async def test_what_is_no_backup_is_told(file_url: str, folder: shelf.Shelf, opened: conftest.Opener) -> None:
    """An empty folder, a missing file, another file and a file of keys are told apart."""
    with pytest.raises(errors.StoreError, match=r"^there is no backup in /"):
        restoring.find(folder, RING)
    await (await opened(file_url)).back_up(folder)
    (folder.folder / "diary").write_bytes(b"dear diary, " * 9)
    for name, line in (
        ("nothing", "cannot be read: No such file"),
        ("diary", "is no backup of Nearer"),
        ("20261123T090000Z.keys", r"holds keys: name the file that ends in \.data"),
    ):
        with pytest.raises(errors.StoreError, match=line):
            restoring.find(folder, RING, folder.folder / name)


async def test_keys_of_another_database_do_not_serve(
    filed: stores.Store, folder: shelf.Shelf, opened: conftest.Opener, tmp_path: Path
) -> None:
    """Younger keys of another database in the same folder are passed by."""
    made = await filed.back_up(folder)
    other = shelf.Shelf(tmp_path / "other")
    await (await opened(f"sqlite+aiosqlite:///{tmp_path / 'other.db'}")).back_up(other)
    other.path(NOW, shelf.KEYS).replace(folder.path(LATER, shelf.KEYS))
    assert restoring.find(folder, RING).keys == folder.path(NOW, shelf.KEYS)
    other.path(NOW, shelf.DATA).replace(folder.path(LATER, shelf.DATA))
    folder.path(NOW, shelf.KEYS).unlink()
    with pytest.raises(errors.StoreError, match=r"^there are no keys for"):
        restoring.find(folder, RING, made.file)


async def test_a_journal_that_was_left_is_not_played(
    file_url: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """Beside a journal of another database nothing is put: it would be played into the new one."""
    kept = await opened(file_url)
    await kept.back_up(folder)
    await kept.close()
    leave_a_journal(Path(sa.make_url(file_url).database or ""))
    with pytest.raises(errors.StoreError, match=r"nearer\.db-wal is there already, and nothing is overwritten"):
        await put_back(file_url, folder)
    await is_empty(file_url)


def leave_a_journal(database: Path) -> None:
    """Move a database away without its journal."""
    database.unlink()
    database.with_name("nearer.db-wal").write_bytes(b"somebody else's")


async def test_a_damaged_database_is_not_backed_up(
    file_url: str, folder: shelf.Shelf, opened: conftest.Opener
) -> None:
    """Rows that point nowhere are told at once, not when the backup is needed."""
    kept = await opened(file_url)
    async with kept._engine.connect() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        for statement in ("PRAGMA foreign_keys=OFF", "INSERT INTO data_keys VALUES (99, x'00')"):
            await raw.execute_fetchall(statement)
    with pytest.raises(errors.StoreError, match=r"^the database file is damaged"):
        await kept.back_up(folder)
    assert folder.every(shelf.DATA) == []


def test_a_line_cut_short_does_not_hide_the_next(tmp_path: Path) -> None:
    """A list that a power cut left with half a line is read, and goes on with a line of its own."""
    one = erasures.Erasures(tmp_path)
    one.note(1, NOW)
    with (tmp_path / erasures.NAME).open("a") as file:
        file.write("2026-11-")
    one.note(2, NOW, taking=True)
    assert erasures.entries(one.lines()) == {erasures.Entry(1), erasures.Entry(2, taking=True)}
    one.merge([f"{NOW.isoformat()} 2 taken", f"{NOW.isoformat()} 3", "nonsense"])
    assert one.ids() == {1, 2, 3}
    assert len(one.lines()) == 3
