from __future__ import annotations

from pressgen.fact_types import FactType
from pressgen.facts import Fact, Group, listed, walk
from pressgen.story import Segment


def fact(korean: str, name: str = "x", reading: str | None = None) -> Fact:
    return Fact(name, FactType.TERM, korean, reading=reading)


def test_namesakes_in_one_sentence_are_numbered() -> None:
    first, second = fact("가", "parties.name"), fact("나", "parties.name")
    runs = (first, "은(는) ", second, "과(와) ", first, "을(를) ", fact("다", "parties.name"))
    segment = Segment(runs)
    assert segment.pattern == (
        "{parties.name}은(는) {parties.name.2}과(와) {parties.name}을(를) {parties.name.3}"
    )
    assert {name: one.korean for name, one in segment.slots.items()} == {
        "parties.name": "가",
        "parties.name.2": "나",
        "parties.name.3": "다",
    }


def test_the_same_fact_from_two_lines_is_one_slot() -> None:
    twice = [Fact("x", FactType.TITLE, "이사장", line=line) for line in (3, 9)]
    assert Segment((twice[0], "과 ", twice[1])).pattern == "{x}과 {x}"


def test_a_stand_in_takes_the_particle_of_its_fact() -> None:
    segment = Segment((fact("산업부"), "은(는) ", fact("A", reading="에이"), "을(를)"))
    assert segment.written(lambda one: "X") == "X는 X를"


def test_free_text_is_not_interpreted() -> None:
    assert Segment(("을(를) 은(는) {x}",), free=True).korean == "을(를) 은(는) {x}"


def test_a_list_of_one_is_that_one() -> None:
    only = fact("가")
    assert listed((only,)) == only
    assert listed((only, fact("나"))).korean == "가, 나"


def test_every_fact_of_a_value_is_found() -> None:
    short = fact("단", "x.short")
    long = Fact("x", FactType.ORGANIZATION, "공단", short=short)
    inner = Group("g", {"a": long, "b": None, "c": (fact("가"), fact("나"))})
    assert [one.korean for one in walk((inner, None))] == ["공단", "단", "가", "나"]
