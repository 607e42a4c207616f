"""Terms in a row: which production reads each place of a phrase, and what becomes of the rest."""
