"""A person with a phone: writes, taps, records, blocks, and sees what the bot shows."""

from __future__ import annotations

import dataclasses
import urllib.parse
from typing import TYPE_CHECKING, Any, Final

from bot.simulator import entities, files, phone
from bot.simulator.fields import names
from bot.simulator.messages import Button, Chat, Json, Message, Notification, User, message_json, stamp

if TYPE_CHECKING:
    from bot.simulator.world import Callback, World

_SOUND: Final = b"OggS\0\2" + bytes(58)


class BlockedError(RuntimeError):
    """The person has blocked the bot, so their phone offers no way to write to it."""


class NotOnScreenError(LookupError):
    """What was to be tapped is not there; the message shows the screen."""


class Person:
    """One person and their phone; every act puts a true update on its way, then lets the bot settle."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self.visited: list[str] = []
        self.clipboard: str | None = None

    @property
    def id(self) -> int:
        """Return the id of the account, and of its chat."""
        return self.chat.id

    @property
    def user(self) -> User:
        """Return the account as it is now."""
        if self.chat.person is None:
            raise LookupError("a group has no person")
        return self.chat.person

    @property
    def bars_voice(self) -> bool:
        """Return whether this person lets nobody send them voice messages."""
        return self.chat.bars_voice

    @bars_voice.setter
    def bars_voice(self, barred: bool) -> None:
        self.chat.bars_voice = barred

    @property
    def last(self) -> Message:
        """Return the newest message of the bot that the phone still shows."""
        for message in self.chat.newest():
            if message.from_bot:
                return message
        raise NotOnScreenError("the bot has not written anything that is still there")

    @property
    def inbox(self) -> list[Message]:
        """Return what the phone still shows of the bot's messages, oldest first."""
        return [message for message in self.chat.living if message.from_bot]

    @property
    def buttons(self) -> list[str]:
        """Return the words on the buttons of the newest message."""
        return self.last.buttons

    @property
    def toast(self) -> str | None:
        """Return the line that the last callback answer showed, None where it showed none."""
        return self.chat.toast

    @property
    def notifications(self) -> list[Notification]:
        """Return what the lock screen showed, oldest first; the silent ones are marked."""
        return self.chat.notifications

    def screen(self) -> str:
        """Return the chat as text, buttons in brackets."""
        return phone.render(self.chat)

    async def send(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a text."""
        return await self._say(text=text, entities=entities.found(text), reply_to=reply_to and reply_to.id)

    async def reply(self, message: Message, text: str) -> Message:
        """Write a text as a reply to a message."""
        return await self.send(text, reply_to=message)

    async def press_start(self, token: str = "") -> Message:
        """Press START, with the token of a link or without; it also unblocks the bot."""
        if self.chat.blocked:
            self._become("kicked", "member")
        return await self.send(f"/start {token}".strip())

    async def open(self, link: str) -> Message | None:
        """Open a link; one to the bot starts it with the link's token, any other is only visited."""
        self.visited.append(link)
        parts = urllib.parse.urlsplit(link)
        query = urllib.parse.parse_qs(parts.query)
        name = parts.path.strip("/") if parts.netloc in ("t.me", "telegram.me") else query.get("domain", [""])[0]
        if name.lower() != (self.world.bot.username or "").lower():
            return None
        return await self.press_start(query.get("start", [""])[0])

    async def tap(self, text: str, *, message: Message | None = None) -> Button:
        """Tap the button with these words, or else starting with or containing them, newest first."""
        found = phone.find(self.chat, text, message)
        if found is None:
            raise NotOnScreenError(f"no button {text!r} on {self.user.first_name}'s phone:\n{self.screen()}")
        where, button = found
        if button.callback_data is not None:
            self._callback(where, button.callback_data)
        elif button.url is not None:
            await self.open(button.url)
        elif button.copy_text is not None:
            self.clipboard = button.copy_text
        await self._settle()
        return button

    async def forge(self, data: str, message: Message | None = None) -> Callback:
        """Send a callback with any data, as a changed client can, under a message or the newest one."""
        callback = self._callback(message or self.last, data)
        await self._settle()
        return callback

    async def resend(self, callback: Callback) -> None:
        """Send a tap once more under a new update id, as the app does when it was closed before the answer."""
        self.world.requeue(callback)
        await self._settle()

    async def voice(self, seconds: int = 4, *, reply_to: Message | None = None) -> Message:
        """Record a voice note."""
        details = {"duration": seconds, "mime_type": "audio/ogg"}
        return await self._media("voice", _SOUND, details, reply_to=reply_to and reply_to.id)

    async def photo(self, caption: str | None = None, *, content: bytes | None = None) -> Message:
        """Send a picture, a small one of our own where none is given."""
        chosen = content or files.picture()
        width, height = files.dimensions(chosen)
        return await self._media("photo", chosen, {"width": width, "height": height}, caption=caption)

    async def sticker(self) -> Message:
        """Send a sticker."""
        look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return await self._media("sticker", b"RIFF\0\0\0\0WEBP", {**look, "emoji": "🙂"})

    async def audio(self, title: str = "Song", *, caption: str | None = None) -> Message:
        """Send a song."""
        details = {"duration": 180, "mime_type": "audio/mpeg", "title": title, "performer": "Somebody"}
        return await self._media("audio", b"ID3", details, caption=caption)

    async def video(self, caption: str | None = None) -> Message:
        """Send a video."""
        details = {"width": 320, "height": 240, "duration": 5, "mime_type": "video/mp4"}
        return await self._media("video", b"ftypmp42", details, caption=caption)

    async def document(self, name: str = "notes.txt", caption: str | None = None) -> Message:
        """Send a file."""
        return await self._media(
            "document", b"notes", {"file_name": name, "mime_type": "text/plain"}, caption=caption
        )

    async def location(self) -> Message:
        """Send a place."""
        return await self._say(kind="location", media={"latitude": 52.52, "longitude": 13.405})

    async def contact(self) -> Message:
        """Send an address card."""
        return await self._say(kind="contact", media={"phone_number": "+100000000", "first_name": "Kim"})

    async def poll(self) -> Message:
        """Send a poll."""
        options = [{"text": text, "voter_count": 0, "persistent_id": text} for text in ("Tea", "Toast")]
        flags = {"is_closed": False, "is_anonymous": True, "allows_multiple_answers": False}
        votes = {"total_voter_count": 0, "type": "regular", "allows_revoting": True, "members_only": False}
        poll = {"id": str(self.world.number("poll", 62)), "question": "Tea or toast?", "options": options}
        return await self._say(kind="poll", media={**poll, **flags, **votes})

    async def anything(self, kind: str, content: Any) -> Message:
        """Send content of any kind, one that nobody has heard of yet included."""
        return await self._say(kind=kind, media=content)

    async def edit(self, message: Message, text: str) -> None:
        """Change the words of one's own message."""
        if message.kind == "text":
            message.text = text
        else:
            message.caption = text
        message.entities = entities.found(text)
        message.edited_at = self.world.now()
        self.world.touch()
        self.world.queue("edited_message", self.chat, message_json(self.chat, message))
        await self._settle()

    async def delete(self, message: Message) -> None:
        """Delete a message for both sides; no bot is ever told."""
        self.world.remove(self.chat, message, "person")
        await self._settle()

    async def react(self, message: Message, emoji: str) -> None:
        """React to a message; in a private chat no bot is ever told."""
        message.person_reactions = (emoji,)
        self.world.touch()
        await self._settle()

    async def block(self) -> None:
        """Block the bot."""
        self._become("member", "kicked")
        await self._settle()

    async def unblock(self) -> None:
        """Unblock the bot without starting it again."""
        self._become("kicked", "member")
        await self._settle()

    async def close_account(self) -> None:
        """Delete the account; no bot is told."""
        self.chat.deactivated = True
        await self._settle()

    async def rename(self, first_name: str, **account: Any) -> None:
        """Change the account's name, username or language; bots see it in the next update."""
        self.chat.person = dataclasses.replace(self.user, first_name=first_name, **account)
        self.world.touch()
        await self._settle()

    async def group(self, text: str | None = None, *, title: str = "Family", kind: str = "group") -> Chat:
        """Add the bot to a new group, supergroup or channel, and write there where a text is given."""
        chat = self.world.group(title, kind)
        status = "administrator" if kind == "channel" else "member"
        self.world.queue("my_chat_member", chat, self._membership(chat, "left", status))
        if text is not None:
            await self.write_in(chat, text)
        await self._settle()
        return chat

    async def write_in(self, chat: Chat, text: str) -> Message:
        """Write a text in a group or channel."""
        kind = "channel_post" if chat.kind == "channel" else "message"
        message = self._arrive(chat, kind, text=text, entities=entities.found(text))
        await self._settle()
        return message

    async def _media(self, kind: str, content: bytes, details: Json, **fields: Any) -> Message:
        kept = self.world.files.keep(kind, content, details)
        media = [kept.media] if kind == "photo" else kept.media
        words = fields.get("caption") or ""
        fields |= {"entities": entities.found(words), "duration": details.get("duration")}
        return await self._say(kind=kind, media=media, file_id=kept.id, **fields)

    async def _say(self, **content: Any) -> Message:
        if self.chat.blocked:
            raise BlockedError(f"{self.user.first_name} has blocked the bot")
        self.chat.started = True
        message = self._arrive(self.chat, "message", **content)
        await self._settle()
        return message

    def _arrive(self, chat: Chat, update: str, /, **content: Any) -> Message:
        message = self.world.new_message(chat, self.user, **content)
        self.world.queue(update, chat, message_json(chat, message))
        return message

    def _callback(self, message: Message, data: str) -> Callback:
        self.chat.toast = None
        return self.world.tap(self.world.chat(message.chat_id), self.user, message, data)

    def _become(self, before: str, after: str) -> None:
        self.chat.blocked = after == "kicked"
        self.world.touch()
        self.world.queue("my_chat_member", self.chat, self._membership(self.chat, before, after))

    def _membership(self, chat: Chat, before: str, after: str) -> Json:
        moment = stamp(self.world.now())
        states = {"old_chat_member": self._state(before), "new_chat_member": self._state(after)}
        return {"chat": chat.json(), "from": self.user.json(), "date": moment, **states}

    def _state(self, status: str) -> Json:
        more: Json = {"until_date": 0} if status == "kicked" else {}
        if status == "administrator":
            more = dict.fromkeys(_RIGHTS, True)
        return {"user": self.world.bot.json(), "status": status, **more}

    async def _settle(self) -> None:
        if self.world.settle is not None:
            await self.world.settle()


_RIGHTS: Final = names(
    "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
    "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
    "can_edit_stories can_delete_stories",
)
