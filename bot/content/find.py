"""Finds the folder that holds every word a person can read."""

import pathlib

_PACKAGE = pathlib.Path(__file__).resolve().parent.parent


def root() -> pathlib.Path:
    """Return the content folder: the wheel's own copy, else the one beside `pyproject.toml`."""
    packed = _PACKAGE / "_content"
    if packed.is_dir():
        return packed
    beside = _PACKAGE.parent / "content"
    if beside.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return beside
    raise FileNotFoundError(
        "The content folder is missing: expected `_content` inside the installed package, "
        "or `content` beside pyproject.toml. Reinstall the package or run from the project folder."
    )
