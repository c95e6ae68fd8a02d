"""The shape of every content file: frozen, complete, and refused with the line where it differs."""

from collections.abc import Iterable
from typing import Annotated, Literal, TypeVar

import pydantic

from bot.content import findings, sources

Track = Literal["quiet", "reach", "either"]
Depth = Literal[1, 2, 3, 4, 5]
Weeks = tuple[int, int]
Text = Annotated[str, pydantic.StringConstraints(min_length=1)]


class Sheet(pydantic.BaseModel):
    """A frozen value that knows all its fields and takes no others."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", strict=True)


AnySheet = TypeVar("AnySheet", bound=Sheet)


def parse(document: sources.Document, model: type[AnySheet]) -> AnySheet:
    """Return the document as `model`; raises ContentError with one finding per wrong field."""
    try:
        return model.model_validate(document.value)
    except pydantic.ValidationError as error:
        raise findings.ContentError(_findings(document, error)) from error


def _findings(document: sources.Document, error: pydantic.ValidationError) -> Iterable[findings.Finding]:
    for fault in error.errors():
        path = tuple(part for part in fault["loc"] if part != "[key]")
        name = ".".join(str(part) for part in path) or "the whole file"
        message = f"{name}: {fault['msg'].removeprefix('Value error, ')}; see content/README.md for the fields"
        yield document.finding(path, "shape", message)
