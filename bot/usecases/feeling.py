"""Attaching a feeling to what was written: family and word in two taps, or body first where it is hard to name."""

import dataclasses
from collections.abc import Mapping, Sequence

from bot.domain import feelings, model, refusals
from bot.usecases import reflecting, reply, sources, turns

A_ROW = 2
NONE = 0  # number of the button that takes a feeling off again


async def families(turn: turns.Turn, n: int) -> reply.Reply:
    """Offer the ten families, and the way that begins in the body."""
    kept = await reflecting.own(turn, n)
    known = _known(turn)
    buttons = [reply.Button(reply.Words(one.label), "family", n, i) for i, one in enumerate(known.families, 1)]
    last = [reply.Button(reply.text("button-hard-to-name"), "body", n)]
    if kept.feeling is not None:
        last.append(reply.Button(reply.text("button-no-feeling"), "feeling", n, NONE))
    rows = (*_paired(buttons), tuple(last), _back(n, "felt"))
    return _in_place(turn, reply.screen(reply.text("reflecting-feel"), rows=rows))


async def family(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Offer the eight words of a family, each with what it is about."""
    await reflecting.own(turn, n)
    known = _known(turn)
    if not 1 <= option <= len(known.families):
        raise refusals.NothingOpen
    chosen = known.families[option - 1]
    words = feelings.number_of(known, [one.id for one in chosen.words])
    shown = reply.screen(reply.text("reflecting-feel-family", family=chosen.label), rows=_words(words, n, "feel"))
    return _in_place(turn, shown)


async def body(turn: turns.Turn, n: int, option: int | None) -> reply.Reply:
    """Offer places in the body, or what can be noticed in one of them."""
    await reflecting.own(turn, n)
    places = _known(turn).body_first.places
    if option is None:
        buttons = [reply.Button(reply.Words(one.label), "body", n, i) for i, one in enumerate(places, 1)]
        extra = feelings.number_of(_known(turn), [one.id for one in _known(turn).extra_answers])
        rows = (*_paired(buttons), *_paired(_buttons(extra, n)), _back(n, "feel"))
        ask = reply.Words(_known(turn).body_first.ask)
        return _in_place(turn, reply.screen(ask, reply.text("reflecting-feel-any"), rows=rows))
    if not 1 <= option <= len(places):
        raise refusals.NothingOpen
    found = enumerate(places[option - 1].sensations, start=option * feelings.A_PLACE + 1)
    rows = tuple((reply.Button(reply.Words(one.label), "sense", n, i),) for i, one in found)
    line = reply.text("reflecting-feel-body", place=places[option - 1].label)
    return _in_place(turn, reply.screen(line, rows=(*rows, _back(n, "body"))))


async def sense(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Offer the words that a sensation might be; nobody says which it is but the person."""
    await reflecting.own(turn, n)
    noticed = feelings.sensation(_known(turn).body_first.places, option)
    if noticed is None:
        raise refusals.NothingOpen
    words = feelings.number_of(_known(turn), noticed.might_be)
    line = reply.text("reflecting-feel-might-be", sensation=noticed.label)
    return _in_place(turn, reply.screen(line, rows=_words(words, n, "body")))


async def choose(turn: turns.Turn, n: int, option: int) -> reply.Reply:
    """Attach the word that was tapped, or take it off; only its owner ever sees it, unless it is shared."""
    kept = await reflecting.own(turn, n)
    words = feelings.numbered(_known(turn))
    if option != NONE and option not in words:
        raise refusals.NothingOpen
    kept = dataclasses.replace(kept, feeling=words[option].id if option != NONE else None)
    await turn.tx.save(kept)
    return _in_place(turn, await _entry(turn, kept))


async def back(turn: turns.Turn, n: int) -> reply.Reply:
    """Return from the words to what they are for."""
    return _in_place(turn, await _entry(turn, await reflecting.own(turn, n)))


async def _entry(turn: turns.Turn, kept: model.Reflection) -> reply.Screen:
    """Return what can be done about a reflection, with the feeling it bears."""
    word = feelings.called(_known(turn), kept.feeling)
    line = (reply.text("reflecting-felt", feeling=word.label),) if word is not None else ()
    if kept.state is model.ReflectionState.DRAFT:
        return reply.screen(reply.text("reflecting-draft"), *line, rows=await reflecting.draft_rows(turn, kept))
    return reply.screen(reply.text("reflecting-kept"), *line, rows=await reflecting.share_row(turn, kept))


def _known(turn: turns.Turn) -> sources.Feelings:
    """Return the vocabulary in the person's language."""
    return turn.parts.catalogue.feelings(turn.me.locale)


def _words(words: Mapping[int, feelings.Word], n: int, back_to: str) -> reply.Rows:
    """Return a picker of words and the way back."""
    return (*_paired(_buttons(words, n)), _back(n, back_to))


def _buttons(words: Mapping[int, feelings.Word], n: int) -> list[reply.Button]:
    """Return a button for each word."""
    return [reply.Button(reply.Words(word.label), "feeling", n, number) for number, word in words.items()]


def _paired(buttons: Sequence[reply.Button]) -> reply.Rows:
    """Return the buttons two in a row."""
    return tuple(tuple(buttons[i : i + A_ROW]) for i in range(0, len(buttons), A_ROW))


def _back(n: int, verb: str) -> tuple[reply.Button, ...]:
    """Return the row that goes one step back."""
    return (reply.Button(reply.text("button-back"), verb, n),)


def _in_place(turn: turns.Turn, shown: reply.Screen) -> reply.Reply:
    """Return the screen in the tapped message."""
    return reply.of(reply.Edit(turn.message_id, shown) if turn.message_id else reply.Say(shown))
