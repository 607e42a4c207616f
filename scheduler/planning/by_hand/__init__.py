"""What a person changed in one occurrence, and where it is held by that."""
