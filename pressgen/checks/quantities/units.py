"""Units and currencies by their Korean and English names, and how units convert.

Factors after the International System and the exact definitions of the yard and pound (1959);
한국의 평 is 400/121㎡. Time has two dimensions, as a month has no fixed number of days.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pressgen.currencies import CURRENCIES


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` of the base of its dimension."""

    name: str
    dimension: str
    factor: Decimal
    korean: tuple[str, ...]
    english: tuple[str, ...]


def _unit(name: str, dimension: str, factor: str, korean: str, english: str) -> Unit:
    return Unit(name, dimension, Decimal(factor), *(tuple(x.split("|")) for x in (korean, english)))


UNITS = (
    _unit("century", "calendar", "1200", "", "centuries|century"),
    _unit("decade", "calendar", "120", "", "decades|decade"),
    _unit("year", "calendar", "12", "년간|년여|년|개년|해", "years|year|yrs|yr"),
    _unit("month", "calendar", "1", "개월간|개월여|개월|달", "months|month"),
    _unit("week", "clock", "10080", "주일간|주간|주일|주", "weeks|week"),
    _unit("day", "clock", "1440", "일간|일", "days|day"),
    _unit("hour", "clock", "60", "시간", "hours|hour|hrs|hr"),
    _unit("minute", "clock", "1", "분간|분", "minutes|minute|mins|min"),
    _unit("second", "clock", "0.016666666667", "초간|초", "seconds|second"),
    _unit(
        "km",
        "length",
        "1000",
        "킬로미터|km|㎞|KM|Km",
        "kilometers|kilometres|kilometer|kilometre|km",
    ),
    _unit("m", "length", "1", "미터|m|ｍ", "meters|metres|meter|metre|m"),
    _unit("cm", "length", "0.01", "센티미터|센티|cm|㎝", "centimeters|centimetres|centimeter|cm"),
    _unit("mm", "length", "0.001", "밀리미터|밀리|mm|㎜", "millimeters|millimetres|millimeter|mm"),
    _unit("mile", "length", "1609.344", "마일", "miles|mile|mi|mph"),
    _unit("foot", "length", "0.3048", "피트", "feet|foot|ft"),
    _unit("inch", "length", "0.0254", "인치", "inches|inch"),
    _unit("yard", "length", "0.9144", "야드", "yards|yard"),
    _unit(
        "km2",
        "area",
        "1000000",
        "제곱킬로미터|평방킬로미터|㎢|km²|km2",
        "square kilometers|square kilometres|square km|sq km|km²|㎢",
    ),
    _unit(
        "m2",
        "area",
        "1",
        "제곱미터|평방미터|㎡|m²|m2",
        "square meters|square metres|square meter|sq m|m²|㎡",
    ),
    _unit("mile2", "area", "2589988.11", "제곱마일|평방마일", "square miles|square mile"),
    _unit(
        "foot2",
        "area",
        "0.09290304",
        "제곱피트|평방피트",
        "square feet|square foot|square-foot|sq ft",
    ),
    _unit("acre", "area", "4046.8564224", "에이커", "acres|acre"),
    _unit("hectare", "area", "10000", "헥타르|ha|㏊", "hectares|hectare|ha"),
    _unit("pyeong", "area", "3.305785124", "평", "pyeong"),
    _unit("t", "weight", "1000", "톤|t", "metric tons|metric ton|tonnes|tonne|tons|ton"),
    _unit("kg", "weight", "1", "킬로그램|kg|㎏", "kilograms|kilogram|kilos|kilo|kg"),
    _unit("g", "weight", "0.001", "그램|g", "grams|gram|g"),
    _unit("pound", "weight", "0.45359237", "파운드", "pounds|pound|lbs|lb"),
    _unit("ounce", "weight", "0.028349523", "온스", "ounces|ounce"),
    _unit("l", "volume", "1", "리터|ℓ|L", "liters|litres|liter|litre"),
    _unit("ml", "volume", "0.001", "밀리리터|㎖|ml|mL", "milliliters|millilitres|ml"),
    _unit("gallon", "volume", "3.785411784", "갤런", "gallons|gallon"),
    _unit("barrel", "volume", "158.987294928", "배럴", "barrels|barrel"),
    _unit("W", "power", "1", "와트|W", "watts|watt"),
    _unit("kW", "power", "1000", "킬로와트|kW|kw|KW", "kilowatts|kilowatt|kw"),
    _unit("MW", "power", "1000000", "메가와트|MW", "megawatts|megawatt|mw"),
    _unit("GW", "power", "1000000000", "기가와트|GW", "gigawatts|gigawatt|gw"),
    _unit("kWh", "energy", "1", "킬로와트시|kWh|㎾h", "kilowatt-hours|kilowatt hours|kwh"),
    _unit("MWh", "energy", "1000", "메가와트시|MWh", "megawatt-hours|megawatt hours|mwh"),
)
BY_NAME = {unit.name: unit for unit in UNITS}
# Cents are no unit of their own currency here: 27.9센트 and 27.9 cents are the same figure.
_OTHER_CURRENCIES = (
    ("cent", "센트", "cents|cent"),
    ("RUB", "루블", "rubles|ruble|roubles|rouble"),
    ("INR", "루피", "rupees|rupee"),
    ("peso", "페소", "pesos|peso"),
    ("franc", "프랑", "francs|franc"),
    ("DEM", "마르크", "marks|mark"),
    ("THB", "바트", "baht"),
    ("lira", "리라", "liras|lira|lire"),
    ("VND", "동화", "dong"),
)
# A pound is money and a weight in both languages by one name: as a unit it is compared either way.
KOREAN_CURRENCIES = {
    "불": "USD",
    **{one.korean: one.code for one in CURRENCIES if one.code != "GBP"},
    **{korean: code for code, korean, _ in _OTHER_CURRENCIES},
}
ENGLISH_CURRENCIES = {
    **dict.fromkeys(("us dollars", "u.s. dollars", "bucks", "buck", "usd"), "USD"),
    **dict.fromkeys(("renminbi", "rmb"), "CNY"),
    "krw": "KRW",
    **{name: one.code for one in CURRENCIES if one.code != "GBP" for name in (one.one, one.other)},
    **{name: code for code, _, names in _OTHER_CURRENCIES for name in names.split("|")},
}
SIGNS = {"$": "USD", "€": "EUR", "¥": "JPY", "₩": "KRW", "£": "pound"}
KOREAN_UNITS = {name: unit.name for unit in UNITS for name in unit.korean if name}
ENGLISH_UNITS = {name: unit.name for unit in UNITS for name in unit.english if name}
