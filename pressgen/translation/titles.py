"""English for the commonest titles, where neither the event, the glossary nor the office gives one.

After the rule on the English names of government bodies (정부조직 영어명칭에 관한 규칙, as told at
https://www.onabcd.com/2023/06/english-names-of-korean-government-ministry-agency-office-and-commission.html)
where it has the title, after a list for local governments
(http://translationsimple.com/info_show.asp?id=209&class=Dictionary) for its mayors and governors,
and otherwise by usage. What a title is called can differ from house to house, which is what `en:`
and the glossary are for; one that means different things, such as 감독 or 차장, is not here.
"""

from __future__ import annotations

import functools
import re

from pressgen.translation.official_names import official_names

TITLES = {
    # The state and its ministries.
    "대통령": "President",
    "국무총리": "Prime Minister",
    "부총리": "Deputy Prime Minister",
    "장관": "Minister",
    "차관": "Vice Minister",
    "차관보": "Deputy Minister",
    "처장": "Director",
    "청장": "Commissioner",
    "국장": "Director General",
    "실장": "Director",
    "과장": "Manager",
    "팀장": "Team Leader",
    "심의관": "Deputy Director General",
    "정책관": "Director General",
    "담당관": "Director",
    "대변인": "Spokesperson",
    "부대변인": "Deputy Spokesperson",
    "홍보담당관": "Director for Public Relations",
    "감사관": "Inspector General",
    "정책보좌관": "Policy Advisor",
    "서기관": "Deputy Director",
    "사무관": "Deputy Director",
    "주무관": "Officer",
    # Committees and assemblies.
    "위원장": "Chairperson",
    "부위원장": "Vice Chairperson",
    "위원": "Committee Member",
    "의장": "Chairperson",
    "부의장": "Vice Chairperson",
    "의원": "Assembly Member",
    "국회의장": "National Assembly Speaker",
    "국회의원": "National Assembly Member",
    "도의원": "Provincial Council Member",
    "시의원": "City Council Member",
    "군의원": "County Council Member",
    "구의원": "District Council Member",
    # Justice and order.
    "대법원장": "Chief Justice",
    "법원장": "Chief Judge",
    "검찰총장": "Prosecutor General",
    "경찰서장": "Police Chief",
    "소방서장": "Fire Chief",
    # Abroad.
    "대사": "Ambassador",
    "총영사": "Consul General",
    "영사": "Consul",
    # Local government.
    "시장": "Mayor",
    "구청장": "Mayor",
    "군수": "County Governor",
    "도지사": "Governor",
    "지사": "Governor",
    "부시장": "Vice Mayor",
    "행정부시장": "Vice Mayor for Administrative Affairs",
    "정무부시장": "Vice Mayor for Political Affairs",
    "경제부시장": "Vice Mayor for Economic Affairs",
    "부지사": "Vice Governor",
    "행정부지사": "Vice Governor for Administrative Affairs",
    "정무부지사": "Vice Governor for Political Affairs",
    "경제부지사": "Vice Governor for Economic Affairs",
    "부군수": "Vice County Governor",
    "부구청장": "Vice Mayor",
    "보건소장": "Health Center Director",
    "읍장": "Town Head",
    "면장": "Township Head",
    "동장": "Neighborhood Head",
    "이장": "Village Head",
    "통장": "Neighborhood Leader",
    # Corporations, foundations and associations.
    "이사장": "Chairperson",
    "부이사장": "Vice Chairperson",
    "회장": "Chairperson",
    "부회장": "Vice Chairperson",
    "명예회장": "Honorary Chairperson",
    "협회장": "President",
    "조합장": "President",
    "은행장": "President",
    "총재": "President",
    "사장": "President",
    "부사장": "Vice President",
    "대표": "Representative",
    "대표이사": "CEO",
    "전무": "Executive Vice President",
    "상무": "Senior Vice President",
    "이사": "Director",
    "상임이사": "Executive Director",
    "감사": "Auditor",
    "사무총장": "Secretary General",
    "사무처장": "Secretary General",
    "사무국장": "Secretary General",
    "원장": "Director",
    "부원장": "Vice Director",
    "관장": "Director",
    "소장": "Director",
    "센터장": "Director",
    "본부장": "Director",
    "단장": "Director",
    "부장": "Manager",
    "지점장": "Branch Manager",
    "지사장": "Branch Manager",
    "병원장": "Hospital Director",
    "연구소장": "Director",
    # Schools and research.
    "교육감": "Superintendent",
    "부교육감": "Deputy Superintendent",
    "교육장": "District Superintendent",
    "총장": "President",
    "부총장": "Vice President",
    "학장": "Dean",
    "학과장": "Department Chair",
    "교장": "Principal",
    "교감": "Vice Principal",
    "교수": "Professor",
    "부교수": "Associate Professor",
    "조교수": "Assistant Professor",
    "명예교수": "Professor Emeritus",
    "석좌교수": "Chair Professor",
    "초빙교수": "Visiting Professor",
    "겸임교수": "Adjunct Professor",
    "연구위원": "Research Fellow",
    "선임연구위원": "Senior Research Fellow",
    "연구원": "Researcher",
    "선임연구원": "Senior Researcher",
    "책임연구원": "Principal Researcher",
    "수석연구원": "Chief Researcher",
    # Sports.
    "코치": "Coach",
    "선수": "Athlete",
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What somebody can be, and what stands before it.
_TITLE_WORDS = _words("""
    Administrator Advisor Adviser Ambassador Athlete Auditor CEO CFO COO CTO Chair Chairman
    Chairperson Chairwoman Chief Coach Commander Commissioner Consul Coordinator Counselor Curator
    Dean Director Editor Fellow Governor Head Inspector Judge Justice Lawmaker Leader Manager Mayor
    Member Minister Officer President Principal Professor Prosecutor Representative Researcher
    Secretary Speaker Spokesman Spokesperson Spokeswoman Superintendent Teacher Treasurer
    Acting Adjunct Assistant Associate Co Deputy Emeritus Executive First Former General Honorary
    Interim Managing Prime Second Senior Vice Visiting
""")
# What a title can be for without a name in it. National is not among them: it begins names.
_COMMON_WORDS = _words("""
    Administration Administrative Affairs Agriculture Assembly Board Branch Bureau Business Center
    City Climate Committee Communications Cooperation Coordination Council County Culture Defense
    Department Development Digital District Division Economic Education Employment Energy
    Environment External Family Finance Fire Fisheries Food Foreign Health Heritage Hospital Human
    Industry Information Infrastructure Innovation Interior International Justice Labor Land Legal
    Management Marketing Neighborhood Oceans Office Operations Personnel Planning Police Policy
    Political Provincial Public Relations Research Resources Safety Sales Science Secretariat Sports
    Staff Strategy Support Team Technology Tourism Town Township Trade Transportation Unification
    Village Welfare Youth
""")
_PREPOSITION = re.compile(r" (?:of|for|at) (?:the )?")
_WORD = re.compile(r"[\w&]+")


@functools.lru_cache(maxsize=2048)
def after_name(title: str) -> str:
    """The title as it stands after a name in AP style: Kim Bit-na, mayor of Jung-gu.

    What names a person's part is lower case, abbreviations and proper names keep their capitals:
    a word is a title's by _TITLE_WORDS, and any other is taken for part of a name unless all beside
    it are common ones. What the title is of or for is lower case where it is a field rather than a
    name: that of a ministry, or common words only.
    """
    of = _PREPOSITION.search(title)
    if of is None or not any(_is(word, _TITLE_WORDS) for word in title[: of.start()].split()):
        return _title_lowered(title)
    field = title[of.end() :]
    if field in _fields() or _all(field.split(), _TITLE_WORDS | _COMMON_WORDS):
        field = _lowered(field)
    return _title_lowered(title[: of.start()]) + of[0] + field


def _title_lowered(title: str) -> str:
    """The title's own words, which come last, and what is before them if no name is."""
    words = title.split(" ")
    own = len(words)
    while own and _is(words[own - 1], _TITLE_WORDS):
        own -= 1
    if _all(words[:own], _TITLE_WORDS | _COMMON_WORDS):
        own = 0
    return " ".join([*words[:own], *map(_lowered, words[own:])])


def _all(words: list[str], known: frozenset[str]) -> bool:
    return all(_is(word, known) for word in words)


def _is(word: str, known: frozenset[str]) -> bool:
    """Whether the word is one of those, each side of a hyphen by itself; one in lower case fits."""
    return all(part in known or part == part.lower() for part in _WORD.findall(word))


def _lowered(text: str) -> str:
    return _WORD.sub(lambda word: word[0] if _is_abbreviation(word[0]) else word[0].lower(), text)


def _is_abbreviation(word: str) -> bool:
    return word[1:] != word[1:].lower()


@functools.cache
def _fields() -> frozenset[str]:
    """What the ministries are for, by their names: Trade, Industry and Energy."""
    found = (re.fullmatch("Ministry of (?:the )?(.+)", name.english) for name in official_names())
    return frozenset(match[1] for match in found if match)
