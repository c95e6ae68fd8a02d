"""The one home of background tasks: each is named, held, watched, and gone when the house closes."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

_LOG = logging.getLogger(__name__)
_GRACE_SECONDS = 5.0

Result = TypeVar("Result")


class Nursery:
    """Holds running tasks by strong references and tells of the first that fails."""

    def __init__(self, on_failure: Callable[[str, BaseException], None] | None = None) -> None:
        self.failed = asyncio.Event()
        self.failure: BaseException | None = None
        self._on_failure = on_failure
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, name: str, work: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
        """Run `work` beside the caller under `name`; a closed nursery raises RuntimeError."""
        if self._closed:
            work.close()
            raise RuntimeError(f"the nursery is closed: {name} cannot start")
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - its one home
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def names(self) -> tuple[str, ...]:
        """Return the names of what runs now, in alphabetical order."""
        return tuple(sorted(task.get_name() for task in self._tasks))

    async def close(self, grace: float = _GRACE_SECONDS) -> tuple[str, ...]:
        """Cancel everything, wait `grace` seconds at most, and return the names of what would not end."""
        self._closed = True
        ending = self._tasks - {asyncio.current_task()}
        for task in ending:
            task.cancel()
        if not ending:
            return ()
        _, stuck = await asyncio.wait(ending, timeout=grace)
        return tuple(sorted(task.get_name() for task in stuck))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        _LOG.error("a task failed", exc_info=error)
        self.failure = self.failure or error
        self.failed.set()
        if self._on_failure:
            self._on_failure(task.get_name(), error)
