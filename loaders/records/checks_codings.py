"""Whether the two readings of a report and its record agree."""

from __future__ import annotations

from collections.abc import Iterator

from .problems import Problem
from .reading import Records


def coding_problems(record_id: str, records: Records) -> Iterator[Problem]:
    """Whether a record's codes are what both readers agreed on, and what was settled where they differed."""
    files = records.codings[record_id]
    record = records.inspections.get(record_id)
    missing = {"first", "second", "settled"} - set(files)
    if missing or record is None:
        origin = records.origins[f"codings/{record_id}/{next(iter(files))}"]
        yield origin.problem(
            (),
            f"stands without {', '.join(sorted(missing)) or f'the record {record_id}'}. A coding has two readings, a settlement and a record.",
            "warning",
        )
        return
    origin = records.origins[f"codings/{record_id}/settled"]
    settled = {(d.paragraph, d.theme): d for d in files["settled"].differences}
    held = {(f.paragraph, theme): verdict for f in record.findings for theme, verdict in f.codes.items()}
    first, second = (
        {(p, theme): v for p, codes in files[reader].codes.items() for theme, v in codes.items()} for reader in ("first", "second")
    )
    for key in sorted({*first, *second, *held}, key=str):
        decided = settled[key].settled if key in settled else first.get(key)
        if first.get(key) != second.get(key) and key not in settled:
            yield origin.problem(
                ("differences",),
                f"paragraph {key[0]}, {key[1]}: the readers differ and nothing settles it. Add the difference and the reason.",
            )
        elif held.get(key) != decided:
            yield origin.problem(
                ("differences",),
                f"paragraph {key[0]}, {key[1]}: the record says {held.get(key)}, the readings and their settlement say {decided}. Mend one of the two.",
            )
