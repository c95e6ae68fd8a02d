"""Lets `python -m bot` do what `nearer` does."""

from bot import cli

if __name__ == "__main__":
    cli.main()
