"""The engine and its two ways to use it, on both databases."""

from sqlalchemy import Engine, text


def test_starts(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
