"""What a person brings instead of typing: voice notes, pictures, songs, stickers; kept by id, never downloaded."""

import dataclasses

from bot.usecases import hello, receiving, reflecting, reply, spotting, turns, warmths

UNHEARD = "unheard"  # said once: nobody listens, nobody looks
WORDS_ONLY = (receiving.OWN, receiving.WRITE, receiving.ANSWER, warmths.WRITE)


async def bring(turn: turns.Turn, file: reply.File, caption: str, replied_to: int | None) -> reply.Reply:
    """Take what somebody brought as the answer to an ask or as a note, like words."""
    if turn.me.agreed_at is None:
        return await hello.start(turn)
    turn.brought = file
    first = unheard(turn)
    said = await _placed(turn, caption, replied_to)
    return await spotting.with_card(turn, caption, reply.of(*first, *said.acts))


async def _placed(turn: turns.Turn, caption: str, replied_to: int | None) -> reply.Reply:
    """Put it where it belongs; a place that takes words alone stays open for them."""
    verb = (turn.me.dialog or "").partition(":")[0]
    if verb in WORDS_ONLY:
        return await reflecting.draft(turn, caption, reply.text("reflecting-words-only"))
    if verb == reflecting.DIALOG:
        turn.change(dialog=None)
        return await reflecting.draft(turn, caption)
    return await reflecting.write(turn, caption, replied_to)


def unheard(turn: turns.Turn) -> tuple[reply.Act, ...]:
    """Return, before the first of all, the line that nobody listens to voice or looks at pictures."""
    if UNHEARD in turn.me.memory.said:
        return ()
    turn.change(memory=dataclasses.replace(turn.me.memory, said=(*turn.me.memory.said, UNHEARD)))
    return (reply.Say(reply.screen(reply.text("reflecting-unheard"))),)
