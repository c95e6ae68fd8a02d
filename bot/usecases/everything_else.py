"""Everything that fits no journey: plain words, old buttons, kinds that cannot be read, groups, help."""

from bot.domain import refusals
from bot.usecases import (
    hello,
    pairing,
    preferences,
    privacy,
    receiving,
    reflecting,
    reply,
    sharing,
    turns,
)


async def start(turn: turns.Turn, payload: str | None) -> reply.Reply:
    """Begin, come back, or follow an invitation."""
    await preferences.back(turn)
    return await pairing.follow(turn, payload) if payload else await hello.start(turn)


async def write(turn: turns.Turn, words: str, replied_to: int | None) -> reply.Reply:
    """Take words that were typed: for what was asked, for a plain wish, or as what they are."""
    await preferences.back(turn)
    plain = turn.parts.catalogue.wish(turn.me.locale, words)
    if turn.me.agreed_at is None:
        return await hello.start(turn)
    asked_for = await _asked_for(turn, words, plain)
    if asked_for is not None:
        return asked_for
    wishes = {"stop": stop, "pause": preferences.pause, "help": help_, "undo": sharing.undo_last}
    if plain in wishes:
        return await wishes[plain](turn)
    return await reflecting.write(turn, words, replied_to)


async def _asked_for(turn: turns.Turn, words: str, plain: str | None) -> reply.Reply | None:
    """Return the answer to what the last screen asked for; None where the words are something else."""
    verb, _, number = (turn.me.dialog or "").partition(":")
    n = int(number or 0)
    if verb == privacy.FORGET:
        turn.change(dialog=None)
        return await privacy.erase(turn, n) if plain == "forget" else None
    if verb == "setup":
        return await hello.typed(turn, words)
    if verb == receiving.OWN:
        return await receiving.receive_in_words(turn, n, words)
    if verb == receiving.WRITE:
        return await receiving.reply_in_words(turn, n, words)
    if verb == reflecting.DIALOG:
        turn.change(dialog=None)
        return await reflecting.draft(turn, words)
    return None


async def stop(turn: turns.Turn) -> reply.Reply:
    """Offer the three ways of stopping."""
    half = await turn.tx.living_half(turn.me.id)
    leave = ((reply.Button(reply.text("button-leave-quietly"), "leave"),),) if half is not None else ()
    rows = (
        (reply.Button(reply.text("button-rest"), "pause"),),
        *leave,
        (reply.Button(reply.text("button-delete-all"), "forget-me"),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-stop"), rows=rows)))


async def help_(_turn: turns.Turn) -> reply.Reply:
    """Say how this works, in a few lines."""
    rows = ((reply.Button(reply.text("button-support"), "support", option=0),),)
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-help"), rows=rows)))


async def cancel(turn: turns.Turn) -> reply.Reply:
    """Leave whatever was half done; what was written stays as a private draft."""
    turn.change(dialog=None if turn.me.setup is None else turn.me.dialog)
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-cancelled"))))


async def dismiss(turn: turns.Turn) -> reply.Reply:
    """Close a question by doing nothing."""
    if turn.me.dialog is not None and turn.me.dialog.startswith(privacy.FORGET):
        turn.change(dialog=None)
    shown = reply.screen(reply.text("everything-else-as-it-was"))
    return reply.of(reply.Edit(turn.message_id, shown)) if turn.message_id else reply.Reply()


async def old_button(_turn: turns.Turn) -> reply.Reply:
    """Answer a button that belongs to nothing any more."""
    raise refusals.NothingOpen


async def other_kind(turn: turns.Turn) -> reply.Reply:
    """Say kindly what works instead of a kind of message that cannot be read yet."""
    await preferences.back(turn)
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-other-kind")), reply_to=turn.message_id))


async def unknown_command(_turn: turns.Turn) -> reply.Reply:
    """Say where the commands are."""
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-unknown-command"))))


def group() -> reply.Reply:
    """Say in a group that this works in private only, and leave."""
    return reply.of(reply.Leave(reply.screen(reply.text("everything-else-group"))))
