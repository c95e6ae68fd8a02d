"""Says what went wrong in a play: from the phones, from the database, and from every byte that was written."""

import collections
import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from bot import chance, clock
from bot.content import catalogue
from bot.domain import model
from bot.simulator import messages, world
from bot.store import cipher, opening, rows, store, tables
from bot.store.rows import V
from tests import canaries
from tests.chaos import play

spellings, numbers = canaries.of_text, canaries.of_number
TEXT = re.compile(r"(?:zebravault|otterlamp|lynxcradle)x\d{5}")
_DOUBLED = (
    *("receiving-notice", "receiving-came-back", "pairing-confirm", "pairing-confirm-username"),
    *("pairing-begun", "pairing-ended", "everything-else-away", "everything-else-failed"),
)
_ANSWERS = {
    "/help": "everything-else-help",
    "/support": "support-home",
    "/note": "reflecting-note",
    "/unpair": "pairing-leaving",
    "/cancel": "everything-else-cancelled",
    "/clear": "privacy-cleared",
    "/privacy": "privacy-text",
}
_IN_FLIGHT = 1.0  # seconds that a reveal may have been under way when its take-back committed


@dataclasses.dataclass(slots=True)
class Kept:
    """What the database holds at the end, opened with its key."""

    people: dict[int, model.Person]  # by Telegram id
    reflections: Sequence[model.Reflection]
    shares: Sequence[model.Share]
    posts: Sequence[model.Post]
    halves: Sequence[model.Half]
    outbox: Sequence[model.Outbox]
    asks: Sequence[model.Ask]
    inbox: dict[int, str]

    def words(self) -> str:
        """Return all words that are kept."""
        found = [one.words for one in self.reflections] + [one.words for one in self.shares]
        return "\n".join([*found, *(one.words or "" for one in self.posts)])


async def read(url: str, key: bytes, telegram_ids: Sequence[int]) -> Kept:
    """Return what a database holds, which no bot may have open."""
    held = await opening.open_store(url, cipher.Keyring((key,)), clock.SystemClock(), chance.SystemChance())
    try:
        async with held.begin() as tx:
            found = {one: await tx.person_by_telegram(one) for one in telegram_ids}
        return Kept(
            {one: person for one, person in found.items() if person is not None},
            await _all(held, model.Reflection),
            await _all(held, model.Share),
            await _all(held, model.Post),
            await _all(held, model.Half),
            await _all(held, model.Outbox),
            await _all(held, model.Ask),
            await _inbox(held),
        )
    finally:
        await held.close()


async def _all(held: store.Store, kind: type[V]) -> Sequence[V]:
    async with held.begin() as tx:
        return await tx._every(kind, sa.true(), order=(rows.shape(kind).table.c.id,))


async def _inbox(held: store.Store) -> dict[int, str]:
    columns = (tables.inbox.c.update_id, tables.inbox.c.state)
    async with held.begin() as tx:
        return {row[0]: str(row[1].value) for row in await tx._connection.execute(sa.select(*columns))}


class Phones:
    """The faults that can be seen on the phones, each as one line."""

    def __init__(self, on: world.World, cast: play.Cast, kept: Kept, words: catalogue.Catalogue) -> None:
        self.world = on
        self.cast = cast
        self.kept = kept
        self.words = words
        self.doubled: collections.Counter[str] = collections.Counter()
        self._patterns = [(key, self._pattern(key)) for key in _DOUBLED]

    def faults(self) -> list[str]:
        """Return everything that is wrong."""
        checks = (self._lost, self._twice, self._prompts, self._strangers, self._taken_back, self._answered)
        return [fault for check in checks for fault in check()]

    def doubles(self) -> int:
        """Return how many notices came more than once."""
        count = 0
        for player in self.cast.players:
            seen: collections.Counter[str] = collections.Counter()
            for message in self._sent(player.phone.id):
                seen.update(data for data in _buttons(message) if data.startswith(("open:", "confirm:")))
            count += sum(times - 1 for times in seen.values())
        return count

    def _pattern(self, key: str) -> re.Pattern[str]:
        args = dict.fromkeys(("partner", "name", "username"), "\0")
        parts = self.words.text("en", key, **args).split("\0")
        return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)

    def _key(self, words: str) -> str | None:
        """Return which of the lines that may come twice a message is."""
        return next((key for key, pattern in self._patterns if pattern.fullmatch(words)), None)

    def _sent(self, person_id: int) -> Iterator[messages.Message]:
        for entry in self.world.log:
            if entry.chat_id == person_id and entry.event == "sent" and entry.message is not None:
                yield entry.message

    def _lost(self) -> Iterator[str]:
        """Hold that every accepted update was handled, and every text is kept, or was given up by its author."""
        for update_id, state in self.kept.inbox.items():
            if state != "done":
                yield f"update {update_id} ended {state}"
        kept = self.kept.words()
        given_up = self._given_up()
        for did in self.cast.did:
            known = TEXT.match(did.words)
            if did.what not in ("text", "edit") or known is None or not self._agreed(did):
                continue
            if known[0] not in kept and known[0] not in given_up:
                yield f"lost: {did.what} {known[0]!r}"

    def _agreed(self, did: play.Did) -> bool:
        """Say whether its author had agreed when a text arrived: before, words are answered with a greeting."""
        author = self.kept.people.get(did.who)
        if author is None or author.agreed_at is None or did.message is None:
            return False
        return did.message.date >= author.agreed_at

    def _given_up(self) -> set[str]:
        """Return texts that their authors discarded, undid, took back or changed."""
        given_up: set[str] = set()
        by_id = {one.message.id: one.words for one in self.cast.did if one.what == "text" and one.message}
        for did in self.cast.did:
            if did.what in ("edited away", "edit"):
                given_up |= set(TEXT.findall(did.words)) | set(
                    TEXT.findall(by_id.get(did.message.id, "") if did.message else "")
                )
            if did.what == "tap" and did.message is not None:
                verb = did.words.partition(":")[0]
                if verb == "discard":
                    given_up |= set(TEXT.findall(by_id.get(did.message.reply_to or 0, "") + did.message.words))
                if verb in ("undo-response", "take-back"):
                    given_up |= set(TEXT.findall(did.message.words))
        return given_up

    def _twice(self) -> Iterator[str]:
        """Hold that nothing is sent twice but content-free notices, lines of pairing, and "I was away"."""
        for player in self.cast.players:
            seen: collections.Counter[str] = collections.Counter()
            answers: collections.Counter[int] = collections.Counter()
            for message in self._sent(player.phone.id):
                key = self._key(message.words)
                if key is not None:
                    self.doubled[key] += 1
                    continue
                if message.reply_to is not None:
                    answers[message.reply_to] += 1
                seen[message.words] += 1
            yield from (f"{count} answers to message {one}" for one, count in answers.items() if count > 1)
            yield from (
                f"words of a person sent {count} times: {words!r}"
                for words, count in seen.items()
                if count > 1 and TEXT.search(words)
            )
            yield from self._too_often(player, seen)

    def _too_often(self, player: play.Player, seen: collections.Counter[str]) -> Iterator[str]:
        """Hold that a command is answered once."""
        for command, key in _ANSWERS.items():
            asked = sum(did.who == player.phone.id and did.words == command for did in self.cast.did)
            args = {"partner": "\0", "operator": "Chaos", "hours": 24, "days": 90, "keys": 14}
            parts = self.words.text("en", key, **args).strip().split("\0")
            pattern = re.compile(".*".join(map(re.escape, parts)), re.DOTALL)
            said = sum(count for words, count in seen.items() if pattern.fullmatch(words))
            taps = sum(
                did.who == player.phone.id and did.what == "tap" and _may_say(did.words, command)
                for did in self.cast.did
            )
            if said > asked + taps:
                yield f"{command} was asked {asked} times and answered {said} times"

    def _prompts(self) -> Iterator[str]:
        """Hold that a prompt is sent at most once for each time it was planned or asked for."""
        for telegram_id, person in self.kept.people.items():
            shown = collections.Counter(
                found[0] for message in self._sent(telegram_id) if (found := _asks(message))
            )
            for ask in self.kept.asks:
                if ask.person_id != person.id:
                    continue
                rows_ = [
                    one
                    for one in self.kept.outbox
                    if one.subject == ask.id and one.kind is model.Kind.ASK and not one.key.startswith("uncover:")
                ]
                sure = sum(one.state is model.OutboxState.SENT for one in rows_)
                maybe = sum(one.state is model.OutboxState.UNKNOWN for one in rows_)
                if not sure <= shown[ask.n] <= sure + maybe:
                    yield f"ask {ask.n}: {shown[ask.n]} on the phone, {sure} sent, {maybe} unknown"

    def _strangers(self) -> Iterator[str]:
        """Hold that words reach no phone but their author's and, once confirmed, the other half's of that pair."""
        for entry in self.world.log:
            said = entry.text + (entry.message.words if entry.message else "")
            said += " ".join(entry.message.buttons) if entry.message else ""
            for author in self.cast.players:
                if author.phone.id == entry.chat_id:
                    continue
                for found in set(TEXT.findall(said)):
                    if found.startswith(author.canary) and not self._may_read(author, entry.chat_id, found):
                        yield f"{found} reached a phone it was not for"

    def _may_read(self, author: play.Player, reader: int, text: str) -> bool:
        mine, theirs = self.kept.people.get(author.phone.id), self.kept.people.get(reader)
        if mine is None or theirs is None:
            return False
        pairs = {one.pair_id for one in self.kept.halves if one.person_id == mine.id}
        pairs &= {one.pair_id for one in self.kept.halves if one.person_id == theirs.id}
        return bool(pairs) and self._confirmed(author, text)

    def _confirmed(self, author: play.Player, text: str) -> bool:
        """Say whether the author tapped Send under these words, or typed them as an answer."""
        mine = [one for one in self.cast.did if one.who == author.phone.id]
        sent = any(
            one.what == "tap" and one.words.startswith("send:") and one.message and text in one.message.words
            for one in mine
        )
        invited = any(one.words.startswith(("own-words:", "write-back:")) for one in mine)
        return sent or (invited and any(one.words.startswith(text) for one in mine))

    def _taken_back(self) -> Iterator[str]:
        """Hold that what was taken back stands on no other phone, and none was shown it afterwards."""
        gone = self.words.text("en", "sharing-taken-back")
        for did in self.cast.did:
            if did.what != "tap" or not did.words.startswith("take-back:") or did.message is None:
                continue
            at = next((one.at for one in self.world.log if _shows(one, did.message.id, gone)), None)
            for text in set(TEXT.findall(did.message.words)) if at else ():
                yield from self._shown_since(did.who, text, at or self.world.now())

    def _shown_since(self, author: int, text: str, at: dt.datetime) -> Iterator[str]:
        again = [one for one in self.cast.did if one.who == author and one.words.startswith("send:")]
        shared = sum(bool(one.message and text in one.message.words) for one in again)
        if shared > 1:  # shared once more after it was taken back
            return
        for player in self.cast.players:
            if player.phone.id == author:
                continue
            if any(text in one.words for one in player.phone.chat.living):
                yield f"{text} stands on another phone, though it was taken back"
            for entry in self.world.log:
                late = entry.at - at > dt.timedelta(seconds=_IN_FLIGHT)
                shown = entry.event in ("sent", "edited") and entry.message and text in entry.message.words
                if entry.chat_id == player.phone.id and late and shown:
                    yield f"{text} was shown after it was taken back"

    def _answered(self) -> Iterator[str]:
        for one in self.world.unanswered_callbacks():
            yield f"a tap was never answered: {one.data}"


def _may_say(data: str, command: str) -> bool:
    verbs = {"/support": ("support", "other-help"), "/privacy": ("privacy",), "/clear": ("clear",)}
    return data.partition(":")[0] in verbs.get(command, ())


def _asks(message: messages.Message) -> list[int]:
    """Return the number of the ask that a message puts."""
    return [int(one.split(":")[1]) for one in _buttons(message) if one.startswith(("skip:", "uncover:"))]


def _buttons(message: messages.Message) -> list[str]:
    return [str(button.callback_data) for row in message.keyboard for button in row]


def _shows(entry: messages.Entry, message_id: int, words: str) -> bool:
    return entry.message is not None and entry.message.id == message_id and words in entry.message.words


class Bytes(canaries.Seeker):
    """The search through all that was written for what nobody may read there."""

    def __init__(self, on: world.World, cast: play.Cast, key: str) -> None:
        words = [play.CHARACTERS[number] for number in range(len(cast.players))]
        secret = [*(one.canary for one in words), *(one.username for one in words if one.username)]
        secret += ["nniquill", "enquartz", "leofjord", on.token.partition(":")[2], key]
        super().__init__(secret, [one.phone.id for one in cast.players])
