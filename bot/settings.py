"""Reads what an operator decides: one field per environment variable, one clear line per mistake."""

import base64
import binascii
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self, TypeVar
from urllib.parse import urlsplit

import pydantic
import pydantic_settings
from pydantic import Field, SecretStr

PREFIX = "NEARER_"
FREE_RATE = 30
PAID_RATE = 1000

_KEY_BYTES = 32
_PORTS = range(65536)
_PAGES = ("/healthz", "/readyz", "/metrics")
_SQLITE, _POSTGRESQL = "sqlite+aiosqlite:///", "postgresql+asyncpg://"

Wanted = TypeVar("Wanted", bound="StoreSettings")


class SettingsError(Exception):
    """Says in `lines`, one for each setting, what is wrong and what to do; it never holds a secret."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class StoreSettings(pydantic_settings.BaseSettings):
    """What a command needs that works on the database alone."""

    model_config = pydantic_settings.SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
    )

    secret_keys: SecretStr
    """Encrypts everything in the database; `nearer keys new` makes one. Of several the first encrypts."""

    database_url: str = Field(default=_SQLITE + "nearer.db", repr=False)
    """Where everything is kept: a file beside the process, or postgresql+asyncpg://user:password@host/name."""

    backup_dir: Path | None = None
    """Where backups and the list of erasures live; empty: backups/ beside the database."""

    backup_hours: int = Field(default=24, ge=0, le=24 * 14)
    """Hours between two backups that the running bot makes; 0: none by itself."""

    @pydantic.field_validator("secret_keys")
    @classmethod
    def _keys_decode(cls, value: SecretStr) -> SecretStr:
        for number, text in enumerate(value.get_secret_value().split(","), start=1):
            _key(number, text)
        return value

    @pydantic.field_validator("database_url")
    @classmethod
    def _database_is_known(cls, value: str) -> str:
        if not value.startswith((_SQLITE, _POSTGRESQL)) or value == _SQLITE:
            raise ValueError(f"it begins with neither {_SQLITE}<file> nor {_POSTGRESQL}")
        return value

    def keys(self) -> tuple[bytes, ...]:
        """Return the secret keys, 32 bytes each, the encrypting one first."""
        texts = self.secret_keys.get_secret_value().split(",")
        return tuple(_key(number, text) for number, text in enumerate(texts, start=1))

    def database_file(self) -> Path | None:
        """Return the file of an SQLite database; None on PostgreSQL."""
        if not self.database_url.startswith(_SQLITE):
            return None
        return Path(self.database_url.removeprefix(_SQLITE).partition("?")[0])

    def backups(self) -> Path:
        """Return the folder of backups: the one set, else `backups` beside the database."""
        beside = (self.database_file() or Path("here")).parent
        return self.backup_dir or beside / "backups"


class Settings(StoreSettings):
    """Everything that `nearer run` can be told."""

    bot_token: SecretStr
    """The token @BotFather gave this bot, like 123456:ABC-DEF."""

    operator: str = Field(max_length=200)
    """Who runs this bot, and how to reach them: people read it in /privacy."""

    api_base: str = "https://api.telegram.org"
    """The Bot API to talk to: Telegram's, or a server of your own."""

    webhook_url: str | None = None
    """The public https address at which Telegram reaches this bot; empty: the bot polls."""

    webhook_secret: SecretStr | None = None
    """With a webhook: 1 to 256 letters, digits, - or _, by which Telegram's calls are known."""

    listen: str = "127.0.0.1:8080"
    """Host and port of /healthz, /readyz and /metrics, polling too, and of the webhook's path behind its proxy."""

    tick_seconds: float = Field(default=5, gt=0, le=60)
    """Seconds between two looks at what is due."""

    undo_seconds: int | None = Field(default=None, ge=0)
    """Replaces every cooling-off and undo, for demos; empty: what people chose."""

    send_rate: float = Field(default=25, gt=0, le=PAID_RATE)
    """Messages a second to all people together; Telegram allows 30 without paid broadcasts."""

    paid_broadcast: bool = False
    """Lets the rate go up to 1000 a second, which Telegram charges in Stars."""

    @pydantic.field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("it does not look like a bot token")
        return value

    @pydantic.field_validator("operator")
    @classmethod
    def _operator_is_one_line(cls, value: str) -> str:
        if not value.strip() or not value.isprintable():
            raise ValueError("it must be one readable line")
        return value.strip()

    @pydantic.field_validator("api_base", "webhook_url")
    @classmethod
    def _address_is_http(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0 or parts.query:
            raise ValueError("it is not an address like https://example.org")
        return value.rstrip("/")

    @pydantic.field_validator("webhook_url")
    @classmethod
    def _webhook_is_a_page_of_its_own(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).path in _PAGES:
            raise ValueError("this bot shows another page there")
        return value

    @pydantic.field_validator("webhook_secret")
    @classmethod
    def _secret_has_its_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("Telegram would refuse it")
        return value

    @pydantic.field_validator("listen")
    @classmethod
    def _listen_is_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isascii() or not port.isdigit() or int(port) not in _PORTS:
            raise ValueError("it is not host:port, like 127.0.0.1:8080")
        return value

    @pydantic.model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError(f"{PREFIX}WEBHOOK_SECRET is missing: {PREFIX}WEBHOOK_URL needs it")
        if self.send_rate > FREE_RATE and not self.paid_broadcast:
            raise ValueError(f"{PREFIX}SEND_RATE: above {FREE_RATE} it needs {PREFIX}PAID_BROADCAST=true")
        return self

    @property
    def webhook_path(self) -> str:
        """Return the path at which updates are pushed to this process."""
        return urlsplit(self.webhook_url or "").path or "/"

    @property
    def listen_host(self) -> str:
        """Return the host to listen on, without the brackets of IPv6."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        """Return the port to listen on; 0 lets the system choose."""
        return int(self.listen.rpartition(":")[2])


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Return all settings, from the environment and `.env`, or from `environ` alone; or raise SettingsError."""
    return _load(Settings, environ)


def load_store(environ: Mapping[str, str] | None = None) -> StoreSettings:
    """Return only what the database needs, so that its commands ask for no token; or raise SettingsError."""
    return _load(StoreSettings, environ)


def variable(field: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + field.upper()


def _load(wanted: type[Wanted], environ: Mapping[str, str] | None) -> Wanted:
    try:
        return wanted() if environ is None else _given(wanted, environ)
    except pydantic.ValidationError as error:
        details = error.errors(include_input=False, include_context=False, include_url=False)
        raise SettingsError(tuple(_line(wanted, one["loc"], one["type"], one["msg"]) for one in details)) from None
    except UnicodeDecodeError:
        raise SettingsError((".env is not UTF-8 text: write it again with a plain editor",)) from None


def _given(wanted: type[Wanted], environ: Mapping[str, str]) -> Wanted:
    given = {name.removeprefix(PREFIX).lower(): text for name, text in environ.items() if name.startswith(PREFIX)}

    class Given(wanted):  # type: ignore[valid-type,misc]
        """The same settings, read from nothing but what was handed over."""

        @classmethod
        def settings_customise_sources(
            cls, _: object, init_settings: pydantic_settings.PydanticBaseSettingsSource, **__: object
        ) -> tuple[pydantic_settings.PydanticBaseSettingsSource, ...]:
            return (init_settings,)

    return Given(**{name: text for name, text in given.items() if text})


def _line(wanted: type[StoreSettings], place: tuple[int | str, ...], kind: str, message: str) -> str:
    """Return one line for one mistake; the messages of checks on several fields are whole lines already."""
    message = message.removeprefix("Value error, ")
    if not place:
        return message
    field = wanted.model_fields[str(place[0])]
    what = "is missing" if kind == "missing" else f"is wrong, {message[:1].lower()}{message[1:]}"
    return f"{variable(str(place[0]))} {what}. {field.description}"


def _key(number: int, text: str) -> bytes:
    """Return the key that `text` spells, or raise ValueError naming it by its number alone."""
    text = text.strip()
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ValueError(f"key {number} is not url-safe base64") from None
    if len(key) != _KEY_BYTES:
        raise ValueError(f"key {number} has {len(key)} bytes instead of {_KEY_BYTES}")
    return key
