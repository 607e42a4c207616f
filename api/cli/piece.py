"""`airslot piece`: what really appeared; recorded, listed, withdrawn."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.days import day as day_text
from api.cli.days import read_day
from api.cli.house import open_house
from api.cli.terminal import console, language, note, print_json

if TYPE_CHECKING:
    from scheduler.desk.proofs import Proof
    from scheduler.store.pieces import Piece

app = typer.Typer(
    help="Pieces that appeared: add, list, withdraw.", no_args_is_help=True, rich_markup_mode=None
)

Plan = Annotated[str, typer.Option(metavar="SLUG", help="The plan.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]

WORDS = ("link", "issue", "page", "log", "note")  # of a proof


@app.command()
def add(
    plan: Plan,
    item: Annotated[str, typer.Option(metavar="NUMBER", help="The item, as 3.")],
    unit: Annotated[str | None, typer.Option(help="Which unit, where the item has several.")] = None,
    count: Annotated[int, typer.Option(min=1, max=10_000, help="How many.")] = 1,
    day: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="When it appeared, as 2024-04-02.")
    ] = None,
    at: Annotated[str | None, typer.Option("--time", metavar="HH:MM", help="At what time.")] = None,
    channel: Annotated[str | None, typer.Option(help="On which channel.")] = None,
    title: Annotated[str | None, typer.Option(help="What it was called.")] = None,
    occurrence: Annotated[str | None, typer.Option(metavar="ID", help="What it was planned as.")] = None,
    makes_good: Annotated[str | None, typer.Option(metavar="ID", help="A missed one it stands for.")] = None,
    kind: Annotated[str | None, typer.Option(help="The proof's: aired or published.")] = None,
    link: Annotated[str | None, typer.Option(metavar="URL", help="Where it can be seen.")] = None,
    issue: Annotated[str | None, typer.Option(help="Of a newspaper.")] = None,
    page: Annotated[str | None, typer.Option(help="Of that issue.")] = None,
    log: Annotated[str | None, typer.Option(help="The entry of the station's log.")] = None,
    remark: Annotated[str | None, typer.Option("--note", help="Anything else.")] = None,
    as_json: Json = False,
) -> None:
    """Record a piece; one with --occurrence delivers that. Without an occurrence --day is needed."""
    from scheduler.desk.pieces import Appeared, piece_object, record_piece
    from scheduler.store.database.engine import transaction

    words = dict(zip(WORDS, (link, issue, page, log, remark), strict=True))
    given = Appeared(
        unit, count, day, None if at is None else read_time(at), channel, title, occurrence, makes_good,
        proofs_of(kind, words),
    )  # fmt: skip
    with open_house() as house, transaction(house.engine) as connection:
        made = record_piece(house.desk(connection), plan, item, given)
    if as_json:
        print_json(piece_object(made))
    else:
        note(f"Recorded as piece {made.id}.")


@app.command("list")
def list_(
    plan: Plan,
    item: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only of this item, as 3.")] = None,
    first: Annotated[
        date | None, typer.Option("--from", metavar="DAY", parser=read_day, help="First day.")
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")
    ] = None,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Also what was withdrawn.")] = False,
    as_json: Json = False,
) -> None:
    """The pieces of a plan, as they were recorded."""
    from scheduler.desk.pieces import piece_object
    from scheduler.store.database.engine import reading
    from scheduler.store.pieces import PieceFilter, find_pieces
    from scheduler.store.plans.read_model import get_plan

    with open_house() as house, reading(house.engine) as connection:
        wanted = PieceFilter(
            get_plan(connection, plan).slug, item, first=first, last=last, withdrawn=withdrawn
        )
        found = find_pieces(connection, wanted)
    if as_json:
        print_json({"items": [piece_object(one) for one in found], "next": None})
    else:
        show(found)


@app.command()
def withdraw(
    piece_id: Annotated[int, typer.Argument(metavar="ID", help="From `piece list`.")],
    reason: Annotated[str, typer.Option(help="Why it does not count after all.")],
    as_json: Json = False,
) -> None:
    """Withdraw a piece; it stays to be read, and an occurrence delivered by it alone is planned again."""
    from scheduler.desk.pieces import piece_object, withdraw_piece
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        found = withdraw_piece(house.desk(connection), piece_id, reason)
    if as_json:
        print_json(piece_object(found))
    else:
        note(f"Piece {found.id} is withdrawn.")


def proofs_of(kind: str | None, words: dict[str, str | None]) -> tuple[Proof, ...]:
    """The one proof that the options tell of, or none."""
    from scheduler.desk.proofs import KINDS, Proof

    if kind is None:
        if any(words.values()):
            raise typer.BadParameter("Say what the proof shows: aired or published.", param_hint="--kind")
        return ()
    known = next((one for one in KINDS if one == kind), None)
    if known is None:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}.", param_hint="--kind")
    link, issue, page, log, remark = (words[name] for name in WORDS)
    return (Proof(known, link=link, issue=issue, page=page, log=log, note=remark),)


def read_time(text: str) -> time:
    """A time of day that was typed as an option."""
    try:
        if len(text) == 5:
            return time.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r} is no time of day; write it as 17:45.", param_hint="--time")


def show(found: list[Piece]) -> None:
    """The pieces as a table for people."""
    from rich.table import Table
    from rich.text import Text

    lang, table = language(), Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("Id", "Item", "Day", "Count", "Unit", "Title", "Proof", "State"):
        table.add_column(column, no_wrap=column not in ("Title", "Proof"))
    for one in found:
        proof = "; ".join(each.link or each.issue or each.log or each.kind for each in one.proofs)
        state = "" if one.withdrawn_at is None else "withdrawn"
        facts = (
            str(one.id), one.item, "" if one.day is None else day_text(one.day, lang), str(one.count),
            one.unit or "", one.title or "", proof, state,
        )  # fmt: skip
        table.add_row(*map(Text, facts))
    console().print(table if table.row_count else "No piece was recorded.")
