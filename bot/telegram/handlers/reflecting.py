"""What a person answers and writes."""

from telegram import Message, Update

from bot.domain import model
from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import bringing, everything_else, feeling, reflecting, reply, sharing


async def note(_update: Update, context: Context) -> None:
    """Invite a private note."""
    await context.act(reflecting.note)


async def write(update: Update, context: Context) -> None:
    """Take typed words."""
    message = update.message
    if message is None or message.text is None:
        return
    replied_to = message.reply_to_message.message_id if message.reply_to_message else None
    await context.act(everything_else.write, message.text, replied_to)


async def bring(update: Update, context: Context) -> None:
    """Take a voice note, picture, song or sticker."""
    message = update.message
    file = _file(message) if message else None
    if message is None or file is None:
        return
    replied_to = message.reply_to_message.message_id if message.reply_to_message else None
    await context.act(bringing.bring, file, message.caption or "", replied_to)


async def edit(update: Update, context: Context) -> None:
    """Take an edit of words that were typed, or of what was brought and its caption."""
    message = update.edited_message
    if message is not None and (message.text is not None or _file(message) is not None):
        await context.act(sharing.edited, message.text or message.caption or "", _file(message))


def _file(message: Message) -> reply.File | None:
    """Return Telegram's own id for what somebody brought; of a picture that of its largest size."""
    picture = message.photo[-1] if message.photo else None
    brought = {
        model.Media.VOICE: message.voice,
        model.Media.PHOTO: picture,
        model.Media.AUDIO: message.audio,
        model.Media.STICKER: message.sticker,
    }
    return next((reply.File(media, one.file_id) for media, one in brought.items() if one), None)


COMMANDS = {"note": note}
TAPS = {
    "answer": taps.both(reflecting.answer),
    "my-answer": taps.both(reflecting.my_answer),
    "keep": taps.numbered(reflecting.keep),
    "discard": taps.numbered(reflecting.discard),
    "feel": taps.numbered(feeling.families),
    "family": taps.both(feeling.family),
    "feeling": taps.both(feeling.choose),
    "body": taps.either(feeling.body),
    "sense": taps.both(feeling.sense),
    "felt": taps.numbered(feeling.back),
}
