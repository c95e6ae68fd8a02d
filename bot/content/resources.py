"""Where help is, country by country, and which of it may be shown."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

import pydantic

from bot.content import sheet

Kind = Literal["dv", "dv_men", "dv_lgbt", "own_behaviour", "crisis", "therapy"]
KINDS: tuple[str, ...] = get_args(Kind)


class Emergency(sheet.Sheet):
    """The emergency numbers of a country and how they were verified."""

    numbers: tuple[sheet.Text, ...]
    verification: Literal["A", "B", "C", "U"]
    sources: tuple[sheet.Text, ...] = ()


class Service(sheet.Sheet):
    """One place to turn to: a line, a site, a register."""

    kind: Kind
    name: sheet.Text
    phone: sheet.Text | None = None
    text: sheet.Text | None = None
    tty: sheet.Text | None = None
    whatsapp: sheet.Text | None = None
    web: sheet.Text | None = None
    hours: sheet.Text | None = None
    languages: sheet.Text | None = None
    cost: sheet.Text | None = None
    who: sheet.Text | None = None
    region: sheet.Text | None = None
    own_behaviour: bool = False
    verification: Literal["A", "B", "C", "U"]
    sources: tuple[sheet.Text, ...] = ()
    notes: sheet.Text | None = None
    checked: Annotated[dt.date | None, pydantic.Field(strict=False)] = None  # where later than `compiled`
    show: bool

    @property
    def shown(self) -> bool:
        """Whether people may see it: marked so, and verified at level A or B."""
        return self.show and self.verification in {"A", "B"}


class Country(sheet.Sheet):
    """What is known for one country."""

    iso: Annotated[str, pydantic.StringConstraints(pattern=r"^[A-Z]{2}$")]
    country: sheet.Text
    emergency: Emergency
    ui_languages: tuple[sheet.Text, ...]
    notes: sheet.Text | None = None
    services: tuple[Service, ...]


class Directory(sheet.Sheet):
    """A directory that works in any country."""

    name: sheet.Text
    web: sheet.Text
    verification: Literal["A", "B", "C", "U"]
    sources: tuple[sheet.Text, ...] = ()
    show: bool

    @property
    def shown(self) -> bool:
        """Whether people may see it: marked so, and verified at level A or B."""
        return self.show and self.verification in {"A", "B"}


class Resources(sheet.Sheet):
    """Where help is, in every country we know something about."""

    compiled: Annotated[dt.date, pydantic.Field(strict=False)]
    recheck_after_days: int
    suggested_country: Mapping[str, str]
    international: tuple[Directory, ...]
    countries: tuple[Country, ...]


class Support(sheet.Sheet):
    """The words around the places to turn to, in one language."""

    finding_a_professional: tuple[sheet.Text, ...]
    kinds: Mapping[str, sheet.Text]
    names: Mapping[str, sheet.Text] = {}
