"""The real content, read once for each process of tests: reading four languages takes as long as a story."""

import functools

from bot.content import catalogue, find, library


@functools.cache
def held() -> library.Library:
    """Return everything in the real content folder."""
    return library.read(find.root())


@functools.cache
def words() -> catalogue.Catalogue:
    """Return the real catalogue."""
    return catalogue.Catalogue(held())
