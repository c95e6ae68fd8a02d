"""What exactly a share holds: all of a reflection, or less of it, word for word as its reader will read it."""

from collections.abc import Sequence

from bot.domain import model, sharing, wording
from bot.usecases import reply, turns

UNSAID = "…"  # stands in a prompt's frame where the answer was spoken or shown


def whole(turn: turns.Turn, kept: model.Reflection) -> str:
    """Return all words of a reflection, in the frame of the prompt they answer."""
    return framed(turn, kept, kept.words)


def framed(turn: turns.Turn, kept: model.Reflection, words: str) -> str:
    """Return words in the frame of the prompt they answer, cut to what one message holds."""
    frame = turn.parts.catalogue.words(turn.me.locale, kept.prompt_id).share_frame if kept.prompt_id else None
    answer = words or (UNSAID if frame else "")
    return wording.fit(sharing.framed(frame, answer), wording.SHARE_LIMIT)


def less(kept: model.Reflection) -> Sequence[str]:
    """Return the sentences of which one may be sent instead of all: under a picture already a single one."""
    if kept.media is model.Media.TEXT:
        return sharing.less(kept.words)
    return wording.sentences(kept.words)[: sharing.SENTENCES_OFFERED]


def brought(media: model.Media, where: str = "sharing") -> tuple[reply.Text, ...]:
    """Return the line that names a voice note, picture, song or sticker; nothing for words."""
    return () if media is model.Media.TEXT else (reply.text(f"{where}-brought-{media}"),)
