"""Judges what a world leaves behind: nothing is lost, doubled, left open or readable, and nobody remembered."""

import collections
import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.store import erasures
from tests.chaos import judge, lives, oracles

_LONG = dt.timedelta(days=2)  # after which a reader was told of what came, unless they rest
_GIVING_UP = ("discard", "undo-response", "undo-warmth", "entry-erase", "take-back", "forget", "undo")
_OPEN = """SELECT state, count(*) FROM outbox
    WHERE state = 'sending' OR (state = 'pending' AND due_at < ?)
    OR (state = 'unknown' AND policy != 'at_most_once')
    GROUP BY state"""
_UNTOLD = """SELECT count(*) FROM posts
    JOIN halves ON halves.pair_id = posts.pair_id AND halves.person_id = posts.reader_id
    JOIN persons ON persons.id = posts.reader_id
    WHERE posts.state = 'unopened' AND posts.kind = 'share' AND halves.state = 'living' AND NOT persons.blocked
    AND NOT persons.resting AND posts.placed_at < ? AND NOT EXISTS (
        SELECT 1 FROM notices WHERE notices.person_id = posts.reader_id AND notices.message_id IS NOT NULL
        AND (notices.state = 'sent' OR notices.sent_at >= posts.placed_at))"""
_TAKEN = """SELECT count(*) FROM posts JOIN shares ON shares.id = posts.share_id
    WHERE shares.state = 'taken' AND posts.state != 'gone'"""
_LEFT = """SELECT count(*) FROM posts JOIN shares ON shares.id = posts.share_id
    JOIN halves ON halves.pair_id = posts.pair_id AND halves.person_id = shares.author_id
    WHERE posts.state = 'unopened' AND halves.state != 'living' AND posts.placed_at < halves.ended_at"""


class Ledger:
    """What the database, the disk and the log of one world hold at its end."""

    def __init__(self, on: judge.Judge, folder: Path, logged: str, peace: float) -> None:
        self._judge = on
        self._machine = on.machine
        self._eye = on.machine.eye
        self._folder = folder
        self._logged = logged
        self._peace = peace  # since when nothing went wrong any more

    def faults(self, kept: oracles.Kept) -> Iterator[str]:
        """Yield everything that is wrong, a line each."""
        yield from self._inbox()
        yield from self._outbox()
        yield from self._taken_back()
        yield from self._people()
        yield from self._spinning()
        yield from self._once(kept)
        yield from self._lost(kept)
        yield from self._forgotten()
        yield from self._readable()

    def _inbox(self) -> Iterator[str]:
        """Hold that every accepted update is done and answered."""
        for state, count in self._eye.execute(
            "SELECT state, count(*) FROM inbox WHERE state != 'done' OR answered_at IS NULL GROUP BY state"
        ):
            yield f"{count} updates ended {state} and unanswered"

    def _outbox(self) -> Iterator[str]:
        """Hold that nothing due waits, nothing is on its way for ever, and at least once never ends unknown."""
        now = f"{self._machine.clock.now():%Y-%m-%d %H:%M:%S.%f}"
        for state, count in self._eye.execute(_OPEN, (now,)):
            yield f"{count} rows of the outbox ended {state}"
        early = f"{self._machine.clock.now() - _LONG:%Y-%m-%d %H:%M:%S.%f}"
        (untold,) = self._eye.execute(_UNTOLD, (early,)).fetchone()
        if untold:
            yield f"{untold} shares lie with a reader who was told of none"
        (taken,) = self._eye.execute(_TAKEN).fetchone()
        if taken:
            yield f"{taken} shares lie with a reader though they were taken back"
        (left,) = self._eye.execute(_LEFT).fetchone()
        if left:
            yield f"{left} shares lie with a reader whose author had left"

    def _taken_back(self) -> Iterator[str]:
        """Hold that what was taken back stands on no other phone that the bot can reach."""
        for number, words in self._judge.standing():
            for found in lives.TEXT.finditer(words):
                since = self._judge.taken_back.get(found[0])
                if int(found[1]) != number and since is not None and since < self._peace:
                    yield f"{found[0]} stands on the phone of person {number}, though it was taken back"

    def _people(self) -> Iterator[str]:
        """Hold that nobody's next question lies in the past."""
        now = f"{self._machine.clock.now():%Y-%m-%d %H:%M:%S.%f}"
        (late,) = self._eye.execute("SELECT count(*) FROM persons WHERE next_ask_at < ?", (now,)).fetchone()
        if late:
            yield f"{late} people wait for a question that was due"

    def _spinning(self) -> Iterator[str]:
        """Hold that every tap in times of peace was answered."""
        for one in self._machine.world.unanswered_callbacks():
            if one.at > self._peace:
                yield f"a tap was never answered: {one.data}"

    def _once(self, kept: oracles.Kept) -> Iterator[str]:
        """Hold that each text had its effect once."""
        found = collections.Counter(
            text[0] for one in kept.reflections for text in itertools.islice(lives.TEXT.finditer(one.words), 1)
        )
        yield from (f"{text} is kept {count} times" for text, count in found.items() if count > 1)

    def _lost(self, kept: oracles.Kept) -> Iterator[str]:
        """Hold that every accepted text is kept, unless its author gave it up."""
        words = kept.words()
        given_up = self._given_up()
        for did in self._judge.dids:
            found = lives.TEXT.match(did.words)
            if did.what != "text" or found is None or did.message is None or found[0] in words:
                continue
            author = kept.people.get(self._judge.telegram_id(did.who))
            agreed = author is not None and author.agreed_at is not None and did.message.date >= author.agreed_at
            if agreed and did.at > given_up.get(did.who, -1.0) and self._judge.was_accepted(did):
                yield f"lost: {found[0]}"

    def _given_up(self) -> Mapping[int, float]:
        """Return when each person last gave up, or changed, anything that they had written."""
        found: dict[int, float] = {}
        for did in self._judge.dids:
            verb = did.words.partition(":")[0]
            changed = did.what in ("edit", "edited away")
            if changed or (did.what == "tap" and verb in _GIVING_UP) or did.words in ("forget", "undo", "/forget"):
                found[did.who] = did.at
        return found

    def _forgotten(self) -> Iterator[str]:
        """Hold that no row of anybody remembers who was forgotten."""
        gone = sorted(erasures.Erasures(self._folder / "backups").ids())
        self._judge.counts["forgotten"] = len(gone)
        tables = [name for (name,) in self._eye.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            columns = [row[1] for row in self._eye.execute(f"PRAGMA table_info({table})") if row[2] == "BIGINT"]
            for column, one in itertools.product(columns, gone):
                if self._eye.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (one,)).fetchone():  # noqa: S608
                    yield f"{table}.{column} still names somebody who was forgotten"

    def _readable(self) -> Iterator[str]:
        """Hold that no word, name or id stands anywhere on the disk or in the log."""
        needles = [form for word in ("quokkabell", "uokkabell") for form in oracles.spellings(word)]
        people = self._judge.some_ids(20)
        needles += [form for one in people for form in oracles.numbers(one) if len(form) > 6]
        pattern = re.compile(b"|".join(map(re.escape, needles)), re.IGNORECASE)
        written = {path.name: path.read_bytes() for path in self._folder.rglob("*") if path.is_file()}
        for name, content in {**written, "the log": self._logged.encode()}.items():
            found = pattern.search(content)
            if found:
                yield f"{name} holds {found[0]!r}"
