"""What a phrase says twice must agree; what it names must exist."""
