"""Turns a use case into the handler of a button, by what the button has to say."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.telegram.context import Context
from bot.usecases import reply, turns

TapHandler = Callable[[Update, Context, int, int | None], Awaitable[None]]
ABSENT = -1  # no button of ours carries it: the use case answers that there is nothing here


def plain(usecase: Callable[[turns.Turn], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that says nothing but its verb."""

    async def tapped(_update: Update, context: Context, _n: int, _option: int | None) -> None:
        await context.act(usecase)

    return tapped


def numbered(usecase: Callable[[turns.Turn, int], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that names a thing by its number."""

    async def tapped(_update: Update, context: Context, n: int, _option: int | None) -> None:
        await context.act(usecase, n)

    return tapped


def chosen(usecase: Callable[[turns.Turn, int], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that is one of several options."""

    async def tapped(_update: Update, context: Context, _n: int, option: int | None) -> None:
        await context.act(usecase, ABSENT if option is None else option)

    return tapped


def optional(usecase: Callable[[turns.Turn, int | None], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that opens a choice, or is one of its options, about nothing numbered."""

    async def tapped(_update: Update, context: Context, _n: int, option: int | None) -> None:
        await context.act(usecase, option)

    return tapped


def both(usecase: Callable[[turns.Turn, int, int], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that is one option of a numbered thing."""

    async def tapped(_update: Update, context: Context, n: int, option: int | None) -> None:
        await context.act(usecase, n, ABSENT if option is None else option)

    return tapped


def either(usecase: Callable[[turns.Turn, int, int | None], Awaitable[reply.Reply]]) -> TapHandler:
    """Return the handler of a button that opens a choice, or is one of its options."""

    async def tapped(_update: Update, context: Context, n: int, option: int | None) -> None:
        await context.act(usecase, n, option)

    return tapped
