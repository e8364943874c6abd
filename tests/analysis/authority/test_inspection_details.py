"""One inspection in full."""

from analysis.authority.inspection_details import inspection_details, known_to_choose
from analysis.selection import Selection


def test_a_report_that_was_read_has_its_facts(ds):
    details = inspection_details(ds, "york/2022-ilacs")
    facts = dict(details.facts.to_numpy())
    assert facts["On site"] == "7 to 18 March 2022"
    assert facts["Published"] == "4 May 2022"
    assert facts["Recommendations"] == "7"
    assert details.coded


def test_of_a_visit_that_is_only_known_of_nothing_is_made_up(ds):
    details = inspection_details(ds, "york/2018-jtai")
    facts = dict(details.facts.to_numpy())
    assert facts["Lead inspector"] == "not held here"
    assert "Recommendations" not in facts
    assert details.url == "https://reports.ofsted.gov.uk/provider/44/80453", (
        "Ofsted's page, where the letter's address is not known"
    )
    assert not details.coded
    assert details.notes


def test_inspections_of_several_authorities_stand_in_order_of_time(ds):
    known = known_to_choose(ds, Selection(("york", "leeds")))
    starts = ds.inspections.set_index("inspection")["start"][known]
    assert starts.is_monotonic_increasing
    assert {name.partition("/")[0] for name in known} == {"york", "leeds"}
