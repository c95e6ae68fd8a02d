"""Settings: what an operator may write, and the one line they read when it is wrong."""

from pathlib import Path

import pytest

from bot import settings

KEY, OTHER = "A" * 43, "B" * 42 + "E"
GIVEN = {
    "NEARER_SECRET_KEYS": KEY,
    "NEARER_BOT_TOKEN": "123456:canary-TOKEN",
    "NEARER_OPERATOR": "Kim, kim@example.org",
}


def lines(**changed: str) -> tuple[str, ...]:
    """Return what load says about the given settings with `changed` ones."""
    with pytest.raises(settings.SettingsError) as caught:
        settings.load({**GIVEN, **{f"NEARER_{name}": value for name, value in changed.items()}})
    return caught.value.lines


def test_three_settings_are_enough() -> None:
    """A token, a key and an operator make a whole set of settings."""
    loaded = settings.load(GIVEN)
    assert loaded.api_base == "https://api.telegram.org"
    assert loaded.database_url == "sqlite+aiosqlite:///nearer.db"
    assert (loaded.listen_host, loaded.listen_port) == ("127.0.0.1", 8080)
    assert (loaded.tick_seconds, loaded.undo_seconds, loaded.send_rate) == (5, None, 25)


def test_each_missing_setting_is_one_line() -> None:
    """Nothing set gives three lines, each naming its variable and what to write there."""
    with pytest.raises(settings.SettingsError) as caught:
        settings.load({})
    assert [line.partition(" ")[0] for line in caught.value.lines] == [
        "NEARER_SECRET_KEYS",
        "NEARER_BOT_TOKEN",
        "NEARER_OPERATOR",
    ]
    assert all("is missing" in line and "\n" not in line for line in caught.value.lines)


def test_an_empty_setting_counts_as_missing() -> None:
    """An empty variable, as compose files pass it, is one that was not set."""
    assert "NEARER_OPERATOR is missing" in lines(OPERATOR="")[0]
    assert settings.load({**GIVEN, "NEARER_UNDO_SECONDS": ""}).undo_seconds is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "canary"),
        ("BOT_TOKEN", "123456:canary TOKEN"),
        ("BOT_TOKEN", "canary:canary"),
        ("SECRET_KEYS", "canary"),
        ("SECRET_KEYS", "canary!" * 6),
        ("OPERATOR", "  "),
        ("OPERATOR", "two\nlines"),
        ("DATABASE_URL", "mysql://canary:canary@localhost/nearer"),
        ("DATABASE_URL", "sqlite+aiosqlite:///"),
        ("API_BASE", "api.example.org"),
        ("API_BASE", "ftp://example.org"),
        ("WEBHOOK_URL", "https://"),
        ("WEBHOOK_URL", "https://canary.example.org/healthz"),
        ("WEBHOOK_SECRET", "canary canary"),
        ("LISTEN", "8080"),
        ("LISTEN", "127.0.0.1:80800"),
        ("TICK_SECONDS", "soon"),
        ("TICK_SECONDS", "0"),
        ("UNDO_SECONDS", "-1"),
        ("SEND_RATE", "0"),
        ("BACKUP_HOURS", "-1"),
        ("PAID_BROADCAST", "perhaps"),
    ],
)
def test_a_wrong_setting_is_one_line_without_its_value(name: str, value: str) -> None:
    """A wrong value is named by its variable alone, in one line that never shows it."""
    (line,) = lines(**{name: value})
    assert line.startswith(f"NEARER_{name} is wrong")
    assert "canary" not in line
    assert "\n" not in line


def test_the_bad_one_of_several_keys_is_named() -> None:
    """Of several keys the bad one is named by its place."""
    assert "key 2 has 3 bytes instead of 32" in lines(SECRET_KEYS=f"{KEY},AAAA,{OTHER}")[0]


def test_keys_are_decoded_in_order() -> None:
    """The first key stays the first: it is the one that encrypts."""
    first, second = settings.load({**GIVEN, "NEARER_SECRET_KEYS": f"{OTHER}, {KEY}"}).keys()
    assert (first[0], second) == (4, bytes(32))
    assert len(first) == 32


def test_a_webhook_needs_its_secret() -> None:
    """A webhook without a secret would take anybody's word: it is refused."""
    assert lines(WEBHOOK_URL="https://example.org/hook") == (
        "NEARER_WEBHOOK_SECRET is missing: NEARER_WEBHOOK_URL needs it",
    )


def test_a_webhook_has_its_path() -> None:
    """Updates are pushed to the path of the webhook's address, whatever proxy stands before it."""
    given = {**GIVEN, "NEARER_WEBHOOK_SECRET": "s"}
    paths = [
        settings.load({**given, "NEARER_WEBHOOK_URL": f"https://example.org{path}"}).webhook_path
        for path in ("", "/", "/hook", "/a/b")
    ]
    assert paths == ["/", "/", "/hook", "/a/b"]


def test_a_higher_rate_must_be_paid_for() -> None:
    """Above thirty messages a second Telegram wants Stars, so somebody must say so."""
    assert "NEARER_PAID_BROADCAST" in lines(SEND_RATE="31")[0]
    paid = settings.load({**GIVEN, "NEARER_SEND_RATE": "900", "NEARER_PAID_BROADCAST": "true"})
    assert paid.send_rate == 900


def test_no_secret_is_shown_when_settings_are_printed() -> None:
    """Neither token nor key nor the database's password appear in the printed settings."""
    given = {**GIVEN, "NEARER_DATABASE_URL": "postgresql+asyncpg://nearer:canary@localhost/nearer"}
    shown = repr(settings.load(given))
    assert "canary" not in shown
    assert KEY not in shown


def test_backups_live_beside_the_database() -> None:
    """Backups go beside an SQLite file, beside the process for PostgreSQL, or where the operator says."""
    beside = settings.load({**GIVEN, "NEARER_DATABASE_URL": "sqlite+aiosqlite:////data/nearer.db"})
    away = settings.load({**GIVEN, "NEARER_DATABASE_URL": "postgresql+asyncpg://localhost/nearer"})
    told = settings.load({**GIVEN, "NEARER_BACKUP_DIR": "/safe"})
    assert (beside.backups(), away.backups(), told.backups()) == (
        Path("/data/backups"),
        Path("backups"),
        Path("/safe"),
    )
    assert (beside.database_file(), away.database_file()) == (Path("/data/nearer.db"), None)


def test_commands_of_the_database_ask_for_no_token() -> None:
    """What works on the database alone needs its key and nothing of Telegram's."""
    assert settings.load_store({"NEARER_SECRET_KEYS": KEY}).keys() == (bytes(32),)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `.env` file is read, foreign lines in it are ignored, and the environment wins over it."""
    (tmp_path / ".env").write_text(
        "".join(f"{name}={value}\n" for name, value in GIVEN.items()) + "NEARER_LISTEN=[::1]:81\nOTHER=1\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    for field in settings.Settings.model_fields:
        monkeypatch.delenv(settings.variable(field), raising=False)
    monkeypatch.setenv("NEARER_OPERATOR", "Alex")
    loaded = settings.load()
    assert (loaded.operator, loaded.listen_host, loaded.listen_port) == ("Alex", "::1", 81)


def test_a_file_in_another_encoding_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `.env` file that is not UTF-8 is named, not quoted."""
    (tmp_path / ".env").write_bytes(b"NEARER_OPERATOR=\xff\xfe\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(settings.SettingsError, match=r"^\.env is not UTF-8 text"):
        settings.load()
