"""Terms -> trees: which days, times, bounds and replays belong together."""
