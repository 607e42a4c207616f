"""The service's secret, from which links in mails and Message-IDs are made.

It comes from AIRSLOT_SECRET, or from the file that AIRSLOT_SECRET_FILE names. With neither, and a SQLite
database, it is made once and kept beside the database in `secret`, readable by its owner alone. With
PostgreSQL it must be given: two machines with secrets of their own would not know each other's links.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from sqlalchemy import make_url

from scheduler.errors import SettingsError
from scheduler.private_files import make_folder, write_file
from scheduler.settings import SHORTEST_SECRET, Settings

_NAME = "secret"
_FINGERPRINT_BYTES = 8


def load_secret(settings: Settings) -> bytes:
    """The secret of these settings; raises SettingsError where there is none or it is too short."""
    if settings.secret is not None:
        return _long_enough(settings.secret.get_secret_value(), "AIRSLOT_SECRET")
    if settings.secret_file is not None:
        path = Path(settings.secret_file)
        try:
            return _long_enough(path.read_text("utf-8").strip(), "AIRSLOT_SECRET_FILE")
        except (OSError, UnicodeDecodeError):
            raise SettingsError(
                "secret-unreadable",
                f"The file {path}, which AIRSLOT_SECRET_FILE names, cannot be read.",
                f"Không đọc được tệp {path} mà AIRSLOT_SECRET_FILE chỉ đến.",
                where="AIRSLOT_SECRET_FILE",
            ) from None
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        return _kept_in(Path(url.database).parent / _NAME)
    raise SettingsError(
        "secret-missing",
        "The links in mails need a secret that every machine shares. Set AIRSLOT_SECRET to at least"
        f" {SHORTEST_SECRET} random characters, or AIRSLOT_SECRET_FILE to a file that holds them.",
        "Các liên kết trong thư cần một khóa bí mật mà mọi máy dùng chung. Hãy đặt AIRSLOT_SECRET gồm ít nhất"
        f" {SHORTEST_SECRET} ký tự ngẫu nhiên, hoặc đặt AIRSLOT_SECRET_FILE là tệp chứa khóa đó.",
        where="AIRSLOT_SECRET",
    )


def find_secret(settings: Settings) -> bytes | None:
    """The secret where there is one; None where it is missing. None is made."""
    url = make_url(settings.database_url)
    kept = (
        url.get_backend_name() == "sqlite" and url.database and (Path(url.database).parent / _NAME).exists()
    )
    if settings.secret is None and settings.secret_file is None and not kept:
        return None
    return load_secret(settings)


def fingerprint(secret: bytes) -> str:
    """What tells two secrets apart and gives neither away; a backup names its installation's by it."""
    return mac(secret, "fingerprint")[:_FINGERPRINT_BYTES].hex()


def mac(secret: bytes, purpose: str, *parts: str) -> bytes:
    """32 bytes that only a holder of the secret can make; other purposes and parts give other bytes."""
    text = "\n".join((purpose, *(f"{len(part)}:{part}" for part in parts)))
    return hmac.digest(secret, text.encode(), "sha256")


def hashed(token: str) -> str:
    """What is stored of a token or an address: its SHA-256. A token has 128 random bits or more."""
    return hashlib.sha256(token.encode()).hexdigest()


def _long_enough(text: str, where: str) -> bytes:
    if len(text) >= SHORTEST_SECRET:
        return text.encode()
    raise SettingsError(
        "secret-short",
        f"The secret has {len(text)} characters; it needs at least {SHORTEST_SECRET}, and random ones.",
        f"Khóa bí mật có {len(text)} ký tự; cần ít nhất {SHORTEST_SECRET} ký tự ngẫu nhiên.",
        where=where,
    )


def _kept_in(path: Path) -> bytes:
    """The secret of this file, which is made where it is missing; several processes agree on one."""
    make_folder(path.parent)
    if not path.exists():
        # Written whole under a name of its own and then linked: nobody reads half of it, the first one wins.
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        write_file(fresh, f"{secrets.token_urlsafe(32)}\n".encode())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return _long_enough(path.read_text("utf-8").strip(), str(path))
