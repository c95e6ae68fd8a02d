"""The running bot behind a webhook: it is told what is pushed, and says in one line what Telegram will not have."""

from collections.abc import Mapping

import pytest

from bot import nursery
from bot.simulator import updates, webhook, world
from tests.chaos import servers, stages

Settings = Mapping[str, str]


@pytest.fixture
def pushed(settings: Settings) -> Settings:
    """Return settings of a bot that is pushed to, on this machine."""
    port = servers.free_port()
    hook = {"NEARER_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "NEARER_WEBHOOK_SECRET": "s3cret"}
    return {**settings, **hook, "NEARER_LISTEN": f"127.0.0.1:{port}"}


async def test_what_is_pushed_is_answered(stage: stages.Stage, pushed: Settings, telegram: world.World) -> None:
    """A bot behind a webhook polls nothing, answers what is pushed, also after a restart, and loses nothing."""
    ann = telegram.person("Ann")
    async with nursery.Nursery() as tasks:
        tasks.start("deliver", telegram.updates.deliver(webhook.deliver))
        for count in (1, 2):
            one = stage.start(pushed)
            await stages.until(lambda: telegram.updates.webhook is not None, 30)
            await ann.send("/start" if count == 1 else "/help")
            await stages.until(lambda count=count: len(ann.inbox) == count, 30)  # type: ignore[misc]
            assert await one.stop() == 0
            telegram.updates.watch(None)
    assert (telegram.updates.polls, len(telegram.updates)) == (0, 0)


async def test_a_refused_webhook_is_told(stage: stages.Stage, pushed: Settings) -> None:
    """An address that Telegram refuses ends the start with one line that says why."""
    wrong = {**pushed, "NEARER_WEBHOOK_URL": "http://nearer.example.org/hook"}
    ended = await stage.ended(wrong)
    assert ended.code == 2
    assert ended.lines[-1].startswith("NEARER_WEBHOOK_URL: Telegram refuses it: Bad webhook")


async def test_polling_ends_a_webhook(stage: stages.Stage, settings: Settings, telegram: world.World) -> None:
    """A bot that polls again after it was pushed to removes the webhook, and asks itself."""
    telegram.updates.watch(updates.Webhook("https://elsewhere.test"))
    one = stage.start(settings)
    await stages.until(lambda: telegram.updates.polls > 0, 30)
    assert telegram.updates.webhook is None
    assert await one.stop() == 0
