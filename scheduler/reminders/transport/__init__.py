"""How a mail leaves: to a relay by SMTP or into a folder, over which lines, and what the relay answered."""
