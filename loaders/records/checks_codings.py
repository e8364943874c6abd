"""Whether the two readings of a report, their settlement and its record agree."""

from __future__ import annotations

from collections.abc import Iterator

from .codings import CodingRow
from .contents import Records
from .problems import Problem, one_of

VERDICTS = ("strength", "mixed", "concern")
PLACES = ("primary", "other")


def coding_problems(record_id: str, records: Records) -> Iterator[Problem]:
    """What makes no sense in one coding: values, differences without a reason, and codes that the record does not hold."""
    origin = records.origins[f"codings/{record_id}"]
    rows, record = records.codings[record_id], records.inspections.get(record_id)
    if record is None:
        yield origin.problem(
            (), f"stands without the record {record_id}. A coding has a record of the same name.", "warning"
        )
        return
    held = {(f.paragraph, theme): verdict.value for f in record.findings for theme, verdict in f.codes.items()}
    for r in record.recommendations:
        held |= {(r.id, theme): "primary" for theme in r.themes.primary} | {
            (r.id, theme): "other" for theme in r.themes.other
        }
    themes = [theme.id for theme in records.vocabulary["themes"].themes]
    with_reason = {row.paragraph for row in rows if row.reason}
    seen: set[tuple[str, str]] = set()
    for i, row in enumerate(rows):
        key, where = (row.paragraph, row.theme), ("codes", i)
        said = f"paragraph {row.paragraph}, {row.theme}:"
        for found in _of_another_kind(row):
            allowed = PLACES if row.of_recommendation else VERDICTS
            yield origin.problem(where, f"{said} {one_of(found, allowed, f'a value for {row.paragraph}')}")
        if key in seen:
            yield origin.problem(where, f"{said} stands twice. Keep one row.")
        if (
            row.differs
            and record.readings == 2
            and not row.reason
            and not (row.of_recommendation and row.paragraph in with_reason)
        ):
            yield origin.problem(where, f"{said} the readers differ and nothing settles it. Give the reason.")
        if row.settled != held.get(key):
            yield origin.problem(
                where,
                f"{said} the record says {held.get(key)}, the coding settles on {row.settled}. Mend one of the two.",
            )
        if row.theme not in themes:
            yield origin.problem(where, f"{said} {one_of(row.theme, themes, 'a theme of the codebook')}")
        seen.add(key)
    for paragraph, theme in sorted(set(held) - seen):
        message = (
            f"paragraph {paragraph}, {theme}: the record holds this code and the coding does not. Mend one of the two."
        )
        yield origin.problem((), message)


def _of_another_kind(row: CodingRow) -> list[str]:
    """Values that belong to recommendations in a row of a paragraph, or the other way round."""
    allowed = PLACES if row.of_recommendation else VERDICTS
    return [value for value in (row.first, row.second, row.settled) if value and value not in allowed]
