"""Trees -> drafts: the rules that a tree writes down, each with its days, slots, bounds and replays."""
