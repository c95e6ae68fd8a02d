"""What exactly a share holds: all of a reflection, or less of it, word for word as its reader will read it."""

import dataclasses
from collections.abc import Sequence

from bot.domain import feelings, model, sharing, wording
from bot.usecases import reply, turns

UNSAID = "…"  # stands in a prompt's frame where the answer was spoken or shown


def whole(turn: turns.Turn, kept: model.Reflection) -> str:
    """Return all words of a reflection, in the frame of the prompt they answer, after the feeling they bear."""
    words, felt = framed(turn, kept, kept.words), feeling_alone(turn, kept)
    return wording.fit(f"{felt}\n\n{words}".strip(), wording.SHARE_LIMIT) if felt else words


def feeling_alone(turn: turns.Turn, kept: model.Reflection) -> str | None:
    """Return the feeling of a reflection as its author would say it alone; None where it bears none."""
    word = feelings.called(turn.parts.catalogue.feelings(turn.me.locale), kept.feeling)
    return feelings.said(word) if word is not None else None


def is_tender(turn: turns.Turn, kept: model.Reflection, words: str) -> bool:
    """Say whether these words tell a feeling that takes one more look before it is shared."""
    if not feelings.is_tender(turn.parts.catalogue.feelings(turn.me.locale), kept.feeling):
        return False
    return words.startswith(feeling_alone(turn, kept) or " ")


def framed(turn: turns.Turn, kept: model.Reflection, words: str) -> str:
    """Return words in the frame of the prompt they answer, cut to what one message holds."""
    frame = turn.parts.catalogue.words(turn.me.locale, kept.prompt_id).share_frame if kept.prompt_id else None
    answer = words or (UNSAID if frame else "")
    return wording.fit(sharing.framed(frame, answer), wording.SHARE_LIMIT)


def less(kept: model.Reflection) -> Sequence[str]:
    """Return the sentences of which one may be sent instead of all: beside anything else already a single one."""
    if kept.media is model.Media.TEXT and kept.feeling is None:
        return sharing.less(kept.words)
    return wording.sentences(kept.words)[: sharing.SENTENCES_OFFERED]


def has_less(kept: model.Reflection) -> bool:
    """Say whether there is less to send than all of it: a sentence, or the feeling alone."""
    return bool(less(kept)) or (kept.feeling is not None and kept.media is not model.Media.TEXT)


def in_words(drafted: model.Share, words: str) -> model.Share:
    """Return the share with these words and nothing beside them."""
    return dataclasses.replace(drafted, words=words, media=model.Media.TEXT, file_id=None)


def brought(media: model.Media, where: str = "sharing") -> tuple[reply.Text, ...]:
    """Return the line that names a voice note, picture, song or sticker; nothing for words."""
    return () if media is model.Media.TEXT else (reply.text(f"{where}-brought-{media}"),)
