"""The migrations, named by date, then intent."""
