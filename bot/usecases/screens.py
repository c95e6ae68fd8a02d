"""The messages that the outbox sends: an ask, a cover, opened words, and the lines of pairing and ending."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from bot.domain import model, pairing, sharing
from bot.usecases import composing, ports, relaying, reply, sources
from bot.usecases import prompting as asking

MORE = 4  # acknowledgements on the second page
STILL = {"pairing-begun": model.HalfState.LIVING, "pairing-ended": model.HalfState.ENDED}  # when a line is true


def ask(catalogue: sources.Catalogue, locale: str, ask_: model.Ask, partner: str | None) -> reply.Screen:
    """Return a prompt with its tap answers, or only its cover."""
    if ask_.covered:
        lines = catalogue.cover_lines(locale)
        row = (
            reply.Button(reply.text("button-open"), "uncover", ask_.n),
            reply.Button(reply.text("button-not-today"), "skip", ask_.n),
        )
        return reply.screen(reply.Words(lines[ask_.n % len(lines)]), rows=(row,))
    words = catalogue.words(locale, ask_.prompt_id or "")
    return reply.screen(*asking.asked(catalogue, locale, ask_, partner), rows=asking.options(ask_, words))


def cover(notice: model.Notice, partner: str) -> reply.Screen:
    """Return the content-free line, with the button that opens it."""
    key = "receiving-came-back" if notice.key.startswith("response:") else "receiving-notice"
    row = (reply.Button(reply.text("button-open"), "open", notice.n or 0),)
    return reply.screen(reply.text(key, partner=partner), rows=(row,))


def gone() -> reply.Screen:
    """Return the neutral line for what was taken back after Telegram's limit for deleting."""
    return reply.screen(reply.text("receiving-gone"))


@dataclasses.dataclass(frozen=True, slots=True)
class Opened:
    """Opened words, with what can be done about them."""

    notice: model.Notice
    post: model.Post
    half: model.Half
    received: model.Share | None  # the reader's own acknowledgement
    more: bool  # whether something else lies unopened
    offered: Sequence[sources.Acknowledgement]
    beside: tuple[reply.Text | reply.Words | reply.Block, ...] = ()  # for the reader alone

    def screen(self) -> reply.Screen:
        """Return the words, how they may be answered, and the buttons."""
        parts: list[reply.Text | reply.Words | reply.Block] = [
            reply.text("receiving-from", partner=self.half.partner),
            *self._brought(),
            reply.Words(self.post.words or "", quoted=True),
        ]
        if self.post.kind is not model.ShareKind.SHARE:
            return reply.screen(*parts, *self.beside, rows=(self._landed(), self._came_back()))
        parts.append(reply.text(f"receiving-answering-{self.post.answering}"))
        if self.post.hard:
            parts.append(reply.text("receiving-was-hard"))
        if self.received is not None:
            parts += [reply.text("receiving-you-said"), reply.Words(self.received.words, quoted=True)]
        return reply.screen(*parts, *self.beside, rows=self._rows())

    def _brought(self) -> tuple[reply.Text, ...]:
        """Return the line about what came with the words or instead of them, or why it did not come through."""
        missed = self.notice.menu if self.notice.menu in relaying.MISSED else None
        return (reply.text(f"receiving-{missed}"),) if missed else composing.brought(self.post.media, "receiving")

    def _rows(self) -> reply.Rows:
        """Return the buttons: ways to receive, or what comes after it."""
        if self.notice.menu in relaying.MISSED:
            return ((reply.Button(reply.text("button-open"), "open", self.notice.n or 0),), self._fold())
        if self.received is not None:
            return (*self._after(self.received), self._landed(), self._fold())
        if self.notice.menu is not None:
            return self._others()
        first = self.offered[: sharing.ACKNOWLEDGEMENTS_AT_A_TIME]
        rows = [self._receive(i, one) for i, one in enumerate(first)]
        return (*rows, (self._button("button-others", "others", 1),), self._landed(), self._fold())

    def _others(self) -> reply.Rows:
        """Return the second page of acknowledgements, one's own words, and the way back."""
        start = sharing.ACKNOWLEDGEMENTS_AT_A_TIME
        rows = [self._receive(i, one) for i, one in enumerate(self.offered[start : start + MORE], start)]
        last = (self._button("button-own-words", "own-words"), self._button("button-back", "others", 0))
        return (*rows, last)

    def _after(self, received: model.Share) -> reply.Rows:
        """Return what follows an acknowledgement: undo for ten seconds, then words where they are wished for."""
        if received.state is model.ShareState.COOLING:
            return ((reply.Button(reply.text("button-undo"), "undo-response", received.n),),)
        if sharing.words_allowed(self.post):
            return ((self._button("button-write-back", "write-back"),),)
        return ()

    def _landed(self) -> tuple[reply.Button, ...]:
        """Return the row for what landed hard, which nobody else learns of."""
        return (self._button("button-landed", "landed"),)

    def _fold(self) -> tuple[reply.Button, ...]:
        """Return the last row: fold away, and what else has come."""
        fold = (self._button("button-fold", "fold"),)
        return (*fold, reply.Button(reply.text("button-next"), "next", self.notice.n or 0)) if self.more else fold

    def _came_back(self) -> tuple[reply.Button, ...]:
        """Return the last row under what came back; a question may be answered, or left where it is."""
        if self.post.kind is not model.ShareKind.REPLY or self.post.replied:
            return self._fold()
        return self._button("button-answer-this", "answer-back"), self._button("button-leave-it", "fold")

    def _receive(self, option: int, one: sources.Acknowledgement) -> tuple[reply.Button, ...]:
        """Return the button of one acknowledgement: exactly the words that are sent."""
        return (reply.Button(reply.Words(one.label), "receive", self.post.n or 0, option),)

    def _button(self, key: str, verb: str, option: int | None = None) -> reply.Button:
        """Return a button about this post."""
        return reply.Button(reply.text(key), verb, self.post.n or 0, option)


def posted(share: model.Share, partner: str) -> reply.Screen:
    """Return the author's message from the end of the cooling-off on; it never changes again by itself."""
    rows = ((reply.Button(reply.text("button-take-back"), "take-back", share.n),),)
    line = reply.text("sharing-posted", partner=partner)
    return reply.screen(line, *composing.brought(share.media), reply.Words(share.words, quoted=True), rows=rows)


def sealed(share: model.Share, half: model.Half, kept: model.Reflection | None) -> reply.Screen:
    """Return the author's message while a share waits for the other's, and when it has waited long enough."""
    if share.state is model.ShareState.SEALED:
        rows = ((reply.Button(reply.text("button-take-out"), "take-out", share.n),),)
        line = reply.text("sharing-sealed", partner=half.partner)
        words = reply.Words(share.words, quoted=True)
        return reply.screen(line, *composing.brought(share.media), words, rows=rows)
    again = kept is not None and pairing.can_share(half)
    button = reply.Button(reply.text("button-share"), "share", kept.n if kept is not None else 0)
    return reply.screen(reply.text("sharing-unmatched"), rows=((button,),) if again else ())


def stayed() -> reply.Screen:
    """Return the author's message for what did not leave, because the two were told it has ended."""
    return reply.screen(reply.text("sharing-stayed"))


async def line(
    tx: ports.Transaction, row: model.Outbox, person: model.Person, now: dt.datetime
) -> reply.Screen | None:
    """Return one of the lines of pairing and ending; None where it is no longer true."""
    if row.text == "pairing-confirm":
        return await _confirm(tx, row, now)
    half = await tx.half(person.id, row.subject or 0)
    if half is None or half.state is not STILL.get(row.text or "", half.state):
        return None
    return reply.screen(reply.text(row.text or "", partner=half.name))


async def _confirm(tx: ports.Transaction, row: model.Outbox, now: dt.datetime) -> reply.Screen | None:
    """Return the question to the inviter whether the one who came is the one who was meant."""
    invite = await tx.invite(row.subject or 0)
    if invite is None or invite.joiner_id is None or not pairing.is_claimed(invite, now):
        return None
    joiner = await tx.person(invite.joiner_id)
    if joiner is None:
        return None
    buttons = (
        reply.Button(reply.text("button-confirm"), "confirm", invite.n),
        reply.Button(reply.text("button-refuse"), "refuse", invite.n),
    )
    if joiner.username:
        said = reply.text("pairing-confirm-username", name=joiner.name, username=joiner.username)
    else:
        said = reply.text("pairing-confirm", name=joiner.name)
    return reply.screen(said, rows=(buttons,))
