"""`airslot reminders`: why somebody did not get a mail, what nobody knows, and how many there are."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from api.cli.days import read_day, when
from api.cli.house import DEFAULT_ZONE, open_house
from api.cli.terminal import language, note, print_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from scheduler.reminders.explaining.listing import Listed
    from scheduler.reminders.explaining.log import Answer

app = typer.Typer(
    help="The outbox: what was sent, what was not, and why.", no_args_is_help=True, rich_markup_mode=None
)
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]


@app.command("log")
def show_log(
    subscriber: Annotated[str, typer.Option(metavar="EMAIL", help="Whose mails: an address or an id.")],
    occurrence: Annotated[str | None, typer.Option(metavar="ID", help="About which occurrence.")] = None,
    item: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Instead of an id: of this item, on --day.")
    ] = None,
    day: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="Instead of an id: on this day.")
    ] = None,
    plan: Annotated[str | None, typer.Option(metavar="SLUG", help="With --day: of this plan.")] = None,
    as_json: AsJson = False,
) -> None:
    """Why did she not get it? Without --occurrence or --day, all messages to her are listed."""
    from scheduler.reminders.explaining.listing import ReminderFilter, answer_object, find_reminders
    from scheduler.reminders.explaining.log import explain, find_subscriber
    from scheduler.store.database.engine import reading

    if occurrence is not None and day is not None:
        raise typer.BadParameter("Give --occurrence or --day, not both.")
    if day is None and (item is not None or plan is not None):
        raise typer.BadParameter("--item and --plan need --day: on which day?")
    with open_house() as house, reading(house.engine) as connection:
        reader = find_subscriber(connection, subscriber)
        if occurrence is None and day is None:
            rows, _ = find_reminders(connection, ReminderFilter(subscriber=reader.id), limit=10_000)
            list_rows(rows[::-1], as_json, "Nothing was ever owed to them.")
            return
        ids = [occurrence] if occurrence else on_day(connection, day, item, plan)
        now = house.clock.now()
        answers = [explain(connection, reader, one, now, house.settings) for one in ids]
    for answer in answers:
        if as_json:
            print_json(answer_object(answer))
        else:
            show(answer)


@app.command()
def unknown(as_json: AsJson = False) -> None:
    """List the mails of which nobody knows whether they arrived; `resolve` decides about one."""
    from scheduler.reminders.explaining.listing import unknown_reminders
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        rows = unknown_reminders(connection)
    list_rows(rows, as_json, "Of every mail it is known what became of it.")
    if rows and not as_json:
        note("Ask the reader, then: airslot reminders resolve ID --arrived, or --send-again")
        note("For many at once: airslot reminders resolve --all, with --what or --said for those of a kind")


@app.command()
def resolve(
    reminder_ids: Annotated[
        list[int] | None, typer.Argument(metavar="ID...", help="Of `airslot reminders unknown`.")
    ] = None,
    arrived: Annotated[bool, typer.Option("--arrived", help="The reader has it.")] = False,
    send_again: Annotated[bool, typer.Option("--send-again", help="The reader does not have it.")] = False,
    every: Annotated[bool, typer.Option("--all", help="All of which nobody knows, without an ID.")] = False,
    what: Annotated[
        str | None, typer.Option(metavar="WORD", help="With --all: of this sort, such as reminder or change.")
    ] = None,
    said: Annotated[
        str | None, typer.Option(metavar="TEXT", help="With --all: those with just these last words.")
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", metavar="DAY", parser=read_day, help="With --all: from this day on."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", metavar="DAY", parser=read_day, help="With --all: until this day, inclusive."),
    ] = None,
) -> None:
    """Say what became of mails of which nobody knew. Of several, all are decided about or none."""
    from scheduler.machine_time import utcnow
    from scheduler.reminders.outbox.deciding import Decided, Which, resolve_all, resolve_unknown
    from scheduler.store.database.engine import transaction

    if arrived == send_again:
        raise typer.BadParameter("Say one of the two: --arrived or --send-again.")
    if every == bool(reminder_ids):
        raise typer.BadParameter("Name reminders by their ids, or say --all.")
    if not every and (what, said, first, last) != (None,) * 4:
        raise typer.BadParameter("--what, --said, --from and --to narrow --all.")
    with open_house() as house, transaction(house.engine) as connection:
        now = house.clock.now()
        if every:
            which = Which(
                what,
                said,
                sent_from=None if first is None else midnight(first),
                sent_until=None if last is None else midnight(last + timedelta(days=1)),
            )
            found = resolve_all(connection, which, arrived, now, machine_time=utcnow)
        else:
            for one in reminder_ids or ():
                resolve_unknown(connection, one, arrived, now, machine_time=utcnow)
            found = Decided(len(reminder_ids or ()))
    number = "1 reminder" if found.count == 1 else f"{found.count} reminders"
    note(f"{number} now counted as sent." if arrived else f"{number} to be sent again.")
    if found.too_late:
        note(f"{found.too_late} would come too late and stay as they are; say --arrived, or leave them.")


@app.command()
def counts(as_json: AsJson = False) -> None:
    """Count the outbox; GET /metrics gives the same to Prometheus."""
    from scheduler.reminders.metrics import count_outbox
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        found = count_outbox(connection, house.clock.now())
    facts: dict[str, Any] = {
        "due": found.waiting,
        "oldest_due_seconds": found.oldest_due_age.total_seconds(),
        "overdue": found.overdue,
        "ahead": found.of("due") - found.waiting,
        "under_way": found.of("claimed") + found.of("handing_over"),
        "sent": found.of("accepted"),
        "late": sum(found.late.values()),
        "unknown": found.of("unknown"),
        "failed": found.of("failed"),
        "expired": found.of("expired"),
        "cancelled": found.of("cancelled"),
        "relay_stopped": found.stopped_for if found.stopped_at is not None else None,
    }
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        print(f"{name:20}{'no' if value is None else value}")


def on_day(connection: Connection, day: date | None, item: str | None, plan: str | None) -> list[str]:
    """The ids of the occurrences that begin on that day; raises NotFound where there is none."""
    from scheduler.errors import NotFound
    from scheduler.store.occurrences.read_model import OccurrenceFilter, find_occurrences

    wanted = OccurrenceFilter(first=day, last=day, item=item, plan=plan)
    found = [one.id for one in find_occurrences(connection, wanted, limit=1_000).items]
    if not found:
        raise NotFound(
            "occurrence-not-found",
            f"The plans hold nothing on {day} that fits. Look: airslot occurrences --from {day}",
            f"Ngày {day} không có lần phát, lần đăng nào phù hợp. Hãy xem: airslot occurrences --from {day}",
            where="day",
        )
    return found


def midnight(day: date) -> datetime:
    """When a day begins where the offices are."""
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_ZONE))


def show(answer: Answer) -> None:
    """One answer for a person: what it is about, why, and each message with what became of it."""
    from scheduler.reminders.explaining.telling import joined

    lang, about = language(), answer.occurrence
    head = [answer.subscriber.email]
    if about is not None:
        starts = " ".join(when(about.start, about.end, lang)).strip()
        head += [f"{about.plan} {about.item}, {about.kind}, {starts}", about.title]
    print(" · ".join(head))
    for line in answer.lines:
        print(f"  {line.text.to(lang)}")
    for message in answer.messages:
        name = message.name.to(lang)
        number = "" if message.id is None else f" [{message.id}]"
        print(f"  {name}{number}: {joined(message.lines, lang)}")
    if not answer.lines and not answer.messages:
        print("  Không có gì để gửi." if lang == "vi" else "  Nothing was owed.")
    print(flush=True)


def list_rows(rows: list[Listed], as_json: bool, nothing: str) -> None:
    """Rows of the outbox as JSON or as a table."""
    from scheduler.reminders.explaining.listing import reminder_object
    from scheduler.reminders.notes import noted

    if as_json:
        print_json({"items": [reminder_object(row) for row in rows], "next": None})
        return
    from rich.table import Table
    from rich.text import Text

    from api.cli.terminal import console

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Id", "To", "What", "Lead", "Item", "Starts", "State", "Due", "Said"):
        table.add_column(name, no_wrap=name != "Said")
    for row in rows:
        about = row.occurrence
        starts = " ".join(when(about.start, about.end, language())).strip() if about else row.subject
        zone = ZoneInfo(about.timezone if about else DEFAULT_ZONE)
        due = " ".join(when(row.due_at.astimezone(zone), None, language()))
        lead = row.lead if row.what == "reminder" else ""
        item = about.item if about else ""
        said = noted(row.last_error).to(language())
        facts = (str(row.id), row.email or "", row.what, lead, item, starts, row.state, due, said)
        table.add_row(*(Text(fact) for fact in facts))
    console().print(table if table.row_count else nothing)
