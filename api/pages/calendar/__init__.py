"""The calendar: its addresses, what its views draw, and its pages."""
