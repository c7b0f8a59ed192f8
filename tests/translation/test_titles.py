import re

import pytest

from pressgen.translation.titles import TITLES, after_name


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("President", "president"),
        ("Vice Mayor", "vice mayor"),
        ("Director General", "director general"),
        ("Secretary-General", "secretary-general"),
        ("1st Vice Minister", "1st vice minister"),
        ("mayor", "mayor"),
        ("", ""),
        # Abbreviations keep their capitals.
        ("CEO", "CEO"),
        ("President and CEO", "president and CEO"),
        ("Co-CEO", "co-CEO"),
        ("KOTRA President", "KOTRA president"),
        ("R&D Director", "R&D director"),
        # Names keep theirs, before the title and after it.
        ("Mayor of Jung-gu", "mayor of Jung-gu"),
        ("Jung-gu Mayor", "Jung-gu mayor"),
        ("Head of Cheorwon County", "head of Cheorwon County"),
        (
            "Seoul National University Hospital Director",
            "Seoul National University Hospital director",
        ),
        (
            "Director of Seoul National University Hospital",
            "director of Seoul National University Hospital",
        ),
        ("National Assembly Speaker", "National Assembly speaker"),
        ("Ministry of Education Spokesperson", "Ministry of Education spokesperson"),
        (
            "Chairperson of the Korea Fair Trade Commission",
            "chairperson of the Korea Fair Trade Commission",
        ),
        ("Head of the Haneul Library", "head of the Haneul Library"),
        # A field is not a name.
        ("Minister of Trade", "minister of trade"),
        ("Minister of National Defense", "minister of national defense"),
        ("Minister of the Interior and Safety", "minister of the interior and safety"),
        ("Minister of Science and ICT", "minister of science and ICT"),
        ("Vice Minister of SMEs and Startups", "vice minister of SMEs and startups"),
        (
            "Deputy Prime Minister and Minister of Finance and Economy",
            "deputy prime minister and minister of finance and economy",
        ),
        ("Director for Public Relations", "director for public relations"),
        ("Vice Mayor for Administrative Affairs", "vice mayor for administrative affairs"),
        ("Head of the Planning Team", "head of the planning team"),
        ("Hospital Director", "hospital director"),
        ("County Governor", "county governor"),
        ("Trade Minister", "trade minister"),
    ],
)
def test_a_title_after_a_name(title: str, after: str) -> None:
    assert after_name(title) == after
    assert after_name(after) == after


@pytest.mark.parametrize("english", sorted(set(TITLES.values())))
def test_every_built_in_title_has_its_form_after_a_name(english: str) -> None:
    kept = {"CEO", "National", "Assembly"} if "National" in english else {"CEO"}
    capitals = set(re.findall(r"[A-Z]\w*", after_name(english)))
    assert capitals <= kept


def test_what_means_different_things_is_not_guessed() -> None:
    assert not {"감독", "차장"} & TITLES.keys()
