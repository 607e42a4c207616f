"""Mails as files: the sink of the demo and of simulations. Nothing leaves the machine."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from datetime import UTC
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from scheduler.private_files import make_folder, write_file
from scheduler.reminders.transport.sink import Accepted, Outcome, RelayDown, StillWanted, always

LONGEST_SUBJECT = 60  # characters of it in a file's name
_UNSAFE = re.compile(r"[^A-Za-z0-9._@+-]+")


class FolderSink:
    """Writes each mail to a file of its own, whole or not at all, to be opened with any mail program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        """Write one message. A full disk or missing rights are the relay's fault and not the reader's."""
        path = self._folder / file_name(message, recipient)
        # Begins with a dot: whoever lists the folder meanwhile takes it for no mail.
        fresh = path.with_name(f".{os.getpid()}.{path.name}")
        try:
            make_folder(self._folder)
            write_file(fresh, message)
            fresh.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                fresh.unlink()
            return RelayDown(f"cannot write into {self._folder}: {error.strerror}", away=True)
        return Accepted(path.name)

    def close(self) -> None:
        """Nothing is held open."""


def file_name(message: bytes, recipient: str) -> str:
    """Such as ``20240416T010000Z_bien.tap@dai.example_Nhac-lich-17-45-thu-Tu_1f3a5b7c.eml``.

    The end is from the Message-ID, so that two mails of one second to one reader are two files.
    """
    head = _head(message)
    date = parsedate_to_datetime(str(head["Date"])).astimezone(UTC)
    subject = _plain(str(head["Subject"]))[:LONGEST_SUBJECT].strip("-.")
    own = _UNSAFE.sub("", str(head["Message-ID"]).strip("<>").partition("@")[0])[:8]
    return f"{date:%Y%m%dT%H%M%SZ}_{_UNSAFE.sub('-', recipient)[:64]}_{subject}_{own}.eml"


def forget_mails(folder: Path, address: str) -> None:
    """Remove every mail to an address; what is gone meanwhile, or is no mail, is passed over."""
    for path in folder.glob("*.eml"):
        with contextlib.suppress(OSError):
            if address in str(_head(path.read_bytes())["To"]).lower():
                path.unlink()


def _head(message: bytes) -> EmailMessage:
    return message_from_bytes(message.partition(b"\r\n\r\n")[0], _class=EmailMessage, policy=default)


def _plain(text: str) -> str:
    """Letters without marks: 'Nhắc lịch đăng' is 'Nhac-lich-dang'."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^A-Za-z0-9.]+", "-", letters)
