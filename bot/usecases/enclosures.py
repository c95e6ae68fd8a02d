"""What a delivery may enclose that is made only just before it leaves: a picture, or an archive."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from bot.usecases import reply


@dataclasses.dataclass(frozen=True, slots=True)
class Dot:
    """One feeling on the picture; both places from -1 to 1."""

    label: str
    pleasant: float
    energy: float


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """The feelings of a week, on a light page by day and on a dark one in the evening."""

    dots: tuple[Dot, ...]
    dark: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """One part of a page that a person can read: a heading, and its entries one below the other."""

    heading: reply.Text
    entries: tuple[tuple[reply.Text | reply.Words, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Archive:
    """Everything about a person: a page to read, and the same for machines."""

    title: reply.Text
    page: tuple[Section, ...]
    data: Mapping[str, Any]


Enclosure = Picture | Archive
