"""English names and numbers of other things than time, and its negations."""
