"""What inspections gave, by plain loops over the files (``histories``), against what our words say of it."""

from tests.live.histories import Held
from tests.live.reading import one_wording, read_all, read_grades
from tests.live.world import World


def graded(world: World, authority: str) -> list[Held]:
    """The inspections that gave any grade."""
    return [one for one in world.held.get(authority, []) if one.grades or one.own or _any(world, one)]


def _any(world: World, held: Held) -> bool:
    grades = world.files.frameworks[held.framework].get("grades", {})
    return any((one["as_published"] if isinstance(one, dict) else one) in grades for one in held.record.get("grades", {}).values())  # fmt: skip


def the_result(world: World, words: str, held: Held) -> None:
    """Hold that words about grades say what the inspection gave."""
    given = held.own or held.grades
    if whole := read_all(words):
        assert whole[1] == len(given), (held.name, words)
        assert {one_wording(one.printed) for one in given.values()} == {whole[0]}, (held.name, words)
    else:
        phrases = {phrase: phrase for phrase in held.own} or world.scale.phrases
        told = {strand: one_wording(one.printed) for strand, one in given.items()}
        assert read_grades(words, phrases) == told, (held.name, words)


def on_strands(held: Held, strands: list[str]) -> Held:
    """The same inspection with its grades on some strands alone."""
    return held._replace(grades={strand: grade for strand, grade in held.grades.items() if strand in strands})
