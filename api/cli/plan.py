"""`airslot plan`: a plan file in, what it changes, what is stored, and back out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import exits
from api.cli.house import House, open_house
from api.cli.terminal import can_ask, consent, console, language, note, print_json, working

if TYPE_CHECKING:
    from scheduler.planning.diff.plan_changes import Changes
    from scheduler.planning.plan_file.document import PlanDocument

app = typer.Typer(help="Plans: load, compare, show, export.", no_args_is_help=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(metavar="FILE", help="A plan file (YAML).")]
IncludePast = Annotated[
    bool, typer.Option("--include-past", help="Change planned dates that lie in the past, too.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


@app.command()
def load(
    file: File,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Apply without asking.")] = False,
    include_past: IncludePast = False,
    as_json: Json = False,
) -> None:
    """Load a plan file. A first load applies; a later one shows what changes and asks, or needs --yes.

    Without either the exit code is 3 and nothing is written.
    """
    from scheduler.planning.plan_file.document import read_plan

    document = read_plan(file)
    with open_house() as house:
        load_document(house, document, yes=yes, include_past=include_past, as_json=as_json)


@app.command()
def refresh(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The plan.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Apply without asking.")] = False,
    include_past: IncludePast = False,
    as_json: Json = False,
) -> None:
    """Expand a stored plan anew, after the days off changed: shows what moves and asks, or needs --yes.

    Without either the exit code is 3 and nothing is written.
    """
    from scheduler.planning.loading.refreshing import document_again
    from scheduler.store.database.engine import reading

    with open_house() as house:
        with reading(house.engine) as connection:
            document = document_again(connection, slug)
        load_document(house, document, yes=yes, include_past=include_past, as_json=as_json)


def load_document(
    house: House, document: PlanDocument, *, yes: bool, include_past: bool, as_json: bool
) -> None:
    """Show what a document changes and, with consent, do it; without consent end with exit code 3."""
    changes = compare(house, document, include_past)
    if not as_json:
        show_notices(document, changes)
        if not changes.new:
            show_changes(document, changes, applied=False, as_json=False)
    agreed = changes.empty or changes.new or yes or (not as_json and can_ask() and consent("Apply these?"))
    applied = agreed and not changes.empty
    if applied:
        apply(house, document, include_past, changes)
    if as_json or applied:
        show_changes(document, changes, applied=applied, as_json=as_json)
    if not agreed:
        note("Nothing was written. Look at the changes and add --yes to apply them.")
        raise typer.Exit(exits.NEEDS_CONSENT)


@app.command()
def diff(file: File, include_past: IncludePast = False, as_json: Json = False) -> None:
    """Show what loading a plan file would change. Writes nothing."""
    from scheduler.planning.plan_file.document import read_plan

    document = read_plan(file)
    with open_house() as house:
        changes = compare(house, document, include_past)
    if not as_json:
        show_notices(document, changes)
    show_changes(document, changes, applied=False, as_json=as_json)


@app.command()
def show(
    slug: Annotated[
        str | None, typer.Argument(metavar="[SLUG]", help="The plan; without it, all plans.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show a plan's items with the reading of each phrase, the next date and the target; or all plans."""
    from api.cli import plan_view
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        if slug is None:
            plans = plan_view.plan_objects(connection)
            print_json({"items": plans, "next": None}) if as_json else plan_view.show_plans(plans, console())
            return
        plan = plan_view.plan_object(connection, slug, house.clock.now())
    if as_json:
        print_json(plan)
    else:
        plan_view.show_plan(plan, console(), language())


@app.command()
def export(slug: Annotated[str, typer.Argument(metavar="SLUG", help="The plan.")]) -> None:
    """Write a stored plan as a plan file to standard output; loading it changes nothing."""
    from scheduler.planning.by_hand.one_offs import one_offs_of, remarks
    from scheduler.planning.plan_file.document import write_plan
    from scheduler.planning.plan_file.stored_document import stored_document
    from scheduler.store.database.engine import reading
    from scheduler.store.occurrences.read_model import plan_occurrences

    with open_house() as house, reading(house.engine) as connection:
        text = write_plan(stored_document(connection, slug))
        text += remarks(one_offs_of(plan_occurrences(connection, slug)))
    print(text, end="")


def compare(house: House, document: PlanDocument, include_past: bool) -> Changes:
    """What the document would change in what is stored."""
    from scheduler.planning.loading.loading import preview
    from scheduler.store.database.engine import reading

    with working("Comparing"), reading(house.engine) as connection:
        return preview(connection, document, house.clock, include_past=include_past)


def apply(house: House, document: PlanDocument, include_past: bool, agreed: Changes) -> None:
    """Store the document, if the plan still is as it was when the changes were shown."""
    from scheduler.desk.documents import store
    from scheduler.store.database.engine import transaction

    with working("Loading"), transaction(house.engine) as connection:
        store(
            house.desk(connection), document, "load", include_past=include_past, at_revision=agreed.revision
        )


def show_notices(document: PlanDocument, changes: Changes) -> None:
    """Print the remarks on phrases that are understood and on their dates: they may not be what was meant."""
    lang = language()
    for number, notice in (*document.notices, *changes.notices):
        place = f"Mục {number}" if lang == "vi" else f"Item {number}"
        note(f"{place}: {notice.vi if lang == 'vi' else notice.en}")


def show_changes(document: PlanDocument, changes: Changes, *, applied: bool, as_json: bool) -> None:
    """Print what the document changes, or has changed, for people or programs."""
    from api.cli import changes_view
    from scheduler.planning.diff.changes_object import changes_object

    if as_json:
        print_json(changes_object(changes, (*document.notices, *changes.notices), applied=applied))
    elif applied:
        changes_view.show_applied(changes, console())
    else:
        changes_view.show_changes(changes, console(), language())
