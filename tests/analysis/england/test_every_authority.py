"""The table of every authority, and how it is searched."""

from analysis.comparison.standings import (
    england,
)
from analysis.england.every_authority import matching


def test_the_table_of_every_authority_is_searched_by_name_other_name_and_region(ds):
    comparison = england(ds, "overall", None)
    assert len(matching(ds, comparison)[0]) == 153
    assert list(matching(ds, comparison, "city of york")[0]["Authority"]) == ["York"]
    assert len(matching(ds, comparison, "yorkshire and the humber")[0]) == 15
    assert matching(ds, comparison, "Atlantis (+")[0].empty
