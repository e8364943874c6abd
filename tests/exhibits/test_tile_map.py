"""England on a map of equal tiles."""

import pandas as pd

from analysis.comparison.standings import BEGUN, england
from exhibits.tile_map import tile_map


def test_every_current_authority_has_a_tile_and_a_short_name_of_its_own(ds):
    current = ds.authorities[ds.authorities["status"] == "current"]
    assert current[["tile_column", "tile_row", "short"]].notna().all().all()
    assert not current.duplicated(["tile_column", "tile_row"]).any()
    assert current["short"].is_unique
    tiles = current.set_index("authority")[["tile_column", "tile_row"]]
    assert tiles.loc["north-yorkshire", "tile_row"] < tiles.loc["york", "tile_row"]
    assert tiles.loc["leeds", "tile_column"] < tiles.loc["york", "tile_column"]
    assert tiles["tile_row"].idxmin() == "northumberland"
    assert tiles["tile_column"].idxmin() == "isles-of-scilly"


def test_the_map_letters_every_authority(ds):
    complete = england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)
    names, letters = (tile_map(ds, complete).draw(ds, narrow).data[1].text for narrow in (False, True))
    assert len(names) == len(letters) == 153
    assert sum(label.endswith("<b>O</b>") for label in names) == 36
    assert sum(label == "<b>O</b>" for label in letters) == 36


def test_those_who_were_chosen_are_framed(ds):
    complete = england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)
    assert len(tile_map(ds, complete).draw(ds, False).layout.shapes) == 0
    assert len(tile_map(ds, complete, ("york", "leeds")).draw(ds, False).layout.shapes) == 4
