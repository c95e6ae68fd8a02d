"""What a person answers and writes."""

from telegram import Update

from bot.telegram import taps
from bot.telegram.context import Context
from bot.usecases import everything_else, reflecting, sharing


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


async def edit(update: Update, context: Context) -> None:
    """Take an edit of words that were typed."""
    if update.edited_message is not None and update.edited_message.text is not None:
        await context.act(sharing.edited, update.edited_message.text)


COMMANDS = {"note": note}
TAPS = {
    "answer": taps.both(reflecting.answer),
    "my-answer": taps.both(reflecting.my_answer),
    "keep": taps.numbered(reflecting.keep),
    "discard": taps.numbered(reflecting.discard),
}
