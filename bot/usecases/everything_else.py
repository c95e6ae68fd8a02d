"""Everything that fits no journey: plain words, old buttons, kinds that cannot be read, groups, help."""

from bot.domain import pairing as pairing_rules
from bot.domain import refusals
from bot.usecases import (
    answering,
    breathers,
    for_me,
    hello,
    leaving,
    pairing,
    preferences,
    preferring,
    privacy,
    prompting,
    receiving,
    reflecting,
    reply,
    sharing,
    spotting,
    turns,
    warmths,
)

# What the last screen asked words for, and who takes them.
RESPONSES = {
    receiving.OWN: receiving.receive_in_words,
    receiving.WRITE: receiving.reply_in_words,
    receiving.ANSWER: answering.write,
    warmths.WRITE: warmths.send_typed,
}


async def arrive(turn: turns.Turn, *, command: bool) -> None:
    """Let in whoever does something: a block is over, and a command leaves what was half done."""
    await preferences.back(turn)
    prompting.wake(turn)
    if command and turn.me.dialog is not None:
        turn.change(dialog=None)


async def start(turn: turns.Turn, payload: str | None) -> reply.Reply:
    """Begin, come back, or follow an invitation."""
    return await pairing.follow(turn, payload) if payload else await hello.start(turn)


async def write(turn: turns.Turn, words: str, replied_to: int | None) -> reply.Reply:
    """Take words that were typed; where they call for it, a card with people to reach comes after the reply."""
    return await spotting.with_card(turn, words, await _written(turn, words, replied_to))


async def _written(turn: turns.Turn, words: str, replied_to: int | None) -> reply.Reply:
    """Take words that were typed: for what was asked, for a plain wish, or as what they are."""
    if turn.me.agreed_at is None:
        return await hello.start(turn)
    plain = turn.parts.catalogue.wish(turn.me.locale, words)
    answers = replied_to is not None and await reflecting.ask_for(turn, replied_to) is not None
    asked_for = None if answers else await _asked_for(turn, words, plain)
    if asked_for is not None:
        return asked_for
    wishes = {"stop": stop, "pause": pause, "help": help_, "undo": undo}
    if plain in wishes:
        return await wishes[plain](turn)
    if replied_to is None and await reflecting.ask_for(turn, None) is None:
        settled = await _set_up(turn, words)
        if settled is not None:
            return settled
    return await reflecting.write(turn, words, replied_to)


async def _set_up(turn: turns.Turn, words: str) -> reply.Reply | None:
    """Take words as the answer to the hello's question; where they name no place, keep them and say so."""
    settled = await hello.typed(turn, words)
    if settled is None and turn.me.setup == "zone":
        return await reflecting.draft(turn, words, reply.text("hello-no-such-place"))
    return settled


async def _asked_for(turn: turns.Turn, words: str, plain: str | None) -> reply.Reply | None:
    """Return the answer to what the last screen asked for; None where the words are something else."""
    verb, _, number = (turn.me.dialog or "").partition(":")
    n = int(number or 0)
    if verb == privacy.FORGET:
        turn.change(dialog=None)
        return await privacy.erase(turn, n) if plain == "forget" else None
    if verb in RESPONSES:
        return await _respond(turn, verb, n, words)
    if verb == breathers.DIALOG and plain is None:
        return await breathers.typed(turn, n, words)
    if verb == preferring.DIALOG and plain is None:
        return await preferring.typed(turn, n, words)
    if verb == reflecting.DIALOG:
        turn.change(dialog=None)
        return await reflecting.draft(turn, words)
    return None


async def _respond(turn: turns.Turn, verb: str, n: int, words: str) -> reply.Reply:
    """Send words to the partner; where that is no longer possible they are kept, and the person reads why."""
    try:
        return await RESPONSES[verb](turn, n, words)
    except refusals.Refusal as refusal:  # raised before anything was written
        turn.change(dialog=None)
        return await reflecting.draft(turn, words, reply.text(refusal.key, **refusal.args_of_text))


async def undo(turn: turns.Turn) -> reply.Reply:
    """Undo what was done last, as long as it can be: a breather that nobody was told of, else a share."""
    return await breathers.undo_called(turn) or await sharing.undo_last(turn)


async def stop(turn: turns.Turn) -> reply.Reply:
    """Offer the three ways of stopping."""
    half = await turn.tx.living_half(turn.me.id)
    rows = (
        (reply.Button(reply.text("button-rest"), "pause"),),
        *(((leaving.leave_button(half),),) if half is not None else ()),
        (reply.Button(reply.text("button-delete-all"), "forget-me"),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-stop"), rows=rows)))


async def pause(turn: turns.Turn) -> reply.Reply:
    """Offer the two kinds of pause: from prompts, and, where there is somebody to talk to, from a talk."""
    if not pairing_rules.can_share(await turn.tx.latest_half(turn.me.id)):
        return await preferences.pause(turn)
    rows = (
        (reply.Button(reply.text("button-rest"), "pause"),),
        (reply.Button(reply.text("button-breather"), "breather"),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-pause"), rows=rows)))


async def help_(_turn: turns.Turn) -> reply.Reply:
    """Say how this works, in a few lines."""
    rows = ((for_me.button(),), (reply.Button(reply.text("button-support"), "support", option=0),))
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-help"), rows=rows)))


async def cancel(turn: turns.Turn) -> reply.Reply:
    """Leave whatever was half done; what was written stays as a private draft."""
    turn.change(dialog=None)
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
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-other-kind")), reply_to=turn.message_id))


async def unknown_command(_turn: turns.Turn) -> reply.Reply:
    """Say where the commands are."""
    return reply.of(reply.Say(reply.screen(reply.text("everything-else-unknown-command"))))


def group() -> reply.Reply:
    """Say in a group that this works in private only, and leave."""
    return reply.of(reply.Leave(reply.screen(reply.text("everything-else-group"))))
