"""Will mails leave, and will they be believed: the relay, the sender's records in DNS, what is signed.

Each check is a finding: well, not well with what to do, or not known where DNS does not answer. DNS is
asked through the machine's own resolver with short timeouts; nothing else is contacted but the relay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import Literal, TypeAlias

from scheduler.errors import AirslotError
from scheduler.reminders.transport.sink import Accepted, RelayDown
from scheduler.reminders.transport.sinks import relay_of
from scheduler.reminders.transport.smtp import check_relay
from scheduler.settings import Settings

DNS_SECONDS = 2.0
# The TXT records of a name; or that DNS knows no such name, or does not answer.
Answer: TypeAlias = list[str] | Literal["no such name", "no answer"]
Texts: TypeAlias = Callable[[str], Answer]
# Domains that no mail can come from (RFC 2606).
_FOR_EXAMPLES = re.compile(r"(^|\.)(example(\.com|\.net|\.org)?|test|invalid|localhost)$")
SIGNED = ("list-unsubscribe", "list-unsubscribe-post")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `ok` None is not known. `remedy` says what to do."""

    what: str
    ok: bool | None
    found: str
    remedy: str = ""


def mail_checks(settings: Settings, received: bytes | None, texts: Texts | None = None) -> Iterator[Check]:
    """All checks, one after the other. `received` is a mail of ours as it arrived at some mailbox."""
    texts = texts or dns_texts
    if settings.mail_sink == "folder":
        yield Check("mail sink", True, f"mails are files in {settings.mail_folder}; nothing is sent")
    else:
        yield _relay(settings)
    domain = settings.mail_sender_address.partition("@")[2].lower()
    yield _sender(settings, domain)
    if not is_for_examples(domain):
        yield from _records(domain, settings.mail_dkim_selector, texts)
    yield _one_click(settings)
    yield _signed() if received is None else signed(received, domain)


def is_for_examples(address: str) -> bool:
    """True for an address, or its domain, that no mail comes from (RFC 2606)."""
    return _FOR_EXAMPLES.search(address.rpartition("@")[2].lower()) is not None


def signed(received: bytes, domain: str) -> Check:
    """Whether a mail that arrived carries a DKIM signature of our domain over both unsubscribe headers."""
    message = message_from_bytes(received, _class=EmailMessage, policy=default)
    signatures = [_tags(str(value)) for value in message.get_all("DKIM-Signature", [])]
    if not signatures:
        return Check("signature", False, "the received mail has no DKIM signature", _SIGN)
    aligned = [one for one in signatures if _aligned(one.get("d", ""), domain)]
    if not aligned:
        others = ", ".join(sorted({one.get("d", "?") for one in signatures}))
        return Check(
            "signature",
            False,
            f"signed by {others}, which is not the sender's {domain}",
            f"Have the relay sign with a key of {domain}; DMARC does not count others.",
        )
    covered = {name.strip().lower() for one in aligned for name in one.get("h", "").split(":")}
    missing = [name for name in SIGNED if name not in covered]
    if missing:
        return Check("signature", False, f"{' and '.join(missing)} not signed", _SIGN)
    return Check("signature", True, f"both unsubscribe headers are signed by {aligned[0]['d']}")


def dns_texts(name: str) -> Answer:
    """The TXT records of a name, by the machine's resolver."""
    import dns.exception
    import dns.resolver

    try:
        resolver = dns.resolver.Resolver()
        resolver.timeout = resolver.lifetime = DNS_SECONDS
        answer = resolver.resolve(name, "TXT", search=False)
    except dns.resolver.NXDOMAIN:
        return "no such name"
    except dns.resolver.NoAnswer:
        return []
    except (dns.exception.DNSException, OSError):
        return "no answer"
    return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]


_SIGN = (
    "Have the relay sign List-Unsubscribe and List-Unsubscribe-Post with DKIM (RFC 8058): for OpenDKIM the"
    " settings are SignHeaders and OversignHeaders, for rspamd sign_headers."
)


def _relay(settings: Settings) -> Check:
    place = f"{settings.smtp_host}:{settings.smtp_port}"
    try:
        outcome = check_relay(relay_of(settings))
    except AirslotError as error:
        return Check("relay", False, error.en, "See docs/mails.md.")
    if isinstance(outcome, Accepted):
        kept = {"none": "without TLS", "starttls": "private by STARTTLS", "tls": "private by TLS"}
        signed_in = f", signed in as {settings.smtp_user}" if settings.smtp_user else ""
        return Check("relay", True, f"{place} answers, {kept[settings.smtp_tls]}{signed_in}")
    remedy = "Ask whoever runs the relay, and compare AIRSLOT_SMTP_* in docs/settings.md."
    if not isinstance(outcome, RelayDown) or outcome.away:
        remedy = "Try again later; if it stays so, compare AIRSLOT_SMTP_HOST and AIRSLOT_SMTP_PORT."
    return Check("relay", False, f"{place}: {outcome.reason}", remedy)


def _sender(settings: Settings, domain: str) -> Check:
    if _FOR_EXAMPLES.search(domain):
        ok = settings.mail_sink == "folder"
        remedy = "" if ok else "Set AIRSLOT_MAIL_SENDER to an address of the office."
        return Check("sender", ok, f"{settings.mail_sender_address} is an address for examples", remedy)
    user = parseaddr(settings.smtp_user or "")[1].rpartition("@")[2].lower()
    if user and not _aligned(user, domain):
        return Check(
            "sender",
            False,
            f"mails come from {domain}, but the relay is signed in to as {user}",
            f"Have the relay allow it to send for {domain}, or set AIRSLOT_MAIL_SENDER to one of {user}.",
        )
    return Check(
        "sender",
        True,
        f"{settings.mail_sender_address}, in the From header and in the envelope: SPF counts for {domain}",
    )


def _records(domain: str, selector: str | None, texts: Texts) -> Iterator[Check]:
    own = texts(domain)
    if isinstance(own, str):
        # Without the domain itself, what is missing below it says nothing.
        said = f"DNS knows no {domain}" if own == "no such name" else f"DNS does not answer for {domain}"
        remedy = "Compare AIRSLOT_MAIL_SENDER, and run this on a machine whose DNS sees the outside."
        for what in ("SPF", "DKIM", "DMARC"):
            yield Check(what, None, said, remedy)
        return
    yield _spf(domain, own)
    yield _dkim(domain, selector, texts)
    yield _dmarc(domain, texts)


def _spf(domain: str, found: list[str]) -> Check:
    records = [text for text in found if re.match(r"v=spf1(\s|$)", text, re.IGNORECASE)]
    if len(records) == 1:
        return Check("SPF", True, f"{domain}: {records[0][:100]}")
    remedy = f"Publish one TXT record for {domain} that names the relay, such as: v=spf1 include:RELAY -all"
    number = "no record" if not records else f"{len(records)} records, where one alone counts"
    return Check("SPF", False, f"{domain} has {number}", remedy)


def _dkim(domain: str, selector: str | None, texts: Texts) -> Check:
    if selector is None:
        return Check(
            "DKIM",
            None,
            "the selector is not known, so the key cannot be looked up",
            "Set AIRSLOT_MAIL_DKIM_SELECTOR to the selector under which the relay signs.",
        )
    name = f"{selector}._domainkey.{domain}"
    found = texts(name)
    if found == "no answer":
        return _silent("DKIM", name)
    keys = [_tags(text) for text in found if "p=" in text] if isinstance(found, list) else []
    if any(key.get("p") for key in keys):
        return Check("DKIM", True, f"{name} has a key")
    state = "a key that was revoked" if keys else "no key"
    return Check("DKIM", False, f"{name} has {state}", "Publish the key that the relay signs with.")


def _dmarc(domain: str, texts: Texts) -> Check:
    """The record of the domain, or of one above it (RFC 7489, 6.6.3, without the list of public suffixes)."""
    labels = domain.split(".")
    for start in range(max(1, len(labels) - 1)):
        name = f"_dmarc.{'.'.join(labels[start:])}"
        found = texts(name)
        if found == "no answer":
            return _silent("DMARC", name)
        records = (
            [text for text in found if text.lower().startswith("v=dmarc1")] if isinstance(found, list) else []
        )
        if records:
            return Check("DMARC", True, f"{name}: {records[0][:100]}")
    return Check(
        "DMARC",
        False,
        f"{domain} has no record",
        f"Publish a TXT record for _dmarc.{domain}, to begin with: v=DMARC1; p=none; rua=mailto:ADDRESS",
    )


def _one_click(settings: Settings) -> Check:
    address = f"{settings.public_url}/unsubscribe/…"
    if settings.public_url.startswith("https://"):
        return Check("one click", True, f"readers unsubscribe at {address}")
    ok = settings.mail_sink == "folder"
    remedy = "" if ok else "Set AIRSLOT_PUBLIC_URL to an https address: RFC 8058 asks for it."
    return Check("one click", ok, f"readers unsubscribe at {address}, which is not https", remedy)


def _signed() -> Check:
    return Check(
        "signature",
        None,
        "the relay signs after mails have left here, so this cannot be seen from here",
        "Send one to a mailbox of yours, save it as it arrived, and run:"
        " airslot doctor --mail --received FILE.eml",
    )


def _silent(what: str, name: str) -> Check:
    return Check(what, None, f"DNS does not answer for {name}", "Run this where DNS can be asked.")


def _tags(text: str) -> dict[str, str]:
    """The tags of a DKIM record or signature, white space taken out."""
    pairs = (part.partition("=") for part in re.sub(r"\s", "", text).split(";"))
    return {name.lower(): value for name, _, value in pairs if name}


def _aligned(signer: str, domain: str) -> bool:
    """Relaxed alignment: the same domain, or one below the other."""
    signer = signer.lower()
    return "." in signer and (
        signer == domain or domain.endswith(f".{signer}") or signer.endswith(f".{domain}")
    )
