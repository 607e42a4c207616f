"""The settings, read once per process from environment variables. `docs/settings.md` lists them."""

from __future__ import annotations

import difflib
import ipaddress
import os
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from email.utils import getaddresses, parseaddr
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AwareDatetime, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from scheduler.errors import Fault, Invalid, SettingsError

PREFIX = "AIRSLOT_"
SHORTEST_SECRET = 32  # characters
_UNSAID = ("database_url", "smtp_password", "secret")  # an error never repeats their values
# Addresses of this service's own, so nothing is lost by leaving out what RFC 5321 allows between quotes.
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _setting(default: Any, en: str, *, needs: tuple[str, str], **bounds: Any) -> Any:
    """A field with what it is for (`description`) and what a right value looks like, en and vi."""
    return Field(default, description=en, json_schema_extra={"en": needs[0], "vi": needs[1]}, **bounds)


class Settings(BaseSettings):
    """Every setting with its default. Each is read from ``AIRSLOT_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: str = _setting(
        "sqlite:///var/airslot.db",
        "The database: a SQLite file (the path is taken from the working directory) or PostgreSQL.",
        needs=(
            "an address such as sqlite:///path/to/file.db or postgresql://user:password@host/name",
            "địa chỉ như sqlite:///đường/dẫn/tệp.db hoặc postgresql://người-dùng:mật-khẩu@máy-chủ/tên",
        ),
    )
    database_url_file: Path | None = _setting(
        None,
        "A file whose first line is that address, for it may hold a password; used in its place.",
        needs=(
            "the path of a file that can be read and whose first line is such an address",
            "đường dẫn của một tệp đọc được, dòng đầu tiên là địa chỉ như thế",
        ),
    )
    now: AwareDatetime | None = _setting(
        None,
        "Where plan time starts when the process starts; it runs on from there. Empty: the real time.",
        needs=(
            "a date and time with its zone, such as 2024-04-02T08:00+07:00",
            "ngày giờ kèm múi giờ, ví dụ 2024-04-02T08:00+07:00",
        ),
    )
    host: str = _setting(
        "127.0.0.1",
        "The address on which `airslot serve` listens.",
        needs=("an address or host name, such as 127.0.0.1", "địa chỉ hoặc tên máy, ví dụ 127.0.0.1"),
    )
    port: int = _setting(
        8000,
        "The port on which `airslot serve` listens.",
        needs=("a whole number from 1 to 65535", "số nguyên từ 1 đến 65535"),
        ge=1,
        le=65535,
    )
    allow_public_listen: bool = _setting(
        False,
        "Whether `airslot serve` may listen on an address that other machines reach."
        " Whoever reaches it reads what is public; all else takes an account.",
        needs=("true or false", "true hoặc false"),
    )
    public_url: str = _setting(
        "http://127.0.0.1:8000",
        "The address under which readers reach this service: the start of every link in feeds and pages.",
        needs=(
            "an address that begins with http:// or https://, without ? or #",
            "địa chỉ bắt đầu bằng http:// hoặc https://, không có ? hay #",
        ),
    )
    proxies: str | None = _setting(
        None,
        "The proxies in front of this service, as addresses or networks with commas between them. Only what"
        " comes from these may say for whom it asks (X-Forwarded-For, X-Forwarded-Proto). Empty: nobody may.",
        needs=(
            "addresses or networks, such as 127.0.0.1, 10.0.0.0/24",
            "địa chỉ hoặc dải mạng, ví dụ 127.0.0.1, 10.0.0.0/24",
        ),
    )
    uid_domain: str = _setting(
        "airslot.example",
        "The domain at the end of each UID that is minted. UIDs that exist keep theirs.",
        needs=("a domain name, such as lich.example.org", "tên miền, ví dụ lich.example.org"),
    )
    day_hour: Annotated[time, Field()] = _setting(
        time(8),
        "The time of day from which leads on days are counted.",
        needs=("a time of day, such as 08:00", "giờ trong ngày, ví dụ 08:00"),
    )
    default_minutes: int = _setting(
        30,
        "How long an airing lasts in a feed where neither phrase nor item gives a duration, in minutes.",
        needs=("whole minutes from 1 to 1440", "số phút nguyên từ 1 đến 1440"),
        ge=1,
        le=1440,
    )
    feed_past_days: int = _setting(
        30,
        "How many days back a feed across plans reaches. A plan's own feed holds the whole plan.",
        needs=("whole days from 0 to 3660", "số ngày nguyên từ 0 đến 3660"),
        ge=0,
        le=3660,
    )
    feed_future_days: int = _setting(
        400,
        "How many days ahead a feed across plans reaches.",
        needs=("whole days from 1 to 3660", "số ngày nguyên từ 1 đến 3660"),
        ge=1,
        le=3660,
    )
    log_format: Literal["text", "json"] = _setting(
        "text",
        "How the log is written: for people or for programs.",
        needs=("text or json", "text hoặc json"),
    )
    log_level: Literal["debug", "info", "warning", "error"] = _setting(
        "info",
        "From which weight on the log writes.",
        needs=("debug, info, warning or error", "debug, info, warning hoặc error"),
    )

    mail_sink: Literal["folder", "smtp"] = _setting(
        "folder",
        "Where mails go: as files into a folder, to be looked at, or to a mail relay, which sends them.",
        needs=("folder or smtp", "folder hoặc smtp"),
    )
    mail_folder: Path = _setting(
        Path("var/mail"),
        "The folder into which mails are written, one `.eml` file each.",
        needs=("the path of a folder", "đường dẫn của một thư mục"),
    )
    mail_sender: str = _setting(
        "Airslot <lich@airslot.example>",
        "Whom mails come from: an address, with or without a name before it.",
        needs=(
            "an address such as lich@example.org or Lịch phát sóng <lich@example.org>",
            "địa chỉ như lich@example.org hoặc Lịch phát sóng <lich@example.org>",
        ),
    )
    mail_reply_to: str | None = _setting(
        None,
        "The address that answers to a mail go to. Empty: the sender.",
        needs=("an address such as vanphong@example.org", "địa chỉ như vanphong@example.org"),
    )
    mail_unsubscribe: str | None = _setting(
        None,
        "An address at which a person also takes unsubscriptions by mail. Empty: by the link alone.",
        needs=("an address such as thoi-nhan@example.org", "địa chỉ như thoi-nhan@example.org"),
    )
    mail_dkim_selector: str | None = _setting(
        None,
        "The selector under which the relay's DKIM key stands in DNS; `airslot doctor --mail` looks there.",
        needs=("a word such as mail2024", "một từ như mail2024"),
    )
    smtp_host: str = _setting(
        "127.0.0.1",
        "The mail relay.",
        needs=(
            "an address or host name, such as smtp.example.org",
            "địa chỉ hoặc tên máy như smtp.example.org",
        ),
    )
    smtp_port: int = _setting(
        587,
        "The relay's port: 587 for starttls, 465 for tls, 25 within a network.",
        needs=("a whole number from 1 to 65535", "số nguyên từ 1 đến 65535"),
        ge=1,
        le=65535,
    )
    smtp_tls: Literal["none", "starttls", "tls"] = _setting(
        "starttls",
        "How the line to the relay is kept private; its certificate must be good.",
        needs=("none, starttls or tls", "none, starttls hoặc tls"),
    )
    smtp_user: str | None = _setting(
        None,
        "The name under which to sign in at the relay. Empty: without signing in.",
        needs=("a name", "một tên"),
    )
    smtp_password: SecretStr | None = _setting(
        None,
        "The password for it.",
        needs=("a password", "mật khẩu"),
    )
    smtp_password_file: Path | None = _setting(
        None,
        "A file whose first line is the password, instead of the password itself.",
        needs=("the path of a file", "đường dẫn của một tệp"),
    )
    smtp_timeout: int = _setting(
        60,
        "How long to wait for an answer of the relay, in seconds.",
        needs=("whole seconds from 1 to 600", "số giây nguyên từ 1 đến 600"),
        ge=1,
        le=600,
    )

    smtp_connections: int = _setting(
        4,
        "How many connections to the relay a worker uses at a time.",
        needs=("a whole number from 1 to 50", "số nguyên từ 1 đến 50"),
        ge=1,
        le=50,
    )

    connections: int = _setting(
        500,
        "How many connections each process of `airslot serve` has open at a time; where there are more, the"
        " one whose request has been awaited longest is ended.",
        needs=("a whole number from 10 to 100000", "số nguyên từ 10 đến 100000"),
        ge=10,
        le=100_000,
    )
    patience_seconds: float = _setting(
        15,
        "How long a client may keep the service waiting, in seconds: for a request, for more of its body (and"
        " a second more for every 4 kB that came), for taking more of an answer.",
        needs=("a number of seconds from 0.1 to 600", "số giây từ 0.1 đến 600"),
        ge=0.1,
        le=600,
    )
    rest_per_minute: int = _setting(
        600,
        "How many requests a session or token may make a minute, for pages and REST, in each process; 0 for"
        " no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    rest_writes_per_minute: int = _setting(
        60,
        "How many of them may be changes, those on pages included; 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    stranger_per_minute: int = _setting(
        1200,
        "How often one address may ask for pages and REST a minute without session or token, in each process;"
        " the /64 of an IPv6 address counts as one. 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    stranger_feeds_per_minute: int = _setting(
        600,
        "How many whole feeds one address may fetch a minute; that a copy still holds is told without limit."
        " 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    stranger_renders_per_minute: int = _setting(
        120,
        "How many of them may have to be made first: new since the last change, or asked for in another way."
        " 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    stranger_keys_per_minute: int = _setting(
        60,
        "How often one address may try to sign in, follow links out of mails, or use keys that are not good,"
        " a minute. 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    worker_inside: bool = _setting(
        True,
        "Whether `airslot serve` sends reminders too. False where `airslot worker` runs beside it.",
        needs=("true or false", "true hoặc false"),
    )
    horizon_hours: int = _setting(
        24,
        "How far ahead the reminders that come due are written down, in hours.",
        needs=("whole hours from 1 to 2160", "số giờ nguyên từ 1 đến 2160"),
        ge=1,
        le=2160,
    )
    catch_up_hours: int = _setting(
        48,
        "How late a reminder may still be sent after the service stood still, in hours;"
        " never past the start.",
        needs=("whole hours from 1 to 720", "số giờ nguyên từ 1 đến 720"),
        ge=1,
        le=720,
    )
    change_delay_minutes: int = _setting(
        5,
        "How long a change must rest before its notice goes out, in minutes: ten edits are one mail.",
        needs=("whole minutes from 0 to 1440", "số phút nguyên từ 0 đến 1440"),
        ge=0,
        le=1440,
    )
    lease_seconds: int = _setting(
        60,
        "How long a worker holds the reminders it has claimed, in seconds; after it, they are another's.",
        needs=("whole seconds from 5 to 3600", "số giây nguyên từ 5 đến 3600"),
        ge=5,
        le=3600,
    )
    relay_per_minute: int = _setting(
        0,
        "How many mails the relay takes a minute, from all workers together; 0 for no limit.",
        needs=("a whole number from 0 to 1000000", "số nguyên từ 0 đến 1000000"),
        ge=0,
        le=1_000_000,
    )
    relay_per_hour: int = _setting(
        0,
        "How many mails the relay takes an hour, from all workers together; 0 for no limit.",
        needs=("a whole number from 0 to 10000000", "số nguyên từ 0 đến 10000000"),
        ge=0,
        le=10_000_000,
    )

    secret: SecretStr | None = _setting(
        None,
        "The secret behind the links in mails, the same on every machine. Empty, with SQLite: one is made"
        " and kept in the file `secret` beside the database. PostgreSQL needs it given.",
        needs=("at least 32 random characters", "ít nhất 32 ký tự ngẫu nhiên"),
        min_length=SHORTEST_SECRET,
    )
    secret_file: str | None = _setting(
        None,
        "A file that holds the secret, in place of `AIRSLOT_SECRET`.",
        needs=("the path of a file", "đường dẫn của một tệp"),
    )

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        from scheduler.database_address import read_url

        try:
            read_url(value)
        except Invalid as wrong:
            raise ValueError(wrong.code) from None
        return value

    @field_validator("database_url_file")
    @classmethod
    def _database_in_file(cls, value: Path | None) -> Path | None:
        if value is not None:
            cls._database(_first_line(value))
        return value

    @field_validator("now", mode="before")
    @classmethod
    def _instant(cls, value: Any) -> Any:
        # A bare number would be taken for seconds since 1970.
        return datetime.fromisoformat(value) if isinstance(value, str) else value

    @field_validator("public_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("no web address")
        return value.rstrip("/")

    @field_validator("proxies")
    @classmethod
    def _networks(cls, value: str | None) -> str | None:
        for part in value.split(",") if value is not None else ():
            ipaddress.ip_network(part.strip())
        return value

    @field_validator("uid_domain")
    @classmethod
    def _domain(cls, value: str) -> str:
        if len(value) > 100 or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", value):
            raise ValueError("no domain")
        return value

    @field_validator("day_hour", mode="before")
    @classmethod
    def _time_of_day(cls, value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(r"\d{2}:\d{2}", value):
            raise ValueError("no time of day")
        return value

    @field_validator("mail_sender", "mail_reply_to", "mail_unsubscribe")
    @classmethod
    def _mail_address(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        named = info.field_name == "mail_sender"
        addresses = [address for _, address in getaddresses([value])] if named else [value]
        if not value.isprintable() or len(addresses) != 1 or not _MAILBOX.fullmatch(addresses[0]):
            raise ValueError("no mail address")
        return value

    @field_validator("mail_dkim_selector")
    @classmethod
    def _selector(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*", value):
            raise ValueError("no selector")
        return value

    @field_validator("host", "smtp_host")
    @classmethod
    def _host(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9.:_-]+", value):
            raise ValueError("no host")
        return value

    @property
    def mail_sender_address(self) -> str:
        """The sender's bare address, for the envelope."""
        return parseaddr(self.mail_sender)[1]

    @property
    def proxy_addresses(self) -> tuple[str, ...]:
        """The proxies one by one."""
        return tuple(part.strip() for part in self.proxies.split(",")) if self.proxies is not None else ()

    def check_listen(self, host: str | None = None) -> None:
        """Raise SettingsError where `host` (or the setting) is public and nothing allows that."""
        host = self.host if host is None else host
        if is_loopback(host) or self.allow_public_listen:
            return
        raise SettingsError(
            "public-listen",
            f"Listening on {host} lets other machines in, without TLS where no web server stands before it."
            f" Listen on 127.0.0.1, or set {PREFIX}ALLOW_PUBLIC_LISTEN=true if that is what you want.",
            f"Mở dịch vụ ở {host} thì máy khác truy cập được, và không có TLS nếu không có máy chủ web."
            f" Hãy dùng 127.0.0.1, hoặc đặt {PREFIX}ALLOW_PUBLIC_LISTEN=true nếu đúng là ý bạn.",
            where=f"{PREFIX}HOST",
        )


def is_loopback(host: str) -> bool:
    """True for an address that only this machine reaches."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def load_settings() -> Settings:
    """Read the settings; raises SettingsError that names every bad one. Call once per process."""
    faults = list(_misspelt(os.environ))
    try:
        settings = Settings()
    except ValidationError as wrong:
        faults += [_fault(error) for error in wrong.errors()]
    if faults:
        raise SettingsError.of(faults)
    if settings.database_url_file is not None:
        settings = settings.model_copy(update={"database_url": _first_line(settings.database_url_file)})
    return settings


def _first_line(path: Path) -> str:
    """What stands in a file's first line; raises ValueError where it cannot be read."""
    try:
        return path.read_text("utf-8").partition("\n")[0].strip()
    except OSError as error:
        raise ValueError(error.strerror) from None


def documented() -> list[tuple[str, str, str]]:
    """Each setting as (variable, default as one would write it, what it is for), in order."""
    return [
        (PREFIX + name.upper(), _written(field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def _written(default: Any) -> str:
    if default is None:
        return ""
    if isinstance(default, time):
        return default.strftime("%H:%M")
    return str(default).lower() if isinstance(default, bool) else str(default)


def _misspelt(environment: Mapping[str, str]) -> Iterator[Fault]:
    """Variables that nearly name a setting; others with our prefix may be set by a platform."""
    known = [variable for variable, _, _ in documented()]
    for name in sorted(environment):
        near = difflib.get_close_matches(name, known, 1, 0.9) if name.startswith(PREFIX) else []
        if near and name not in known:
            yield Fault(
                "setting-unknown",
                f"{name} is no setting. Did you mean {near[0]}?",
                f"{name} không phải là một thiết lập. Có phải ý bạn là {near[0]}?",
                where=name,
            )


def _fault(error: Any) -> Fault:
    name = str(error["loc"][0])
    extra = Settings.model_fields[name].json_schema_extra
    needs = extra if isinstance(extra, dict) else {}
    variable = PREFIX + name.upper()
    # An address may hold a password: it is not said again.
    said = "" if name in _UNSAID else f" ({str(error['input'])[:100]!r})"
    return Fault(
        "setting-bad",
        f"{variable}{said} cannot be used: write {needs['en']}.",
        f"{variable}{said} không dùng được: hãy ghi {needs['vi']}.",
        where=variable,
    )
