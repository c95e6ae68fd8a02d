"""What its author sees of a share: the preview and its choices, the time to think again, and the words as kept."""

import zlib
from collections.abc import Sequence

from bot.domain import model, refusals, wording
from bot.usecases import composing, reflecting, relaying, reply, sealing, turns
from bot.usecases import prompting as asking

MODES = (model.Answering.NOTHING, model.Answering.TAP, model.Answering.QUESTION, model.Answering.LATER)
_EDITIONS = 10**9  # what an option of a button holds
FEELING_ALONE = 9  # the option of *Less of it* that leaves no other words
LABEL = 40  # UTF-16 units of a sentence on its button


async def preview(turn: turns.Turn, drafted: model.Share, kept: model.Reflection) -> reply.Screen:
    """Return the preview: the exact words, their settings in one line, and what can be changed."""
    name = await _partner(turn)
    parts: list[reply.Text | reply.Words] = [
        reply.text("sharing-preview", partner=name),
        *composing.brought(drafted.media),
        reply.Words(drafted.words, quoted=True),
        *settings_seen(drafted),
    ]
    if drafted.media in relaying.FOR_GOOD:
        parts.append(reply.text("sharing-for-good", partner=name))
    if drafted.words.endswith("…") and wording.units(kept.words) > wording.SHARE_LIMIT:
        parts.append(reply.text("sharing-cut"))
    send = (
        reply.Button(reply.text("button-send"), "send", drafted.n, edition(drafted)),
        reply.Button(reply.text("button-not-now"), "not-now", drafted.n),
    )
    again = ((reply.Button(reply.text("button-show-me"), "show-me", drafted.n),),) if drafted.file_id else ()
    shorter = ((reply.Button(reply.text("button-less"), "less", drafted.n),),) if composing.has_less(kept) else ()
    both = await sealing.key(turn, kept) is not None
    later = ((reply.Button(reply.text("button-seal"), "seal", drafted.n, edition(drafted)),),) if both else ()
    rows = (send, *later, *again, *shorter, (_answering_button(drafted, name),), (_hard_button(drafted),))
    return reply.screen(*parts, rows=rows)


def edition(drafted: model.Share) -> int:
    """Return a number that tells the previews of one share apart, so that *Send* confirms what stands above it."""
    seen = (drafted.words, drafted.answering, drafted.hard, drafted.file_id)
    return zlib.crc32("\0".join(map(str, seen)).encode()) % _EDITIONS


def settings_seen(drafted: model.Share) -> tuple[reply.Text, ...]:
    """Return the lines that the reader sees with the words: how they may answer, that it was hard to say."""
    lines = [reply.text(f"sharing-answering-{drafted.answering}")]
    if drafted.hard:
        lines.append(reply.text("sharing-was-hard"))
    return tuple(lines)


def _answering_button(drafted: model.Share, name: str) -> reply.Button:
    """Return the button that opens the choice of how the partner may answer."""
    return reply.Button(reply.text("button-how-answer", partner=name), "answering", drafted.n)


def _hard_button(drafted: model.Share) -> reply.Button:
    """Return the switch for what was hard to say."""
    label = "button-was-hard" if drafted.hard else "button-hard"
    return reply.Button(reply.text(label), "hard", drafted.n, int(not drafted.hard))


async def sentences(
    turn: turns.Turn, drafted: model.Share, offered: Sequence[str], felt: str | None
) -> reply.Screen:
    """Return the choice between all of it, the feeling alone, and one sentence of it."""
    rows = tuple(
        (reply.Button(reply.Words(wording.fit(one, LABEL)), "less", drafted.n, i),)
        for i, one in enumerate(offered, start=1)
    )
    alone = ((reply.Button(reply.Words(felt), "less", drafted.n, FEELING_ALONE),),) if felt is not None else ()
    whole = (reply.Button(reply.text("button-all-of-it"), "less", drafted.n, 0),)
    return reply.screen(reply.text("sharing-less", partner=await _partner(turn)), rows=(*alone, *rows, whole))


async def ways(turn: turns.Turn, drafted: model.Share) -> reply.Screen:
    """Return the four ways of being answered."""
    rows = tuple(
        (reply.Button(reply.text(f"button-answering-{mode}"), "answering", drafted.n, i),)
        for i, mode in enumerate(MODES)
    )
    return reply.screen(reply.text("sharing-answering", partner=await _partner(turn)), rows=rows)


async def tender(turn: turns.Turn, drafted: model.Share) -> reply.Screen:
    """Return the one more look that a tender feeling gets."""
    row = (
        reply.Button(reply.text("button-send-tender"), "send-tender", drafted.n, edition(drafted)),
        reply.Button(reply.text("button-not-now"), "not-now", drafted.n),
    )
    line = reply.text("sharing-tender", partner=await _partner(turn))
    words = reply.Words(drafted.words, quoted=True)
    return reply.screen(line, *composing.brought(drafted.media), words, *settings_seen(drafted), rows=(row,))


async def cooling(turn: turns.Turn, leaving: model.Share, wait: int) -> reply.Screen:
    """Return the author's screen while it can still be undone without a trace."""
    name = await _partner(turn)
    row = (
        reply.Button(reply.text("button-undo"), "undo", leaving.n),
        reply.Button(reply.text("button-seal-now" if leaving.seal else "button-send-now"), "send-now", leaving.n),
    )
    line = reply.text("sharing-leaving", partner=name, minutes=max(1, round(wait / 60)))
    if wait < 60:  # noqa: PLR2004 - under a minute there is no number worth naming
        line = reply.text("sharing-leaving-soon", partner=name)
    if leaving.seal is not None:
        line = reply.text("sharing-sealing", partner=name)
    return reply.screen(
        line, *composing.brought(leaving.media), reply.Words(leaving.words, quoted=True), rows=(row,)
    )


async def kept(turn: turns.Turn, words: model.Reflection) -> reply.Screen:
    """Return the screen that says the words are kept."""
    rows = await reflecting.share_row(turn, words)
    said = reply.Words(words.words, quoted=True)
    return reply.screen(*composing.brought(words.media), said, reply.text("reflecting-kept"), rows=rows)


async def _partner(turn: turns.Turn) -> str:
    """Return what this person calls the partner."""
    name = await asking.partner_name(turn.tx, turn.me)
    if name is None:
        raise refusals.NoPartner
    return name
