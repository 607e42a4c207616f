"""Vietnamese names, occasions, periods and titles that are no time of their own."""
