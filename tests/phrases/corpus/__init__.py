"""Sentences as offices write them, each with its dates from the almanac: nothing here comes from `rules`."""
