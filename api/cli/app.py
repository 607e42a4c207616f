"""The commands and their groups, joined."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli import (
    backup,
    bounces,
    conflicts,
    cut_offs,
    day_off,
    doctor,
    expand,
    export,
    feed,
    listing,
    migrate,
    occurrences,
    piece,
    plan,
    progress,
    reminders,
    serve,
    simulate,
    subscriber,
    token,
    user,
    worker,
)

app = typer.Typer(
    name="airslot",
    help="The schedule of record for offices that broadcast and publish on a plan.",
    epilog="docs/cli.md describes every command, its JSON and the exit codes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Typer's boxes load Rich, its Markdown and Pygments: more than everything else that help needs.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"airslot {version('airslot')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """The schedule of record for offices that broadcast and publish on a plan."""


app.command("expand")(expand.expand)
app.add_typer(plan.app, name="plan")
app.add_typer(day_off.app, name="day-off")
app.command("occurrences")(occurrences.occurrences)
app.add_typer(listing.app, name="listing")
app.command("conflicts")(conflicts.conflicts)
app.add_typer(piece.app, name="piece")
app.command("progress")(progress.progress)
app.command("export")(export.export)
app.command("cut-offs")(cut_offs.cut_offs)
app.add_typer(feed.app, name="feed")
app.add_typer(subscriber.app, name="subscriber")
app.add_typer(user.app, name="user")
app.add_typer(token.app, name="token")
app.add_typer(reminders.app, name="reminders")
app.command("bounces")(bounces.bounces)
app.command("simulate")(simulate.simulate)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)
app.command("migrate")(migrate.migrate)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("doctor")(doctor.doctor)
