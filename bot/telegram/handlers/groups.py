"""Groups and channels, where this bot has no place."""

from telegram import ChatMember, Update

from bot.telegram import replies
from bot.telegram.context import Context, offered
from bot.usecases import everything_else

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})


async def leave(update: Update, context: Context) -> None:
    """Say that this works in private only, and leave; nothing of the group is kept."""
    chat, change = update.effective_chat, update.my_chat_member
    if chat is None or chat.type == chat.PRIVATE or (change and change.new_chat_member.status in _GONE):
        return
    house, user = context.bot_data, update.effective_user
    locale = offered(user.language_code if user else None, house.parts.catalogue.locales)
    house.replies.put(replies.Answer(chat_id=chat.id, locale=locale, said=everything_else.group()))
