"""Letters become mails: rendered once for what many readers are told alike, then filled in for each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from scheduler.feeds.file import Gone, announcement, calendar_file, withdrawal
from scheduler.feeds.head import FeedHead, Method
from scheduler.feeds.one_date import google_address, outlook_address
from scheduler.locale import LANGUAGES, Language, mark, say, translations
from scheduler.reminders.mails.message import MARKS, Calendar, Draft
from scheduler.reminders.mails.template import Template, Tokens
from scheduler.reminders.mails.wording import WORDED, Content, content_of, one_line, read_wall
from scheduler.reminders.readers.links import confirm_token, standing_token
from scheduler.reminders.transport.sink import Letter, Mail
from scheduler.reminders.weekly_lists import UNCONFIRMED
from scheduler.secret import mac
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence

MOST_KEPT = 512
KEPT_FOR = timedelta(minutes=5)  # a plan's title, which is no part of a letter, may have changed
FILE = "airslot.ics"
ADDS = mark(
    "The attached file puts it into your calendar. Where you subscribe to the plan's, it is there already."
)
UPDATES = mark("The attached file brings your calendar up to date.")
_ID_BYTES = 16


class MailRenderer:
    """Writes the mails of one process; used in one thread.

    plan_title   a plan's title by its slug, or None where it has none to show
    is_public    whether anybody may see a plan, by its slug
    """

    def __init__(
        self,
        settings: Settings,
        secret: bytes,
        plan_title: Callable[[str], str | None] = lambda _slug: None,
        is_public: Callable[[str], bool] = lambda _slug: False,
    ) -> None:
        self._settings, self._secret = settings, secret
        self._plan_title, self._is_public = plan_title, is_public
        self._sender = settings.mail_sender_address
        self._kept: OrderedDict[Hashable, Template] = OrderedDict()
        self._kept_since: datetime | None = None

    def mail(self, letter: Letter, at: datetime) -> Mail:
        """The message for the letter's reader; `at` is machine time, for its Date."""
        if self._kept_since is None or abs(at - self._kept_since) > KEPT_FOR:
            self._kept.clear()
            self._kept_since = at
        message_id = self.message_id(letter.key)
        content = self.template(letter).bytes_for(letter.recipient.email, self.tokens(letter), message_id, at)
        return Mail(f"<{message_id}>", self._sender, letter.recipient.email, content)

    def message_id(self, key: str) -> str:
        """The id of the mail of a reminder, without brackets: the same at every try."""
        digest = mac(self._secret, "message-id", key)[:_ID_BYTES]
        return f"{digest.hex()}@{self._settings.uid_domain}"

    def tokens(self, letter: Letter) -> Tokens:
        """The tokens of the links in this reader's mail."""
        reader = letter.recipient
        if letter.what == "confirm":
            return Tokens(
                confirm=confirm_token(self._secret, reader.id, reader.link_salt, letter.reminder_id)
            )
        ends = "unconfirmed" if letter.facts.get(UNCONFIRMED) else "unsubscribe"
        preferences, unsubscribe = (
            standing_token(self._secret, purpose, reader.id, reader.link_salt)
            for purpose in ("preferences", ends)
        )
        return Tokens(preferences, unsubscribe)

    def template(self, letter: Letter) -> Template:
        """The mail but for its reader, kept for the next letter that says the same."""
        said = _said(letter)
        found = self._kept.get(said)
        if found is None:
            found = self._kept[said] = Template(self.draft(letter))
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found

    def draft(self, letter: Letter) -> Draft:
        """The words, looks and calendar of a letter."""
        settings, language = self._settings, _language(letter)
        content = content_of(letter, language, self._plan_title, settings.default_minutes)
        one = letter.occurrence
        head = None if one is None else self._head(one, language)
        calendars = self._calendars(letter, head, language)
        base = settings.public_url
        note = UPDATES if letter.what == "change" else ADDS
        calendar_note = say(language, note) if calendars else ""
        confirms, weekly = letter.what == "confirm", bool(letter.facts.get(UNCONFIRMED))
        addresses = {
            "base": base,
            "target": f"{base}/confirm/{MARKS['confirm']}" if confirms else base + content.path,
            "preferences": "" if confirms or weekly else f"{base}/preferences/{MARKS['preferences']}",
            "unsubscribe": "" if confirms else f"{base}/unsubscribe/{MARKS['unsubscribe']}",
            **self._added(letter, head),
        }
        return Draft(
            sender=settings.mail_sender,
            reply_to=settings.mail_reply_to,
            subject=one_line(content.subject),
            text=_written("mail.txt.jinja", language, content, calendar_note, addresses),
            html=_written("mail.html", language, content, calendar_note, addresses),
            language=language,
            calendars=calendars,
            unsubscribe=addresses["unsubscribe"],
            mailto=settings.mail_unsubscribe,
        )

    def _calendars(self, letter: Letter, head: FeedHead | None, language: Language) -> tuple[Calendar, ...]:
        """What programs take of one date by themselves; of several, a file for each plan."""
        one, sender = letter.occurrence, self._settings.mail_sender
        if one is not None and head is not None:
            method: Method = "CANCEL" if one.state == "cancelled" else "PUBLISH"
            return (Calendar(FILE, announcement(head, one, sender), method),)
        if letter.what == "change":
            return self._withdrawn(letter, language)
        if letter.facts.get(UNCONFIRMED):
            return ()
        shown = sorted(letter.occurrences, key=lambda one: one.plan)
        several = len({one.plan for one in shown}) > 1
        return tuple(
            Calendar(f"airslot-{slug}.ics" if several else FILE, self._calendar(list(group), language))
            for slug, group in groupby(shown, lambda one: one.plan)
        )

    def _withdrawn(self, letter: Letter, language: Language) -> tuple[Calendar, ...]:
        """Of what is gone; nothing where nobody wrote down its UID."""
        facts = letter.facts
        start = read_wall(facts.get("old_start"))
        if start is None or not {"uid", "sequence", "told_at"} <= facts.keys():
            return ()
        gone = Gone(
            uid=str(facts["uid"]),
            sequence=int(facts["sequence"]),
            at=datetime.fromisoformat(facts["told_at"]),
            start=start,
            item=str(facts["item"]),
            title=str(facts["title"]),
        )
        head = self._head_of(str(facts["plan"]), str(facts["timezone"]), language)
        return (Calendar(FILE, withdrawal(head, gone, self._settings.mail_sender), "CANCEL"),)

    def _added(self, letter: Letter, head: FeedHead | None) -> dict[str, str]:
        """The links that add the date to a calendar; empty where the reader may have added it already.

        Google's and Outlook's hold what the mail says and open nothing of ours. The file asks nobody to sign
        in, so it is offered of public plans alone; the attached one is there for all.
        """
        one = letter.occurrence
        if one is None or head is None or letter.what == "change":
            return {"google": "", "outlook": "", "file": ""}
        file = f"{head.occurrence_address(one.id)}.ics?lang={head.lang}" if self._is_public(one.plan) else ""
        return {"google": google_address(head, one), "outlook": outlook_address(head, one), "file": file}

    def _calendar(self, occurrences: list[Occurrence], language: Language) -> bytes:
        return calendar_file(self._head(occurrences[0], language), occurrences)

    def _head(self, one: Occurrence, language: Language) -> FeedHead:
        return self._head_of(one.plan, one.timezone, language)

    def _head_of(self, slug: str, timezone: str, language: Language) -> FeedHead:
        settings = self._settings
        return FeedHead(
            slug=slug,
            title=self._plan_title(slug) or slug,
            timezone=timezone,
            public_url=settings.public_url,
            lang=language,
            default_minutes=settings.default_minutes,
            day_hour=settings.day_hour,
        )


def _language(letter: Letter) -> Language:
    return next((known for known in LANGUAGES if known == letter.recipient.language), "vi")


def _said(letter: Letter) -> Hashable:
    """What the words of a letter depend on; of its facts, those that the words hold."""
    facts = letter.facts
    used = tuple([(name, repr(facts[name])) for name in WORDED[letter.what] if name in facts])
    return (
        letter.what,
        letter.recipient.language,
        letter.lead,
        letter.occurrence,
        tuple(letter.occurrences),
        used,
    )


def _written(
    name: str, language: Language, content: Content, calendar_note: str, addresses: dict[str, str]
) -> str:
    template = _environment(language).get_template(name)
    preview = " ".join(part for part in (content.moment, content.title, *content.sentences) if part)
    return template.render(
        content=content, language=language, calendar_note=calendar_note, preview=preview, **addresses
    )


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = translations(language)
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.ugettext, catalogue.ungettext, newstyle=True
    )
    return environment
