"""Tables as CSV that opens right in a spreadsheet."""

from __future__ import annotations

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A frame as CSV: UTF-8 with a byte order mark, dates as 2022-05-04, text that a spreadsheet would run made harmless."""
    plain = table.copy()
    for column in plain:
        if pd.api.types.is_datetime64_any_dtype(plain[column]):
            plain[column] = plain[column].dt.strftime("%Y-%m-%d")
    plain = plain.map(harmless).rename(columns=harmless)
    return plain.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def harmless(value: object) -> object:
    """Text that a spreadsheet would read as a formula, with an apostrophe before it."""
    return f"'{value}" if is_formula(value) else value


def is_formula(value: object) -> bool:
    """Whether a spreadsheet would run this text: it begins with ``= + - @``, a tab or a carriage return, blanks aside."""
    return isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA)
