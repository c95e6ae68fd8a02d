"""What a person answers and writes: kept at once, private, and theirs to change."""

import dataclasses

from bot.domain import ladder, model, pairing, prompting, refusals, schedule, sharing, wording
from bot.usecases import easing, hello, reply, sources, turns
from bot.usecases import prompting as asking

FIRST_WEEK = 1
DIALOG = "note"


async def answer(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Keep a tap as the full answer to an ask."""
    ask = await asking.open_ask(turn, n)
    labels = turn.parts.catalogue.words(turn.me.locale, ask.prompt_id or "").options
    if not 0 <= option < len(labels):
        raise refusals.NothingOpen
    kept = await _keep_answer(turn, ask, labels[option], message_id=None, tapped=True)
    parts = (*await asking.question(turn, ask), reply.Words(kept.words, quoted=True), reply.text("reflecting-kept"))
    how, row = await easing.beneath(turn, kept, ask)
    shown = reply.screen(*parts, *how, rows=(*await share_row(turn, kept), *row))
    edit: list[reply.Act] = [reply.Edit(turn.message_id, shown)] if turn.message_id else [reply.Say(shown)]
    return reply.of(*edit, *await hello.question(turn))


async def skip(turn: turns.Turn, n: int) -> reply.Reply:
    """Leave an ask alone: nothing is counted, nothing comes back."""
    ask = await asking.open_ask(turn, n)
    await turn.tx.save(dataclasses.replace(ask, state=model.AskState.SKIPPED))
    asking.folded(turn, ladder.LeftAlone(ask.local_date))
    acts: list[reply.Act] = [reply.Toast(reply.text("toast-skipped"))]
    if turn.message_id is not None:
        acts.append(reply.Edit(turn.message_id, await easing.left_alone(turn, ask)))
    return reply.of(*acts, *await hello.question(turn))


async def answer_in_words(turn: turns.Turn, ask: model.Ask, words: str) -> reply.Reply:
    """Keep typed words as the answer to an ask."""
    kept = await _keep_answer(turn, ask, words, message_id=turn.message_id, tapped=False)
    return reply.of(*await thanks(turn, kept, ask), *await hello.question(turn))


async def _keep_answer(
    turn: turns.Turn, ask: model.Ask, words: str, *, message_id: int | None, tapped: bool
) -> model.Reflection:
    """Write an answer down and close its ask."""
    kept = _reflection(turn, words, message_id)
    kept = dataclasses.replace(kept, ask_id=ask.id, prompt_id=ask.prompt_id, tapped=tapped)
    await turn.tx.add(kept)
    await turn.tx.save(dataclasses.replace(ask, state=model.AskState.ANSWERED))
    asking.folded(turn, ladder.Answered(ask.local_date, ask.step, tapped))
    if turn.me.newest == f"ask:{ask.n}":
        turn.change(newest=None)
    return kept


def _reflection(turn: turns.Turn, words: str, message_id: int | None) -> model.Reflection:
    """Return new words of this person, or what they brought with them, not yet written down."""
    brought = turn.brought or reply.File(model.Media.TEXT)
    return model.Reflection(
        id=turn.parts.chance.id(),
        person_id=turn.me.id,
        n=turn.number(),
        words=words,
        media=brought.media,
        file_id=brought.id,
        message_id=message_id,
        created_at=turn.now,
    )


async def thanks(turn: turns.Turn, kept: model.Reflection, ask: model.Ask) -> tuple[reply.Act, ...]:
    """Return what follows words that were kept: a reaction, one line, one button, and at most one row more."""
    how, row = await easing.beneath(turn, kept, ask)
    shown = reply.screen(reply.text("reflecting-kept"), *how, rows=(*await share_row(turn, kept), *row))
    if kept.message_id is None:
        return (reply.Say(shown),)
    return mark(turn, kept.message_id), reply.Say(
        shown, reply_to=kept.message_id if turn.brought is not None else None
    )


def mark(turn: turns.Turn, message_id: int) -> reply.Act:
    """Return what says on the person's own message that it was taken: a reaction, or that it goes."""
    return reply.Delete((message_id,)) if turn.me.choices.tidy else reply.React(message_id)


def tidied(turn: turns.Turn, kept: model.Reflection) -> tuple[reply.Act, ...]:
    """Return what deletes the person's own message once it is kept, where they chose so."""
    return (reply.Delete((kept.message_id,)),) if turn.me.choices.tidy and kept.message_id is not None else ()


async def share_row(turn: turns.Turn, kept: model.Reflection) -> reply.Rows:
    """Return the row with *Share…*, where it stands for this reflection."""
    half = await turn.tx.latest_half(turn.me.id)
    prompt = turn.parts.catalogue.prompts.get(kept.prompt_id or "")
    if not pairing.can_share(half) or (prompt is not None and not _stands(turn, prompt)):
        return ()
    return ((reply.Button(reply.text("button-share"), "share", kept.n),),)


def _stands(turn: turns.Turn, prompt: model.Prompt) -> bool:
    """Say whether *Share…* stands under this prompt: never under private ones, at first only near the surface."""
    week = ladder.week_of(turn.me, schedule.local_date(turn.me, turn.now))
    return not prompt.private and (week > FIRST_WEEK or prompt.depth == 1)


async def write(turn: turns.Turn, words: str, replied_to: int | None) -> reply.Reply:
    """Put words that came by themselves where they belong; where that is not plain, ask."""
    ask = await ask_for(turn, replied_to)
    if ask is None:
        return await draft(turn, words)
    if replied_to is not None or turn.me.newest == f"ask:{ask.n}":
        return await answer_in_words(turn, ask, words)
    return await _whose(turn, ask, words)


async def ask_for(turn: turns.Turn, replied_to: int | None) -> model.Ask | None:
    """Return the open ask that a text could belong to: the one replied to, else the newest."""
    if replied_to is not None:
        ask = await turn.tx.ask_by_message(turn.me.id, replied_to)
    elif turn.me.newest is not None:
        ask = await turn.tx.ask_numbered(turn.me.id, int(turn.me.newest.partition(":")[2]))
    else:
        return None
    return ask if ask is not None and prompting.is_answerable(ask, turn.now) else None


async def _whose(turn: turns.Turn, ask: model.Ask, words: str) -> reply.Reply:
    """Keep words as a draft and ask what they are: something else was opened after the prompt."""
    kept = await add_draft(turn, words)
    name = await asking.partner_name(turn.tx, turn.me)
    rows = (
        (reply.Button(reply.text("button-my-answer"), "my-answer", kept.n, ask.n),),
        *(((reply.Button(reply.text("button-for", partner=name), "share", kept.n),),) if name else ()),
        (reply.Button(reply.text("button-only-for-me"), "keep", kept.n),),
    )
    return reply.of(reply.Say(reply.screen(reply.text("reflecting-whose"), rows=rows), reply_to=turn.message_id))


async def my_answer(turn: turns.Turn, n: int, ask_n: int) -> reply.Reply:
    """Make a draft the answer to an ask after all."""
    kept = await own(turn, n)
    ask = await asking.open_ask(turn, ask_n)
    kept = dataclasses.replace(
        kept, state=model.ReflectionState.KEPT, ask_id=ask.id, prompt_id=ask.prompt_id, tapped=False
    )
    await turn.tx.save(kept)
    await turn.tx.save(dataclasses.replace(ask, state=model.AskState.ANSWERED))
    asking.folded(turn, ladder.Answered(ask.local_date, ask.step, tapped=False))
    turn.change(newest=None)
    return reply.of(*await _kept_in_place(turn, kept))


async def draft(turn: turns.Turn, words: str, line: reply.Text | None = None) -> reply.Reply:
    """Keep words as a private draft, with what can be done about them; `line` says why, where that is not plain."""
    kept = await add_draft(turn, words)
    shown = reply.screen(line or reply.text("reflecting-draft"), rows=await draft_rows(turn, kept))
    return reply.of(reply.Say(shown, reply_to=turn.message_id))


async def add_draft(turn: turns.Turn, words: str) -> model.Reflection:
    """Write words down as a draft, so that nothing is lost while their place is found."""
    kept = dataclasses.replace(_reflection(turn, words, turn.message_id), state=model.ReflectionState.DRAFT)
    await turn.tx.add(kept)
    return kept


async def draft_rows(turn: turns.Turn, kept: model.Reflection) -> reply.Rows:
    """Return *Keep*, *Share…* (where there is somebody) and *Discard*, and the way to a feeling."""
    feel = "button-feel" if kept.feeling is None else "button-another-feeling"
    return (
        (
            reply.Button(reply.text("button-keep"), "keep", kept.n),
            *(button for row in await share_row(turn, kept) for button in row),
            reply.Button(reply.text("button-discard"), "discard", kept.n),
        ),
        (reply.Button(reply.text(feel), "feel", kept.n),),
    )


async def keep(turn: turns.Turn, n: int) -> reply.Reply:
    """Keep a draft for the person alone."""
    kept = dataclasses.replace(await own(turn, n), state=model.ReflectionState.KEPT)
    await turn.tx.save(kept)
    return reply.of(*await _kept_in_place(turn, kept))


async def _kept_in_place(turn: turns.Turn, kept: model.Reflection) -> tuple[reply.Act, ...]:
    """Return the tapped message changed to say that the words are kept."""
    shown = reply.screen(reply.text("reflecting-kept"), rows=await share_row(turn, kept))
    edit = reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown)
    return edit, *tidied(turn, kept)


async def discard(turn: turns.Turn, n: int) -> reply.Reply:
    """Erase a draft, and the person's own message with it where Telegram lets the bot."""
    kept = await own(turn, n)
    if any(sharing.is_on_its_way(one) for one in await turn.tx.shares_of_reflection(kept.id)):
        raise refusals.AlreadyOnItsWay
    for share in await turn.tx.shares_of_reflection(kept.id):
        await turn.tx.remove(share)
    await turn.tx.remove(kept)
    acts: list[reply.Act] = []
    if turn.message_id is not None:
        acts.append(reply.Edit(turn.message_id, reply.screen(reply.text("reflecting-discarded"))))
    if kept.message_id is not None:
        acts.append(reply.Delete((kept.message_id,)))
    return reply.of(*acts)


async def note(turn: turns.Turn) -> reply.Reply:
    """Invite a private note; what is typed next becomes one, whatever else is open."""
    if turn.me.agreed_at is None:
        raise refusals.AgreeFirst
    turn.change(dialog=DIALOG)
    return reply.of(reply.Say(reply.screen(reply.text("reflecting-note"))))


async def own(turn: turns.Turn, n: int) -> model.Reflection:
    """Return this person's reflection number n; refuse where there is none."""
    kept = await turn.tx.reflection_numbered(turn.me.id, n)
    if kept is None:
        raise refusals.NothingOpen
    return kept


async def edited(turn: turns.Turn, words: str) -> tuple[model.Reflection, bool] | None:
    """Take an edit of the person's own message over into its reflection; return it and whether it changed.

    Telegram sends an edit also where only a reaction or a link preview came: equal words are no edit.
    """
    if turn.message_id is None:
        return None
    kept = await turn.tx.reflection_by_message(turn.me.id, turn.message_id)
    if kept is None:
        return None
    brought = turn.brought or reply.File(model.Media.TEXT)
    changed = not wording.same(kept.words, words) or (kept.media, kept.file_id) != (brought.media, brought.id)
    if changed:
        kept = dataclasses.replace(kept, words=words, media=brought.media, file_id=brought.id)
        await turn.tx.save(kept)
    return kept, changed


def depth_and_theme(catalogue: sources.Catalogue, kept: model.Reflection) -> tuple[str, int]:
    """Return the theme and depth of what a reflection answers; a note is neither deep nor themed."""
    prompt = catalogue.prompts.get(kept.prompt_id or "")
    return (prompt.theme, prompt.depth) if prompt else ("", ladder.FLOORS[1])
