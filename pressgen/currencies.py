"""Currencies: what a Korean amount ends in, and what the English calls them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code, with its Korean name and its English one, singular and plural.

    `sign` stands before the English amount in place of a name.
    """

    code: str
    korean: str
    one: str
    other: str
    sign: str = ""


CURRENCIES = (
    Currency("KRW", "원", "won", "won"),
    Currency("USD", "달러", "dollar", "dollars", "$"),
    Currency("EUR", "유로", "euro", "euros"),
    Currency("JPY", "엔", "yen", "yen"),
    Currency("CNY", "위안", "yuan", "yuan"),
    Currency("GBP", "파운드", "pound", "pounds"),
)
"""AP Stylebook ("currency conversions"): a sign for the dollar of the United States only, won, euros,
yen, yuan and pounds by name."""
