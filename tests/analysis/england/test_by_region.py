"""All authorities of England by region, with where each stands."""

from analysis.england.by_region import by_region, map_sentence, start_sentence


def test_every_authority_of_today_stands_once_in_its_region(ds):
    regions = by_region(ds)
    today = ds.authorities[ds.authorities["status"] == "current"]
    assert list(regions) == sorted(set(today["region"]))
    assert sorted(place.authority for places in regions.values() for place in places) == sorted(today["authority"])
    [york] = [place for place in regions["Yorkshire and the Humber"] if place.authority == "york"]
    assert (york.name, york.state, york.words, york.column, york.row) == ("York", "outstanding", "Outstanding", 9, 6)


def test_the_sentences_say_what_is_held_and_as_at_which_day(ds):
    assert start_sentence(ds).startswith("How Ofsted judged children’s services in 153 areas of England since ")
    assert map_sentence(ds) == "Where each authority stands overall, as at 22 August 2026. Choose one:"
