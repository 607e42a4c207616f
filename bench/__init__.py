"""Speed as ratios, measured beside peers and floors in one run; each module is one kind of work."""
