"""An authority is found under every name that Ofsted, the statistics office, the press and councils write."""

import pytest

from analysis.selection import authority_names, find_authorities
from analysis.spelling import bare_name, spellings


@pytest.mark.parametrize(
    ("written", "authority"),
    [
        ("Herefordshire, County of", "herefordshire"),
        ("Kingston upon Hull, City of", "kingston-upon-hull"),
        ("Southend on Sea", "southend-on-sea"),
        ("London Corporation", "city-of-london"),
        ("City of London Corporation", "city-of-london"),
        ("Kensington & Chelsea", "kensington-and-chelsea"),
        ("Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"),
        ("Windsor & Maidenhead", "windsor-and-maidenhead"),
        ("London Borough of Camden", "camden"),
        ("Poole", "bournemouth-christchurch-and-poole"),
        ("Bournemouth, Christchurch and Poole", "bournemouth-christchurch-and-poole"),
        ("Durham County Council", "durham"),
        ("Council of the Isles of Scilly", "isles-of-scilly"),
        ("ST HELENS MBC", "st-helens"),
        ("derbyshire county council", "derbyshire"),
        ("Derby", "derby"),
        ("80453", "york"),
        ("E06000065", "north-yorkshire"),
    ],
)
def test_authority_is_found_under_names_that_others_write(ds, written, authority):
    assert find_authorities([written], ds) == [authority]


@pytest.mark.parametrize(
    "written", ["London", "South East", "County", "Council", "City of", "", "Kingston", "99999", "?"]
)
def test_what_names_no_one_authority_finds_none(ds, written):
    assert find_authorities([written], ds) == []


def test_every_authority_is_found_by_its_name_however_joined_and_titled(ds):
    for name, authority in authority_names(ds).items():
        for written in (
            name,
            name.upper(),
            name.replace("&", "and"),
            name.replace(" and ", " & "),
            name.replace("-", " "),
            f"{name} Council",
        ):
            assert find_authorities([written], ds) == [authority], written


def test_two_authorities_of_one_bare_name_are_told_apart_by_their_whole_names():
    known = spellings({"City of Newtown": ["E1"], "Newtown County": [None], "Oldtown-on-Sea": []})
    assert known["city of newtown"] == "City of Newtown"
    assert known["newtown county"] == "Newtown County"
    assert "newtown" not in known
    assert known[bare_name("Royal Borough of Oldtown on Sea")] == "Oldtown-on-Sea"
