"""What a board or another agency alone was asked is no request to the authority."""

from analysis.recommendations.addressed import asked_of_authority, asked_themes


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
