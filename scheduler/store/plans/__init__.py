"""The rows of plans, with days off, cut-offs, zone data, and who may see a plan."""
