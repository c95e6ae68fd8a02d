"""Gives the content tests the real library, read once, and ways to plant a fault in it."""

import dataclasses
import pathlib
import shutil
from collections.abc import Callable, Iterator

import pytest

from bot.content import catalogue, find, findings, library, sources, texts
from tests import real as once

Plant = Callable[..., library.Library]


@pytest.fixture(scope="session")
def root() -> pathlib.Path:
    """Return the real content folder."""
    return find.root()


@pytest.fixture(scope="session")
def held() -> library.Library:
    """Return everything in the real content folder."""
    return once.held()


@pytest.fixture(scope="session")
def real() -> catalogue.Catalogue:
    """Return the real catalogue."""
    return once.words()


@pytest.fixture
def folder(root: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a copy of the content folder that may be spoiled."""
    return pathlib.Path(shutil.copytree(root, tmp_path / "content"))


@pytest.fixture(scope="session")
def prompt(held: library.Library) -> Callable[..., library.Library]:
    """Return a maker of libraries whose only prompt is a real one with some fields changed."""

    def plant(name: str = "q103", **changes: object) -> library.Library:
        placed = next(one for one in held.source.prompts if one.entry.id == name)
        changed = dataclasses.replace(placed, entry=placed.entry.model_copy(update=changes))
        return with_language(held, dataclasses.replace(held.source, prompts=(changed,)))

    return plant


@pytest.fixture(scope="session")
def interface_of(held: library.Library) -> Callable[[str], library.Library]:
    """Return a maker of libraries whose interface is the given Fluent source."""

    def plant(source: str) -> library.Library:
        spoken = texts.Texts("en", "content/en/ui.ftl", source)
        return with_language(held, dataclasses.replace(held.source, texts=spoken))

    return plant


def with_language(held: library.Library, language: library.Language) -> library.Library:
    """Return the library with its source language exchanged."""
    return dataclasses.replace(held, languages={library.SOURCE: language})


def rule_names(found: Iterator[findings.Finding]) -> set[str]:
    """Return the rules that were broken."""
    return {finding.rule for finding in found}


@pytest.fixture
def yaml_file(tmp_path: pathlib.Path) -> Callable[[str], sources.Document]:
    """Return a reader of YAML that stands in a file of its own."""

    def read(written: str | bytes) -> sources.Document:
        path = tmp_path / "planted.yaml"
        path.write_bytes(written if isinstance(written, bytes) else written.encode())
        return sources.read(path, "content/planted.yaml")

    return read
