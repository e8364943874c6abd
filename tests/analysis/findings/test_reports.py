"""Reports of all England by what they can be found by."""

import pytest

from analysis.findings.evidence import Facets, findings
from analysis.findings.reports import Wanted, authorities_read, offered, reports
from analysis.themes.shares import theme_shares
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


def row(table, theme):
    return table[table["theme"] == theme].iloc[0].to_dict()


def test_findings_of_all_england_narrow_by_what_the_reports_are(ds):
    assert len(reports(ds, Wanted())) == 23
    assert len(reports(ds, Wanted(latest=True))) == 22
    assert reports(ds, Wanted(grades=("Inadequate",), latest=True)) == ("camden/2024-ilacs",)
    assert reports(ds, Wanted(frameworks=("ILACS 2018",))) == ("leeds/2019-ilacs",)
    assert len(reports(ds, Wanted(regions=("South West",)))) == 11
    weak = reports(ds, Wanted(latest=True, theme="supervision", balances=("weak",)))
    assert len(weak) == row(theme_shares(ds, reports(ds, Wanted(latest=True))), "supervision")["weak"] == 12
    assert reports(ds, Wanted(regions=("London",), frameworks=("ILACS 2018",))) == ()
    assert list(offered(ds, "grade")) == ["Good", "Requires improvement to be good", "Inadequate"]


def test_findings_of_all_england_say_whose_they_are(ds):
    chosen = reports(ds, Wanted(grades=("Good",), theme="supervision", balances=("weak",)))
    found = findings(ds, Facets(authorities_read(ds), chosen, ("supervision",), ("concern",)))
    assert len(found) == 4
    assert all(
        place.startswith(("Bath and North East Somerset", "Bournemouth, Christchurch")) for place in found["place"]
    )
