"""What an address asks for and nobody knows is named, and what may be meant is offered."""

from analysis import left_out_sentences as sentences


def test_words_that_hold_it_or_are_like_it_are_offered():
    offered = ["York", "North Yorkshire", "Leeds", "Kent"]
    assert sentences.near("yrok", offered) == ["York"]
    assert sentences.near("york", offered)[:2] == ["York", "North Yorkshire"]
    assert sentences.near("2022", offered) == []


def test_the_value_is_named_and_a_long_one_cut():
    assert "“Atlantis”" in sentences.unknown_authority_sentence("Atlantis", others=False)
    assert sentences.unknown_authority_sentence("Atlantis", others=True).endswith("so it was left out.")
    assert f"“{'a' * sentences.SHOWN}…”" in sentences.unknown_choice_sentence("a" * 500, "Theme")


def test_authorities_that_do_not_fit_are_named(ds):
    said = sentences.too_many_sentence(ds, ["york", "leeds"])
    assert said == "Six authorities fit beside each other, so York and Leeds were left out."


def test_a_day_that_is_none_is_named(ds):
    assert sentences.unknown_day_sentence(ds, "yesterday").endswith("You see what is known now.")


def test_values_that_are_not_named_are_counted():
    assert sentences.and_more_sentence(1) == "One more value of the link was left out."
    assert sentences.and_more_sentence(12) == "12 more values of the link were left out."
