"""`python -m api.cli`, the same as `airslot`."""

from api.cli import main

main()
