"""A bot of forty lines and a play around it: enough to see everything that the page can show."""

import asyncio
import contextlib
import datetime as dt
import json
from collections.abc import AsyncIterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any
from zoneinfo import ZoneInfo

from bot.simulator import api, backstage
from bot.simulator.world import World

EVENING = dt.datetime(2026, 11, 23, 18, 30, tzinfo=dt.UTC)
INVITATION = "https://t.me/nearer_bot?start=abc123"
_STEPS = {"10min": dt.timedelta(minutes=10), "next": dt.timedelta(minutes=30), "tomorrow": dt.timedelta(days=1)}
_ANSWERS = [["Light", "Somewhere between"], ["Heavy", "Not today"]]

Json = dict[str, Any]


class SmallBot:
    """Answers over the Bot API: one question, a few formats, an invitation, edits and deletions."""

    def __init__(self, world: World) -> None:
        self._api = api.BotApi(world)
        self._token = world.token

    async def introduce(self) -> None:
        """Set the menu and the description."""
        menu = [("today", "Today's question"), ("note", "Write something down"), ("support", "Where help is")]
        commands = [{"command": name, "description": text} for name, text in menu]
        await self.ask("setMyCommands", commands=commands)
        await self.ask("setMyDescription", description="Small questions for two. Private, and free to skip.")

    async def run(self) -> None:
        """Poll and answer until cancelled."""
        offset = 0
        while True:
            for update in await self.ask("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await self._handle(update)

    async def ask(self, method: str, **values: Any) -> Any:
        """Call one method and return its result."""
        fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
        _, body = await self._api.call(self._token, method, fields)
        return json.loads(body).get("result")

    async def say(self, chat_id: int, text: str, rows: list[list[Json]] | None = None, **more: Any) -> Json:
        """Send a message and return it."""
        keyboard = {"reply_markup": {"inline_keyboard": rows}} if rows else {}
        sent: Json = await self.ask("sendMessage", chat_id=chat_id, text=text, **keyboard, **more)
        return sent

    async def _handle(self, update: Json) -> None:
        if "callback_query" in update:
            await self._tapped(update["callback_query"])
        elif "message" in update:
            await self._wrote(update["message"])

    async def _wrote(self, message: Json) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        if text == "/start abc123":
            await self.say(chat_id, "Ann would like to share small questions with you.")
        elif text in ("/start", "/today"):
            await self.question(chat_id)
        elif text == "/support":
            await self._formats(chat_id)
        elif text == "/invite":
            await self._invite(chat_id)
        else:
            await self._keep(message)

    async def question(self, chat_id: int) -> None:
        """Send the day's question, silently."""
        rows = [[{"text": text, "callback_data": text} for text in row] for row in _ANSWERS]
        words = "How heavy was today, all in all?\nOne tap is a full answer."
        await self.say(chat_id, words, rows, disable_notification=True)

    async def _keep(self, message: Json) -> None:
        chat_id = message["chat"]["id"]
        await self.ask(
            "setMessageReaction",
            chat_id=chat_id,
            message_id=message["message_id"],
            reaction=[{"type": "emoji", "emoji": "✍"}],
        )
        await self.say(chat_id, "Kept, for you alone.", [[{"text": "Share…", "callback_data": "share"}]])

    async def _formats(self, chat_id: int) -> None:
        text = "<b>Help</b> is <i>near</i>, at <a href='https://example.org/help'>this page</a>.\n"
        more = "<blockquote>You can leave at any time.</blockquote>"
        last = "<tg-spoiler>Quietly</tg-spoiler>. <code>/clear</code>"
        await self.say(chat_id, text + more + last, parse_mode="HTML", protect_content=True)

    async def _invite(self, chat_id: int) -> None:
        share = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fnearer_bot%3Fstart%3Dabc123&text=One%20small%20question"
        rows = [[{"text": "Send it", "url": share}], [{"text": "Cancel it", "callback_data": "delete"}]]
        await self.say(chat_id, f"Here is your invitation:\n{INVITATION}", rows)

    async def _tapped(self, tap: Json) -> None:
        place = {"chat_id": tap["message"]["chat"]["id"], "message_id": tap["message"]["message_id"]}
        alert = tap["data"] == "share"
        words = {"share": "Only you decide when.", "delete": "Gone."}.get(tap["data"], "Kept.")
        await self.ask("answerCallbackQuery", callback_query_id=tap["id"], text=words, show_alert=alert)
        if tap["data"] == "delete":
            await self.ask("deleteMessage", **place)
        elif not alert:
            await self.ask(
                "editMessageText", **place, text=f"How heavy was today?\n\nYou: {tap['data']}. Kept, for you alone."
            )


class Play(backstage.Backstage):
    """A backstage with a clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.moment = EVENING
        self.asked: list[str] = []
        self._playing: str | None = None
        self.zones: dict[int, str] = {}
        self.hidden: dict[int, set[int]] = {}

    @property
    def scenes(self) -> Sequence[backstage.Scene]:
        """Return the four scenes."""
        titles = ["One small share", "A harsh reply, softened", "A fight and a breather", "Changing your mind"]
        return [backstage.Scene(title.rpartition(" ")[2].lower(), title) for title in titles]

    @property
    def playing(self) -> str | None:
        """Return what was started last."""
        return self._playing

    @property
    def samples(self) -> Sequence[str]:
        """Return three lines."""
        return ["The walk was good for me.", "I don't know yet", "You never listen!"]

    def now(self) -> dt.datetime:
        """Return the moment that was set."""
        return self.moment

    def local(self, person_id: int) -> backstage.Local | None:
        """Return the time in this person's zone."""
        zone = self.zones.get(person_id)
        if zone is None:
            return None
        return backstage.Local(self.moment.astimezone(ZoneInfo(zone)), zone.partition("/")[2])

    def on_its_way(self) -> Sequence[backstage.Coming]:
        """Return one thing."""
        return [backstage.Coming("Today's question for Ann", EVENING + dt.timedelta(minutes=30))]

    def private(self, person_id: int) -> AbstractSet[int]:
        """Return the ids that were set."""
        return self.hidden.get(person_id, set())

    def strip(self, person_id: int) -> str:
        """Return the same for everybody."""
        return "nothing yet" if person_id else ""

    async def move(self, step: backstage.Step) -> None:
        """Move by a plain amount."""
        self.asked.append(f"move {step}")
        self.moment += _STEPS.get(step, dt.timedelta(days=7))

    async def start_over(self) -> None:
        """Only note it."""
        self.asked.append("start over")

    async def start_paired(self) -> None:
        """Only note it."""
        self.asked.append("start paired")

    async def play(self, scene_id: str) -> None:
        """Note what plays."""
        self._playing = {scene.id: scene.id for scene in self.scenes}[scene_id]

    async def stop(self) -> None:
        """Play nothing."""
        self._playing = None


@contextlib.asynccontextmanager
async def running(world: World) -> AsyncIterator[SmallBot]:
    """Let a small bot answer in this world while the block runs."""
    bot = SmallBot(world)
    await bot.introduce()
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(bot.run())
        yield bot
        polling.cancel()
