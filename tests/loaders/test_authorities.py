"""The authorities of the data: those of today, those that are gone, and their statistical neighbours."""

from loaders import DATA, load


def test_there_are_153_current_authorities_and_four_that_no_longer_exist():
    known = load(DATA).authorities.set_index("authority")
    assert known["status"].value_counts().to_dict() == {"current": 153, "abolished": 4}
    gone = known.loc[known["status"] == "abolished", "successors"].to_dict()
    assert gone == {
        "bournemouth": "bournemouth-christchurch-and-poole",
        "cumbria": "cumberland, westmorland-and-furness",
        "northamptonshire": "north-northamptonshire, west-northamptonshire",
        "poole": "bournemouth-christchurch-and-poole",
    }
    assert {name for names in gone.values() for name in names.split(", ")} <= set(known.index)
    assert known.loc[["barnsley", "sheffield"], "ons_code"].tolist() == ["E08000038", "E08000039"]
    assert not known["ons_code"].duplicated().any()
    assert known.loc["york", ["region", "ofsted_region"]].tolist() == [
        "Yorkshire and the Humber",
        "North East, Yorkshire and the Humber",
    ]


def test_every_current_authority_has_ten_neighbours_that_are_known():
    ds = load(DATA)
    current = set(ds.authorities.loc[ds.authorities["status"] == "current", "authority"])
    assert set(ds.neighbours["authority"]) == current
    assert (ds.neighbours.groupby("authority")["neighbour"].nunique() == 10).all()
    assert set(ds.neighbours["neighbour"]) <= current
