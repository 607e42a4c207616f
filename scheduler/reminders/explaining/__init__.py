"""Why somebody did, or did not, get a mail, told to a person."""
