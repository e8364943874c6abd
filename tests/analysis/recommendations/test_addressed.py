"""What a board or another agency alone was asked is no request to the authority."""

import pytest

from analysis.recommendations.addressed import asked_of_authority, asked_themes
from loaders.records.reading import read_vocabulary
from tests.builders import DATA


def test_requests_to_a_board_are_told_from_those_to_the_authority(ds):
    own, asked = asked_of_authority(ds), ds.recommendations
    boards = set(ds.sets.loc[~ds.sets["asks_the_authority"], "set"])
    to_boards = asked[asked["set"].isin(boards)]
    assert len(to_boards)
    assert not own & set(zip(to_boards["inspection"], to_boards["recommendation"], strict=True))
    assert ("york/2022-ilacs", "R1") in own


def test_themes_are_those_that_are_to_get_better(ds):
    asked = asked_themes(ds)
    assert ("york/2022-ilacs", "supervision") in asked
    assert ("york/2022-ilacs", "early_help") not in asked


@pytest.mark.parametrize(
    ("addressee", "is_the_authority"),
    [
        ("the local authority", True),
        ("the council and the trust", True),
        ("Scrutiny Committee and Corporate Parenting Panel", True),
        ("police and children's social care", True),
        ("the partnership", False),
        ("health services", False),
        ("hospital trust (ULHT)", False),
    ],
)
def test_a_part_of_the_authority_is_the_authority(addressee, is_the_authority):
    """In the codebook that users see: the words are data."""
    assert read_vocabulary(DATA)["themes"].name_the_authority(addressee) is is_the_authority


def test_the_table_says_who_is_asked(ds):
    rows = ds.recommendations.set_index(["inspection", "recommendation"])["asks_the_authority"]
    assert {key for key, asks in rows.items() if asks} == asked_of_authority(ds)
    assert not rows.all()
