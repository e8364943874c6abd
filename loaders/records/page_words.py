"""Models of the words that pages show: glossary, accessibility statement, questions of a committee."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .schema import Day, Model, Text


class Term(Model):
    """A term that a reader may not know."""

    term: Text
    short: Text | None = Field(None, description="Abbreviation.")
    meaning: Text
    also: list[Text] = Field([], description="Other words for it, which a search finds too.")


class Glossary(Model):
    """`data/glossary.yaml`."""

    terms: list[Term]
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = Field(
        description="Groups of words that a search takes for one another."
    )


class Barrier(Model):
    """A thing that some visitors cannot use, and why it is still there."""

    what: Text = Field(description="What does not work, for whom, and what to use in its place.")
    criterion: Text = Field(description="Success criterion of WCAG 2.2 that it fails, with number and name.")
    why: Text = Field(description="Why it is not mended.")


class Accessibility(Model):
    """`data/accessibility.yaml`: what the accessibility statement must own up to."""

    prepared: Day = Field(description="Day on which the statement was prepared.")
    tested: Day = Field(description="Day of the last test.")
    barriers: list[Barrier] = Field(min_length=1)


class QuestionRule(Model):
    """When a committee may wish to ask something, and in which words."""

    id: Literal[
        "grade_fell",
        "asked_again",
        "asked_again_in_part",
        "slipped_back",
        "turned_nearby",
        "recurring",
        "newly_asked",
        "past_its_date",
    ]
    ask: Text = Field(description="Whom to ask.")
    words: Text = Field(
        description="The question, with {theme}, {strand}, {before}, {after}, {place}, {date}, {earlier}, {later}, {since}, {neighbour}, {turned}, {action}, {deadline} to fill in. At most 35 words when filled."
    )


class Questions(Model):
    """`data/questions.yaml`, the most pressing first."""

    most: Annotated[int, Field(strict=True, ge=1)] = Field(
        description="How many questions a committee is offered at most."
    )
    rules: list[QuestionRule]
