"""What may be sent now: checks every outbox row again before it leaves, and writes down what became of it."""

import dataclasses
import datetime as dt

from bot.domain import model, pairing, prompting, schedule, sharing
from bot.usecases import ports, posting, reply, screens, turns
from bot.usecases import prompting as asking

BACK_OFF = (1, 2, 5, 15, 60, 300, 900, 3600)  # seconds before the next try, by attempts
AWAITED = dt.timedelta(hours=1)  # how long an edit waits for the outcome of the message it is to change


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to send: what was allowed and true when its intent was committed."""

    row: model.Outbox
    chat_id: int
    locale: str
    screen: reply.Screen | None  # None: delete the message
    edits: int | None = None  # the message to edit or delete; None: send a new one
    protect: bool = False
    silent: bool = True
    reply_to: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Accepted:
    """Telegram has it; a new message has this id."""

    message_id: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class NotSent:
    """It certainly did not leave; it may be tried again from then on."""

    retry_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows whether Telegram has it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take it as it is; the reason is a name, never words."""

    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached for now."""


Outcome = Accepted | NotSent | Unknown | Refused | Blocked


async def prepare(
    tx: ports.Transaction, row: model.Outbox, now: dt.datetime, parts: turns.Parts
) -> Delivery | None:
    """Check a due row once more and mark it sending; return None where it must not leave, or not yet."""
    person = await tx.person(row.person_id)
    chat_id = await tx.telegram_id(row.person_id)
    if person is None or chat_id is None:  # forgotten, and the row with them
        return None
    if person.blocked:
        await _end(tx, row, model.OutboxState.HELD)
        return None
    sheet = _Sheet(tx, row, now, parts, person, chat_id)
    delivery = await sheet.deliver()
    if delivery is None:
        return None
    row = dataclasses.replace(delivery.row, state=model.OutboxState.SENDING, attempts=row.attempts + 1)
    await tx.save(row)
    return dataclasses.replace(delivery, row=row)


async def _end(tx: ports.Transaction, row: model.Outbox, state: model.OutboxState) -> None:
    """Give a row that does not leave its end."""
    await tx.save(dataclasses.replace(row, state=state))


@dataclasses.dataclass(frozen=True, slots=True)
class _Sheet:
    """One row on its way to being sent, with all that its check may read."""

    tx: ports.Transaction
    row: model.Outbox
    now: dt.datetime
    parts: turns.Parts
    person: model.Person
    chat_id: int

    async def deliver(self) -> Delivery | None:
        """Return what to send, or None after the row was given its end or a later time."""
        kinds = {
            model.Kind.ASK: self._ask,
            model.Kind.NOTICE: self._notice,
            model.Kind.SHOW: self._show,
            model.Kind.POSTED: self._posted,
            model.Kind.LINE: self._line,
        }
        return await kinds[self.row.kind]()

    def _delivery(self, screen: reply.Screen | None, edits: int | None = None) -> Delivery:
        """Return a delivery to this person's own chat, silent unless they chose otherwise."""
        return Delivery(
            row=self.row,
            chat_id=self.chat_id,
            locale=self.person.locale,
            screen=screen,
            edits=edits,
            silent=not self.person.audible,
        )

    async def _cancel(self) -> Delivery | None:
        """Cancel the row: what it was for is no longer so."""
        await _end(self.tx, self.row, model.OutboxState.CANCELLED)
        return None

    async def _ask(self) -> Delivery | None:
        """Send a prompt, chosen now: once, in time, and not while the person rests."""
        ask = await self.tx.ask(self.row.subject or 0)
        if ask is None or not self._may_ask(ask):
            if ask is not None and ask.state is model.AskState.PLANNED:
                await self.tx.save(dataclasses.replace(ask, state=model.AskState.LAPSED))
            return await self._cancel()
        chosen = await asking.chosen(self.tx, self.person, ask, self.parts)
        prompt = self.parts.catalogue.prompts[chosen.prompt_id or ""]
        if self.row.message_id is None:
            covered = ask.pushed and not self.row.urgent and prompting.is_covered(prompt)
            chosen = dataclasses.replace(
                chosen, state=model.AskState.SENT, covered=covered, sent_at=chosen.sent_at or self.now
            )
        await self.tx.save(chosen)
        await self.tx.save(dataclasses.replace(self.person, newest=f"ask:{ask.n}"))
        name = await asking.partner_name(self.tx, self.person)
        screen = screens.ask(self.parts.catalogue, self.person.locale, chosen, name)
        return self._delivery(screen, self.row.message_id)

    def _may_ask(self, ask: model.Ask) -> bool:
        """Say whether this row may still put its ask on the screen."""
        if self.row.urgent:
            return ask.state in (model.AskState.PLANNED, model.AskState.SENT)
        first = ask.state is model.AskState.PLANNED or (self.row.attempts > 0 and ask.message_id is None)
        late = self.row.lapses_at is not None and self.now >= self.row.lapses_at
        awake = not self.person.resting and not schedule.is_quiet(self.person, self.now)
        today = schedule.local_date(self.person, self.now) == ask.local_date
        still = ask.state in (model.AskState.PLANNED, model.AskState.SENT)
        return first and not late and awake and today and still

    async def _notice(self) -> Delivery | None:
        """Announce that there is something from the partner, if there still is, and the hour allows it."""
        notice = await self.tx.notice(self.row.subject or 0)
        half = await self.tx.living_half(self.person.id)
        if notice is None or half is None or notice.state is model.NoticeState.GONE:
            return await self._cancel()
        if not await self._is_owed(notice, half):
            await self.tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
            return await self._cancel()
        if self.row.attempts == 0 and await self._postponed(notice):
            return None
        return await self._announce(notice, half)

    async def _is_owed(self, notice: model.Notice, half: model.Half) -> bool:
        """Say whether something is there that this notice speaks of, and both still live in the pair."""
        if not pairing.reaches(half, await self.tx.other_half(half)):
            return False
        if notice.showing is None:
            return bool(await self.tx.unopened_posts(self.person.id, half.pair_id))
        post = await self.tx.post(notice.showing)
        if post is None or post.state is not model.PostState.UNOPENED or post.pair_id != half.pair_id:
            return False
        original = await self.tx.share(post.to_share or 0)
        return original is not None and original.state is model.ShareState.POSTED

    async def _postponed(self, notice: model.Notice) -> bool:
        """Move a notice out of quiet hours, a rest, or a day that has had its notice; say whether it moved."""
        if notice.showing is not None:
            moment: dt.datetime | None = schedule.after_quiet(self.person, self.now)
        else:
            moment = schedule.post_moment(
                dataclasses.replace(self.person, post_at=None), self.now, self.person.noticed_on
            )
        if moment is not None and moment <= self.now and self._is_todays(notice):
            return False
        await self._cancel()
        await self.tx.save(dataclasses.replace(notice, state=model.NoticeState.GONE))
        if notice.showing is None:
            await posting.announce(self.tx, self.person.id, self.now, self.parts)
        elif moment is not None:
            await posting.plan(self.tx, self.person.id, notice.key, moment, self.parts)
        return True

    def _is_todays(self, notice: model.Notice) -> bool:
        """Say whether a notice of post bears the local date that it is now."""
        return notice.showing is not None or notice.key == f"{schedule.local_date(self.person, self.now)}"

    async def _announce(self, notice: model.Notice, half: model.Half) -> Delivery:
        """Give the notice its number, note the day, and return its content-free cover."""
        arrivals = self.person.arrivals + (notice.n is None)
        sent = dataclasses.replace(
            notice, state=model.NoticeState.SENT, n=notice.n or arrivals, sent_at=notice.sent_at or self.now
        )
        await self.tx.save(sent)
        day = self.person.noticed_on if notice.showing else schedule.local_date(self.person, self.now)
        await self.tx.save(dataclasses.replace(self.person, arrivals=arrivals, noticed_on=day))
        delivery = dataclasses.replace(self._delivery(screens.cover(sent, half.partner)), protect=True)
        post = await self.tx.post(notice.showing) if notice.showing else None
        original = await self.tx.share(post.to_share) if post and post.to_share else None
        return dataclasses.replace(delivery, reply_to=original.message_id) if original else delivery

    async def _show(self) -> Delivery | None:
        """Make a notice's message show what is true now, or let it go."""
        notice = await self.tx.notice(self.row.subject or 0)
        if notice is None or notice.sent_at is None or self._is_lost(notice):
            return await self._cancel()
        if notice.message_id is None:  # the notice itself is still on its way
            await self._later(notice.sent_at)
            return None
        if notice.state is model.NoticeState.GONE:
            gone = None if sharing.is_deletable(notice, self.now) else screens.gone()
            return self._delivery(gone, notice.message_id)
        return await self._showing(notice, notice.message_id)

    async def _showing(self, notice: model.Notice, message_id: int) -> Delivery | None:
        """Return a notice with its cover, or with the words that were opened."""
        post = await self.tx.post(notice.showing) if notice.showing else None
        half = (
            await self.tx.half(self.person.id, post.pair_id) if post else await self.tx.latest_half(self.person.id)
        )
        if half is None:
            return await self._cancel()
        if post is None or notice.state is not model.NoticeState.OPENED:
            return self._delivery(screens.cover(notice, half.partner), message_id)
        received = await self.tx.share(post.acknowledgement_id) if post.acknowledgement_id else None
        more = bool(await self.tx.unopened_posts(self.person.id, post.pair_id)) and pairing.reaches(
            half, await self.tx.other_half(half)
        )
        offered = sharing.acknowledgements(self.parts.catalogue.acknowledgements(self.person.locale), post)
        page = screens.Opened(notice, post, half, received, more, tuple(offered))
        return self._delivery(page.screen(), message_id)

    def _is_lost(self, notice: model.Notice) -> bool:
        """Say whether a notice that was sent long ago never came to have a message."""
        return notice.message_id is None and notice.sent_at is not None and self.now - notice.sent_at > AWAITED

    async def _later(self, sent_at: dt.datetime) -> None:
        """Try again in a moment, which is the longer the longer it takes already."""
        pause = max(dt.timedelta(seconds=BACK_OFF[1]), (self.now - sent_at) / 4)
        await self.tx.save(dataclasses.replace(self.row, due_at=self.now + pause))

    async def _posted(self) -> Delivery | None:
        """Change the author's message once, when the share has left."""
        share = await self.tx.share(self.row.subject or 0)
        half = await self.tx.half(self.person.id, share.pair_id) if share else None
        if share is None or half is None or share.message_id is None:
            return await self._cancel()
        if share.state is model.ShareState.TAKEN and half.state is model.HalfState.ENDED:
            return self._delivery(screens.stayed(), share.message_id)
        if share.state is not model.ShareState.POSTED:
            return await self._cancel()
        return self._delivery(screens.posted(share, half.partner), share.message_id)

    async def _line(self) -> Delivery | None:
        """Send one of the bot's own lines of pairing and ending, if it is still true."""
        screen = await screens.line(self.tx, self.row, self.person, self.now)
        if screen is None:
            return await self._cancel()
        return self._delivery(screen)


async def conclude(tx: ports.Transaction, row: model.Outbox, outcome: Outcome, now: dt.datetime) -> None:
    """Write down what became of a send."""
    match outcome:
        case Accepted(message_id):
            await _sent(tx, row, message_id)
        case NotSent(retry_at):
            await _again(tx, row, max(retry_at, now + _wait(row)))
        case Unknown():
            await _unknown(tx, row, now)
        case Refused():
            await _end(tx, row, model.OutboxState.FAILED)
            await _never_came(tx, row)
        case Blocked():
            await _end(tx, row, model.OutboxState.HELD)
            await _never_came(tx, row)
            await block(tx, row.person_id)


async def _sent(tx: ports.Transaction, row: model.Outbox, message_id: int | None) -> None:
    """Note the new message's id where later edits will need it."""
    await tx.save(dataclasses.replace(row, state=model.OutboxState.SENT, message_id=message_id or row.message_id))
    if message_id is None or row.subject is None:
        return
    if row.kind is model.Kind.ASK:
        ask = await tx.ask(row.subject)
        if ask is not None:
            await tx.save(dataclasses.replace(ask, message_id=message_id))
    elif row.kind is model.Kind.NOTICE:
        notice = await tx.notice(row.subject)
        if notice is not None and notice.message_id is None:
            await tx.save(dataclasses.replace(notice, message_id=message_id))


async def _never_came(tx: ports.Transaction, row: model.Outbox) -> None:
    """Close an ask that certainly reached nobody: no later words are taken for its answer."""
    ask = await tx.ask(row.subject or 0) if row.kind is model.Kind.ASK else None
    if ask is not None and ask.message_id is None and ask.state is model.AskState.SENT:
        await tx.save(dataclasses.replace(ask, state=model.AskState.LAPSED, sent_at=None))


async def _unknown(tx: ports.Transaction, row: model.Outbox, now: dt.datetime) -> None:
    """At most once: leave it at that. Else: try again."""
    if row.policy is model.Policy.AT_MOST_ONCE:
        await _end(tx, row, model.OutboxState.UNKNOWN)
    else:
        await _again(tx, row, now + _wait(row))


async def _again(tx: ports.Transaction, row: model.Outbox, due_at: dt.datetime) -> None:
    """Make a row pending again."""
    await tx.save(dataclasses.replace(row, state=model.OutboxState.PENDING, due_at=due_at))


def _wait(row: model.Outbox) -> dt.timedelta:
    """Return how long a row waits after this many tries."""
    return dt.timedelta(seconds=BACK_OFF[min(row.attempts, len(BACK_OFF)) - 1])


async def block(tx: ports.Transaction, person_id: int) -> None:
    """Stop a person's schedule: they blocked the bot; nobody else learns of it."""
    person = await tx.person(person_id)
    if person is not None:
        await tx.save(dataclasses.replace(person, blocked=True, next_ask_at=None))
        await tx.hold_outbox(person_id)
