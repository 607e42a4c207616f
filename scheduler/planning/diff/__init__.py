"""A changed plan beside what is stored: what comes, goes, moves and stays."""
