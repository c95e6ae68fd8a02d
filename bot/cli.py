"""The command line: what an operator, a writer and a newcomer can ask for."""

import asyncio
import os
import pathlib
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from bot import checks, clock, demo, inventing, logs, operating, settings, vitals, web, year
from bot import main as running
from bot.content import check, find, findings, library, preview
from bot.store import cipher, errors, migrating
from bot.telegram import intake, webhook

DONE, FAILED, UNSTARTED = 0, 1, 2

app = typer.Typer(
    name="nearer",
    help="A Telegram bot for two partners of whom one tends to go quiet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they would print local variables
    rich_markup_mode=None,
)
content_app = typer.Typer(help="What people read.", no_args_is_help=True)
keys_app = typer.Typer(help="The keys that encrypt everything.", no_args_is_help=True)
database_app = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(content_app, name="content")
app.add_typer(keys_app, name="keys")
app.add_typer(database_app, name="db")


def main() -> None:
    """Run the command that was typed; every known trouble is one line and an exit code."""
    try:
        app()
    except settings.SettingsError as error:
        _stop(error.lines, UNSTARTED)
    except (errors.StoreError, web.ListenError, findings.ContentError) as error:
        _stop(str(error).splitlines(), UNSTARTED)
    except OSError as error:
        _stop([f"{error.filename}: {error.strerror}" if error.filename else str(error)], UNSTARTED)
    except (intake.TokenRefused, webhook.Refused) as error:
        _stop([str(error)], UNSTARTED)
    except (intake.AnotherPoller, running.Stuck, vitals.Still) as error:
        _stop([str(error)], FAILED)
    except Exception as error:  # noqa: BLE001 - a traceback would quote what no terminal should show
        _stop([f"nearer ended by a fault of its own: {type(error).__name__} at {logs.place(error)}"], FAILED)


def _stop(lines: list[str] | tuple[str, ...], code: int) -> None:
    """Print what is wrong and what to do, and end."""
    for line in lines:
        typer.echo(line, err=True)
    sys.exit(code)


def _await(work: Coroutine[Any, Any, int]) -> None:
    """Run a coroutine to its exit code."""
    raise typer.Exit(asyncio.run(work))


@app.command("run")
def run_bot() -> None:
    """Run the bot with the settings of the environment and `.env`."""
    _await(running.run(settings.load()))


@app.command("demo")
def run_demo(port: Annotated[int, typer.Option(help="Port of the page on this computer.")] = 8765) -> None:
    """Run the real bot on two phones in a browser page; nothing leaves this computer."""
    _await(demo.run(port))


@app.command("check")
def run_checks() -> None:
    """Check settings, key, database, content, the way to Telegram, and the clock: a line each."""
    _await(checks.run(settings.load, typer.echo))


@app.command("stats")
def show_stats() -> None:
    """Tell how many people there are, so coarsely that nothing can be learnt of anybody."""
    _await(operating.stats(settings.load_store(), typer.echo))


@app.command("backup")
def back_up() -> None:
    """Make a backup now, also while the bot runs: a file of data and one of the keys to it, both encrypted."""
    _await(operating.back_up(settings.load_store(), typer.echo))


@app.command("restore")
def restore(
    file: Annotated[pathlib.Path | None, typer.Argument(help="A file that ends in .data; else the newest.")] = None,
    *,
    trying: Annotated[bool, typer.Option("--try", help="Put it back into a place that is thrown away.")] = False,
) -> None:
    """Put a backup back where there is no database, and forget again who asked for it since."""
    _await(operating.restore(settings.load_store(), file, typer.echo, trying=trying))


@app.command("seed")
def seed(
    people: Annotated[int, typer.Option(min=1, max=10_000_000, help="How many.")] = 1000,
) -> None:
    """Fill an empty database with people who do not exist, to see what a large one costs."""
    with typer.progressbar(length=people, label="people") as bar:
        _await(inventing.seed(settings.load_store(), people, bar.update))


@content_app.command("check")
def check_content(
    folder: Annotated[pathlib.Path | None, typer.Argument(help="Another content folder.")] = None,
    *,
    whole: Annotated[
        bool, typer.Option("--year", help="Play a year for everybody there could be; minutes.")
    ] = False,
) -> None:
    """Check every word and every rule of the content folder."""
    root = folder or find.root()
    found = check.run(root, clock.SystemClock().now().date())
    for one in found:
        typer.echo(f"{'warning: ' if one.severity == 'warn' else ''}{one}")
    wrong = sum(one.severity == "error" for one in found)
    typer.echo(f"{wrong} errors, {len(found) - wrong} warnings")
    if whole and not wrong:
        people = year.everybody(year.questions(root).themes)
        with typer.progressbar(year.play_all(root, people, os.cpu_count() or 1), len(people)) as playing:
            played = list(playing)
        wrong = not year.report(played, typer.echo)
    raise typer.Exit(FAILED if wrong else DONE)


@content_app.command("preview")
def preview_content(
    folder: Annotated[pathlib.Path | None, typer.Argument(help="Another content folder.")] = None,
    out: Annotated[pathlib.Path, typer.Option(help="Where the page goes.")] = pathlib.Path("build/preview"),
) -> None:
    """Write one page with every word, as a phone shows it, in all languages; open it in any browser."""
    path = preview.write(library.read(folder or find.root()), out)
    typer.echo(path.resolve().as_uri())


@keys_app.command("new")
def new_key() -> None:
    """Print a new secret key as one line for the settings."""
    typer.echo(f"NEARER_SECRET_KEYS={cipher.new_key()}")


@keys_app.command("rotate")
def rotate_keys() -> None:
    """Put everything under the first of the secret keys, also while the bot runs; then the others may go."""
    _await(operating.rotate(settings.load_store(), typer.echo))


@database_app.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this version's tables."""
    url = settings.load_store().database_url
    asyncio.run(migrating.upgrade(url))
    typer.echo(f"The database is at revision {migrating.head()}.")


@database_app.command("copy")
def copy_database(
    file: Annotated[pathlib.Path, typer.Argument(help="The SQLite file, on which no bot runs.")],
) -> None:
    """Copy a SQLite file into the empty PostgreSQL database of the settings; when interrupted, run it again."""
    _await(operating.copy(settings.load_store(), file, typer.echo))


@database_app.command("vacuum")
def vacuum_database() -> None:
    """Give back the room that erased rows took, also while the bot runs."""
    _await(operating.vacuum(settings.load_store(), typer.echo))
