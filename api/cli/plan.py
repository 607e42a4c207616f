"""`airslot plan`: a plan file in, what it changes, what is stored, and back out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Plans: load, compare, show, export.", no_args_is_help=True)
