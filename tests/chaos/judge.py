"""Watches every phone of a simulated world, and every request, for whatever must never be."""

import asyncio
import collections
import dataclasses
import datetime as dt
import hashlib
import json
import re
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.simulator import messages, phone
from tests.chaos import lives, machine, play

_DATA = re.compile(r"[a-z-]+(:[0-9]+){0,2}")
_WORDY = ("sendMessage", "editMessageText")
_ARE_TWO = """SELECT 1 FROM halves a JOIN halves b ON a.pair_id = b.pair_id
    WHERE a.person_id = ? AND b.person_id = ?"""
_ROWS = """SELECT count(*), total(state = 'sending' AND lapses_at IS NOT NULL) FROM outbox
    WHERE subject = ? AND kind = 'ask' AND key NOT LIKE 'uncover:%' AND state IN ('sending', 'sent', 'unknown')"""
_PERSON = "SELECT zone, calm, quiet_from, quiet_until FROM persons WHERE id = ?"
_MOST = 40  # faults that are told of one world
_FLIGHT = 25.0  # seconds for which a request may be under way
_LATE = 3 * 3600 + 180  # seconds after its time within which a question may still come, with its small delay
_APART = 13 * 3600  # seconds between two questions: 16 hours between their plans, of which three may pass unsent


@dataclasses.dataclass(slots=True)
class Asked:
    """What a phone has shown of one question."""

    at: float
    local: dt.datetime
    zone: str
    shown: int = 0


class Judge:
    """The faults of one world, each as one line; what can be told at once is told at once."""

    def __init__(self, inhabitants: Sequence[lives.Inhabitant]) -> None:
        self.faults: list[str] = []
        self.noticed = asyncio.Event()  # that something is wrong
        self.keeps = False  # all that the phones receive
        self.confirmed: dict[str, float] = {}  # texts whose author tapped Send under them, or typed them for it
        self.taken_back: dict[str, float] = {}
        self._accepted: set[tuple[int, int]] = set()  # chat and message of texts that the bot has taken in
        self.counts: collections.Counter[str] = collections.Counter()
        self.transcript = hashlib.sha256()
        self.dids: list[play.Did] = []
        self._by_chat = {one.phone.id: one for one in inhabitants}
        self._people = list(inhabitants)
        self._machine: machine.Machine | None = None
        self._met: set[tuple[int, int]] = set()
        self._asked: dict[tuple[int, int], Asked] = {}  # by row id of the person and number
        self._last: dict[int, Asked] = {}
        self._lines: dict[int, list[str]] = {}
        self._places: dict[int, dict[int, int]] = {}  # of a message on its phone: Telegram counts everybody's
        self._revealed: set[str] = set()  # texts that a reader has seen
        self._signs: dict[str, str] = {}
        self._hashes: dict[int, bytes] = {}

    def mount(self, on: machine.Machine) -> None:
        """Begin to watch a machine."""
        self._machine = on
        on.watching = self.leaves
        for one in self._people:
            one.told = self.did

    @property
    def machine(self) -> machine.Machine:
        """Return the machine that is watched."""
        assert self._machine is not None
        return self._machine

    def fault(self, what: str) -> None:
        """Note one fault."""
        self.noticed.set()
        if len(self.faults) < _MOST:
            self.faults.append(f"{self.machine.clock.true():%Y-%m-%d %H:%M:%S} {what}")

    def telegram_id(self, number: int) -> int:
        """Return the Telegram id of a person."""
        return self._people[number].phone.id

    def was_accepted(self, did: play.Did) -> bool:
        """Say whether the bot has taken in what somebody wrote: what waited for a day Telegram let go."""
        return did.message is not None and (did.message.chat_id, did.message.id) in self._accepted

    def some_ids(self, count: int) -> Sequence[int]:
        """Return the Telegram ids of some people."""
        return [one.phone.id for one in self._people[:count]]

    def standing(self) -> Iterator[tuple[int, str]]:
        """Yield what stands on each phone that the bot can reach: whose it is, and the words."""
        for one in self._people:
            if not one.phone.chat.blocked:
                yield from ((one.number, message.words) for message in one.phone.chat.living)

    # What people do

    def did(self, did: play.Did) -> None:
        """See what somebody did, and what it allows."""
        self.dids.append(did)
        self.counts["acts"] += 1
        verb = did.words.partition(":")[0]
        if did.what == "tap" and did.message is not None:
            if verb in ("send", "send-now", "send-tender", "send-anyway", "as-is", "seal", "softer", "ready"):
                self._confirm(did.message.words, did.at)
        elif did.what in ("text", "edit"):
            self._typed(did)

    def _confirm(self, words: str, at: float) -> None:
        for found in lives.TEXT.finditer(words):
            self.confirmed[found[0]] = at
            self.taken_back.pop(found[0], None)

    def _typed(self, did: play.Did) -> None:
        """Let words count as confirmed that are typed where the bot has asked for words that go at once."""
        invited = ("own-words:", "write-back:", "own-warmth", "answer-back:")
        mine = (one for one in reversed(self.dids) if one.who == did.who and one is not did)
        recent = (one.words for one in mine if did.at - one.at < 86400 * 3)
        if any(words.startswith(invited) for words, _ in zip(recent, range(60), strict=False)):
            self._confirm(did.words, did.at)

    # What leaves

    def leaves(self, method: str, fields: Mapping[str, str]) -> None:
        """See a request about to leave: no transaction may wait for it, and what is pushed needs its intent."""
        life = self.machine.life
        if life is not None and life.held is not None and asyncio.current_task() in life.held._inside:
            self.fault(f"{method} is called inside a transaction")
        self.counts["requests"] += 1
        if method == "getUpdates":
            self._offset(int(fields.get("offset", "0")))
        elif method in _WORDY:
            self._intended(method, fields)

    def _offset(self, offset: int) -> None:
        """Hold that the offset never passes what is committed."""
        for update_id in list(self.machine.world.updates._pending):
            if update_id >= offset:
                return
            update = self.machine.world.updates._pending[update_id]
            self._accepted.add((update.chat_id, update.payload.get("message_id", 0)))
            self.counts["updates"] += 1
            known = self.machine.eye.execute("SELECT 1 FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
            if known is None:
                self.fault("the offset passes an update that is not committed")

    def _intended(self, method: str, fields: Mapping[str, str]) -> None:
        """Hold that no question, no notice and no word of somebody else leaves without a committed intent."""
        reader = self._by_chat.get(int(fields["chat_id"]))
        if reader is None:
            return
        keyboard = fields.get("reply_markup", "")
        pushed = method == "sendMessage" and ('"skip:' in keyboard or '"open:' in keyboard)
        foreign = any(int(found[1]) != reader.number for found in lives.TEXT.finditer(fields["text"]))
        if "quokkabell" in keyboard.lower() and any(
            "quokkabell" in data.lower() for data in re.findall(r'"callback_data": ?"([^"]*)"', keyboard)
        ):
            self.fault("a button's data holds words")
        if not (pushed or foreign):
            return
        row = self._row_of(reader)
        found = self.machine.eye.execute(
            "SELECT 1 FROM outbox WHERE person_id = ? AND state = 'sending'", (row,)
        ).fetchone()
        if found is None:
            self.fault(f"{method} leaves for person {reader.number} without a committed intent")

    def _row_of(self, who: lives.Inhabitant) -> int | None:
        """Return the row id that somebody has now; None for a stranger."""
        if who.number not in self._hashes:
            life = self.machine.life
            if life is None or life.held is None:
                return None
            self._hashes[who.number] = life.held._vault.telegram_hash(who.phone.id)
        known = self.machine.eye.execute(
            "SELECT id FROM persons WHERE telegram_hash = ?", (self._hashes[who.number],)
        ).fetchone()
        return known[0] if known else None

    def has(self, who: lives.Inhabitant, column: str) -> bool:
        """Say whether there is a value in a column of somebody's row."""
        asked = f"SELECT {column} FROM persons WHERE id = ?"  # noqa: S608 - a name of our own
        found = self.machine.eye.execute(asked, (self._row_of(who),)).fetchone()
        return found is not None and found[0] is not None

    def is_paired(self, who: lives.Inhabitant) -> bool:
        """Say whether somebody lives in a pair."""
        asked = "SELECT 1 FROM halves WHERE person_id = ? AND state = 'living'"
        return self.machine.eye.execute(asked, (self._row_of(who),)).fetchone() is not None

    # What arrives

    def sees(self, entry: messages.Entry) -> None:
        """See what a phone received."""
        message = entry.message
        data = play._data(message) if message else []
        self._write_down(entry, data)
        who = self._by_chat.get(entry.chat_id)
        if who is None:
            return
        if entry.event in ("sent", "edited") and message is not None:
            self._words(who, message.words + entry.text)
            for one in data:
                if one and not _DATA.fullmatch(one):
                    self.fault(f"a button has odd data: {one!r}")
            if entry.event == "sent":
                self._came(who, data)
            self._gone(who, phone.plain(message.words), message)
            who.received(message)
        elif entry.text:
            self._words(who, entry.text)

    def _write_down(self, entry: messages.Entry, data: Sequence[str]) -> None:
        """Add a line to what is the same whenever the same seed is played."""
        message = entry.message
        seen = [message.id, message.words, message.buttons, message.reply_to, message.silent] if message else []
        line = [entry.at.isoformat(), entry.chat_id, entry.event, entry.text, *seen, list(data)]
        self.transcript.update(json.dumps(line).encode())
        self.counts["seen"] += 1
        if self.keeps:
            self._keep(entry)

    def _keep(self, entry: messages.Entry) -> None:
        """Keep what a phone received, to the minute."""
        lines, message = self._lines.setdefault(entry.chat_id, []), entry.message
        seen = ""
        if message is not None:
            places = self._places.setdefault(entry.chat_id, {})
            place = places.setdefault(message.id, len(places))
            seen = f"#{place} {message.words} {message.buttons} {places.get(message.reply_to or 0)}"
        lines.append(f"{entry.at:%Y-%m-%d %H:%M} {entry.event} {entry.text} {seen}")

    def received(self) -> Sequence[Sequence[str]]:
        """Return what each phone received, by the number of its person; within a minute in any order."""
        return [sorted(self._lines.get(one.phone.id, [])) for one in self._people]

    def _words(self, who: lives.Inhabitant, words: str) -> None:
        """Hold that words of somebody else were confirmed by them, are not taken back, and are for this reader."""
        for found in lives.TEXT.finditer(words):
            author = int(found[1])
            if author == who.number:
                continue
            self.counts["revealed"] += 1
            self._revealed.add(found[0])
            if found[0] not in self.confirmed:
                self.fault(f"{found[0]} is shown to person {who.number}, and nobody confirmed it")
            since = self.taken_back.get(found[0])
            if since is not None and self._now() - since > _FLIGHT:
                self.fault(f"{found[0]} is shown to person {who.number} after it was taken back")
            if not self._are_two(author, who.number):
                self.fault(f"{found[0]} is shown to person {who.number}, who was never the other half")

    def _are_two(self, author: int, reader: int) -> bool:
        if (author, reader) in self._met:
            return True
        rows = [self._row_of(self._people[number]) for number in (author, reader)]
        found = self.machine.eye.execute(_ARE_TWO, rows).fetchone()
        if found is not None:
            self._met |= {(author, reader), (reader, author)}
        return found is not None

    def _gone(self, who: lives.Inhabitant, words: str, message: messages.Message) -> None:
        """Remember what its author reads to be gone: taken back, or at a leaving not opened by anybody."""
        if words.startswith(self._sign("sharing-taken-back")):
            for did in reversed(self.dids[-400:]):
                if did.who == who.number and did.message is not None and did.message.id == message.id:
                    self._ban(lives.TEXT.finditer(did.message.words), did.at)
                    return
        elif words.startswith(tuple(map(self._sign, ("pairing-left", "pairing-told", "privacy-forgotten")))):
            mine = (found for text in self.confirmed if (found := lives.TEXT.match(text)) is not None)
            closed = (one for one in mine if int(one[1]) == who.number and one[0] not in self._revealed)
            self._ban(closed, self._now())

    def _ban(self, texts: Iterable[re.Match[str]], at: float) -> None:
        for found in texts:
            if at >= self.confirmed.get(found[0], -1.0):
                self.taken_back[found[0]] = self._now()

    def _sign(self, key: str) -> str:
        """Return how a line begins, before its first name."""
        if key not in self._signs:
            text = self.machine.words.text("en", key, partner="\0")
            self._signs[key] = phone.plain(text).partition("\0")[0]
        return self._signs[key]

    def _now(self) -> float:
        return self.machine.clock.monotonic()

    # Questions

    def _came(self, who: lives.Inhabitant, data: Sequence[str]) -> None:
        number = next((int(one.split(":")[1]) for one in data if one.startswith(("skip:", "uncover:"))), None)
        if number is None:
            return
        row = self._row_of(who)
        ask = self.machine.eye.execute(
            "SELECT id FROM asks WHERE person_id = ? AND n = ?", (row, number)
        ).fetchone()
        if row is None or ask is None:
            return  # forgotten while it was under way
        self.counts["asks"] += 1
        person = self.machine.eye.execute(_PERSON, (row,)).fetchone()
        zone = person["zone"] or "UTC"
        local = self.machine.clock.now().astimezone(zoneinfo.ZoneInfo(zone))
        asked = self._asked.setdefault((row, number), Asked(self._now(), local, zone))
        asked.shown += 1
        left, pushed = self.machine.eye.execute(_ROWS, (ask["id"],)).fetchone()
        if asked.shown > left:
            self.fault(f"question {number} came {asked.shown} times to person {who.number}, and was to come {left}")
        if pushed:
            self.counts["pushed"] += 1
            self._pushed(who, row, asked, person)
            self._last[row] = asked

    def _pushed(self, who: lives.Inhabitant, row: int, asked: Asked, person: Mapping[str, str]) -> None:
        """Hold that a question comes once a local day, far from the last, around its time, in no quiet hours."""
        last = self._last.get(row)
        if last is not None and not self.machine.jumped:
            if asked.at - last.at < _APART:
                self.fault(f"two questions within {asked.at - last.at:.0f} s for person {who.number}")
            if last.zone == asked.zone and last.local.date() == asked.local.date():
                self.fault(f"two questions on {asked.local:%Y-%m-%d} for person {who.number}")
        if asked.at - who.moved_at < 86400 or self.machine.wrong_lately():
            return
        wall = _seconds(asked.local.time())
        late = (wall - _seconds(dt.time.fromisoformat(person["calm"]))) % 86400
        if late > _LATE:
            self.fault(f"a question {late} s after its time for person {who.number}")
        start, end = (_seconds(dt.time.fromisoformat(person[name])) for name in ("quiet_from", "quiet_until"))
        if (start <= wall < end) if start <= end else (wall >= start + 1 or wall < end):
            self.fault(f"a question in quiet hours for person {who.number}")


def _seconds(wall: dt.time) -> int:
    return wall.hour * 3600 + wall.minute * 60 + wall.second
