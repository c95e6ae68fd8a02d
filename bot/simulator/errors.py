"""Telegram's ways of saying no, as an exception that carries status and words."""


class ApiError(Exception):
    """A refused request: HTTP status, Telegram's description, seconds to wait where it asks for that."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


def bad(words: str) -> ApiError:
    """Return the 400 with these words."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """Return the 403 with these words."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """Return the 409 with these words."""
    return ApiError(409, f"Conflict: {words}")


def too_many(seconds: int) -> ApiError:
    """Return the 429 that asks to wait `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
