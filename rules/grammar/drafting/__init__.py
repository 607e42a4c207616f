"""Trees -> drafts: the rules that a tree writes down, each with its terms, slots, exceptions and replays."""
