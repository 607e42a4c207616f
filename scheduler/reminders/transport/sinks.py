"""The sink that the settings ask for."""

from __future__ import annotations

from scheduler.errors import SettingsError
from scheduler.reminders.transport import folder
from scheduler.reminders.transport.folder import FolderSink
from scheduler.reminders.transport.sink import Sink
from scheduler.reminders.transport.smtp import Relay, SmtpSink
from scheduler.settings import Settings, is_loopback


def open_sink(settings: Settings) -> Sink:
    """A sink for one thread. Raises SettingsError where the settings contradict each other."""
    if settings.mail_sink == "folder":
        return FolderSink(settings.mail_folder)
    return SmtpSink(relay_of(settings))


def forget_mails(settings: Settings, address: str) -> None:
    """Remove the mails to an address that lie on this machine, in the folder of the settings."""
    folder.forget_mails(settings.mail_folder, address)


def relay_of(settings: Settings) -> Relay:
    """How the settings reach the relay. Raises SettingsError, never with a password in it."""
    user, password = settings.smtp_user, _password(settings)
    if (user is None) != (password is None):
        raise SettingsError(
            "smtp-half-signed-in",
            "Signing in at the relay takes AIRSLOT_SMTP_USER and a password, in AIRSLOT_SMTP_PASSWORD"
            " or AIRSLOT_SMTP_PASSWORD_FILE. Set both, or neither.",
            "Để đăng nhập máy chủ thư cần cả AIRSLOT_SMTP_USER và mật khẩu, ghi ở AIRSLOT_SMTP_PASSWORD hoặc"
            " AIRSLOT_SMTP_PASSWORD_FILE. Hãy đặt cả hai, hoặc không đặt gì.",
            where="AIRSLOT_SMTP_USER",
        )
    if user is not None and settings.smtp_tls == "none" and not is_loopback(settings.smtp_host):
        raise SettingsError(
            "smtp-password-open",
            f"With AIRSLOT_SMTP_TLS=none the password for {settings.smtp_host} could be read on its way."
            " Set AIRSLOT_SMTP_TLS to starttls or tls.",
            f"Với AIRSLOT_SMTP_TLS=none, mật khẩu gửi đến {settings.smtp_host} có thể bị đọc trên đường đi."
            " Hãy đặt AIRSLOT_SMTP_TLS là starttls hoặc tls.",
            where="AIRSLOT_SMTP_TLS",
        )
    return Relay(
        settings.smtp_host, settings.smtp_port, settings.smtp_tls, user, password, settings.smtp_timeout
    )


def _password(settings: Settings) -> str | None:
    if settings.smtp_password is not None:
        return settings.smtp_password.get_secret_value()
    path = settings.smtp_password_file
    if path is None:
        return None
    try:
        first = path.read_text("utf-8").splitlines()[:1]
    except (OSError, UnicodeDecodeError):
        first = []
    if not first or not first[0]:
        raise SettingsError(
            "smtp-password-unreadable",
            f"The file {path}, which AIRSLOT_SMTP_PASSWORD_FILE names, cannot be read or is empty.",
            f"Tệp {path} mà AIRSLOT_SMTP_PASSWORD_FILE chỉ đến không đọc được hoặc trống.",
            where="AIRSLOT_SMTP_PASSWORD_FILE",
        )
    return first[0]
