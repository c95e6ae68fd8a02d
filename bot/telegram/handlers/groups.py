"""Groups and channels, where this bot has no place."""

from telegram import ChatMember, Update

from bot.telegram import replies
from bot.telegram.context import Context, offered
from bot.usecases import everything_else

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})


async def leave(update: Update, context: Context) -> None:
    """Say that this works in private only, and leave; nothing of the group is kept."""
    chat = update.effective_chat
    # The id of a person is positive, that of anything else is not: nobody is taken for a group.
    if chat is None or chat.type == chat.PRIVATE or chat.id > 0 or not _is_called(update):
        return
    house, user = context.bot_data, update.effective_user
    locale = offered(user.language_code if user else None, house.parts.catalogue.locales)
    house.replies.put(replies.Answer(chat_id=chat.id, locale=locale, said=everything_else.group()))


def _is_called(update: Update) -> bool:
    """Say whether the bot was added here, or is spoken to where it was before; the rest it has left already."""
    if update.my_chat_member is not None:
        return update.my_chat_member.new_chat_member.status not in _GONE
    said = update.effective_message.text if update.effective_message else None
    return said is not None and said.startswith("/")
