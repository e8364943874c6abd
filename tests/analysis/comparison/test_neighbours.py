"""Statistical neighbours, and how near the others are."""

from analysis.comparison.neighbours import near_ones, nearness, not_neighbours


def test_neighbours_stand_in_order_of_rank(ds):
    own = ds.neighbours[ds.neighbours["authority"] == "york"].set_index("rank")["neighbour"]
    assert list(near_ones(ds, "york")) == [own[rank] for rank in sorted(own.index)]
    assert near_ones(ds, "no-such-place") == ()


def test_a_neighbour_is_nearer_than_the_region_and_the_region_than_the_rest(ds):
    near, regions = nearness(ds, "york"), ds.authorities.set_index("authority")["region"]
    first = near_ones(ds, "york")[0]
    assert near[first][1].startswith("statistical neighbour 1 of ")
    kinds = {authority: key[0] for authority, (key, _) in near.items()}
    assert {kinds[authority] for authority in near_ones(ds, "york")} == {0}
    others = [authority for authority in kinds if authority not in near_ones(ds, "york")]
    assert all((kinds[one] == 1) == (regions[one] == regions["york"]) for one in others)


def test_a_pair_counts_as_neighbours_whichever_names_the_other(ds):
    assert not_neighbours(ds, ("york", "hampshire")) == []
    assert not_neighbours(ds, ("york", "north-yorkshire")) == [("york", "north-yorkshire")]
