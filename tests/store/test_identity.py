"""Ids and UIDs are minted once and never alike."""

import re
from datetime import timedelta

from scheduler.store.identity import mint
from tests.store.samples import AT


def test_an_id_and_its_uid() -> None:
    [(row_id, uid)] = mint(1, "lich.example.org", AT)
    assert re.fullmatch(r"occ_[0-9a-f]{32}", row_id)
    assert uid == f"{row_id.removeprefix('occ_')}@lich.example.org"


def test_ids_sort_by_moment_and_place() -> None:
    minted = [row_id for row_id, _ in mint(70_000, "x.example", AT)]
    minted += [row_id for row_id, _ in mint(3, "x.example", AT + timedelta(milliseconds=1))]
    assert minted == sorted(minted)
    assert len(set(minted)) == len(minted)


def test_two_processes_in_one_millisecond_mint_other_ids() -> None:
    assert not {row_id for row_id, _ in mint(1000, "x.example", AT)} & {
        row_id for row_id, _ in mint(1000, "x.example", AT)
    }


def test_none() -> None:
    assert mint(0, "x.example", AT) == []
