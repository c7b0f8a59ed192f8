"""What goes to an engine, what is made of its answers, and what is left pending: over a real socket."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from pressgen.archive.report import Progress
from pressgen.story import Origin, Role
from pressgen.translation.memory import Remembered
from pressgen.translation.sqlite_memory import SqliteMemory
from tests.translation.engines.google_server import GoogleServer
from tests.translation.engines.loopback import Fault
from tests.translation.support import AT, Office, english_of, sent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KIND = """\
label: {ko: 개관, en: Opening}
about: {ko: 문을 엽니다., en: A house opens.}
fields:
  organization: {type: organization, required: true, label: {ko: 기관, en: Organization}}
  head:
    type: group
    required: true
    label: {ko: 대표, en: Head}
    fields:
      title: {type: title, required: true, label: {ko: 직위, en: Title}}
      name: {type: person, required: true, label: {ko: 성명, en: Name}}
  award: {type: term, label: {ko: 상, en: Award}}
  about: {type: text, label: {ko: 소개, en: About}}
  quote: {type: text, label: {ko: 말, en: Quotation}}
"""
TEMPLATE = """\
{% extends "kinds/base.jinja" %}
{% block headline %}문을 열다{% endblock %}
{% block lead %}{{ organization }}({{ head.title }} {{ head.name }})이(가) 문을 열었다.{% endblock %}
{% block body %}
{% if award %}{{ organization }}{{ award }}은(는) 크다.{% endif %}

{% if about %}{{ about }}{% endif %}
{% endblock %}
{% block quote %}{% if quote %}{{ head.name }}은(는) “{{ quote }}”이라고(라고) 했다.{% endif %}{% endblock %}
"""
EVENT = """\
kind: opening
slug: {slug}
released: 2026-11-09
organization: {{ko: {organization}, en: {english}, article: the}}
head: {{title: 이사장, name: {name}}}
"""
LEAD = "QXA(QXB QXC)이 문을 열었다."
ANSWERS = {
    "문을 열다": "Doors open",
    LEAD: "QXA (QXB QXC) opened a door.",
    LEAD.replace(")이", ")가"): "QXA (QXB QXC) opened a door.",
    "QXA은 “QXB”라고 했다.": "QXA said, “QXB.”",
    "QXA은 “QXB”고 했다.": "QXA said, “QXB.”",
    "잘하겠습니다.": "We will do well.",
    "고맙다": "Thank you",
}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def office(workspace: Path) -> Office:
    """A workspace with a kind of its own that has no catalog."""
    office = Office(workspace)
    office.write("templates/kinds/opening/kind.yaml", KIND)
    office.write("templates/kinds/opening/ko.jinja", TEMPLATE)
    office.write("templates/kinds/opening/example.yaml", "kind: opening\n")
    return office


def write_event(office: Office, more: str = "", **given: str) -> None:
    facts = {"slug": "event", "organization": "한빛원", "english": "Hanbit", "name": "한보람"}
    facts |= given
    office.write(f"events/{facts['slug']}.yaml", EVENT.format(**facts) + more)


def google(answers: Mapping[str, str] | None = None) -> GoogleServer:
    """A server that knows these answers, and else those above; Korean that it does not know fails."""
    return GoogleServer({**ANSWERS, **(answers or {})}.__getitem__)


def english(office: Office, slug: str = "event") -> list[dict[str, Any]]:
    data = json.loads(office.read("json", slug))
    return [one for paragraph in data["english"] for one in paragraph["segments"]]


def texts(office: Office, slug: str = "event") -> list[str | None]:
    return [one["en"] for one in english(office, slug)]


def codes(office: Office, slug: str = "event") -> list[str]:
    release = office.release((office.folder / f"events/{slug}.yaml").read_text("utf-8"))
    return [one.code for one in office.pipeline().findings(release, AT)]


def test_a_sentence_of_a_template_is_translated_once(office: Office) -> None:
    write_event(office, "about: 고맙다\nquote: 잘하겠습니다.\n")
    with google() as server:
        office.build(server)
        sentences = ["고맙다", "잘하겠습니다."]
        assert sent(server) == [*sentences, "문을 열다", LEAD, "QXA은 “QXB”라고 했다."]
        assert texts(office) == [
            "Doors open",
            "The Hanbit (Chairperson Han Bo-ram) opened a door.",
            "Thank you",
            "Han Bo-ram said, “We will do well.”",
        ]
        before = office.read("txt")
        office.build(server)
        assert len(sent(server)) == 5
        assert office.read("txt") == before

        write_event(
            office,
            "about: 반갑다.\nquote: 고맙다\n",
            slug="second",
            organization="새빛협회",
            english="Saebit",
            name="남궁솔",
        )
        server.translate = {"반갑다.": "Welcome."}.__getitem__
        office.build(server)
        assert sent(server)[5:] == ["반갑다."]
    assert texts(office, "second") == [
        "Doors open",
        "The Saebit (Chairperson Namgung Sol) opened a door.",
        "Welcome.",
        "Namgung Sol said, “Thank you.”",
    ]


def test_no_fact_leaves_the_house(office: Office) -> None:
    write_event(office, "about: 한빛원은 한보람 이사장과 컸다.\n")
    with google({"QXA은 QXB과 컸다.": "The QXA grew with QXB."}) as server:
        office.build(server)
        assert not re.search("한빛원|한보람|Hanbit|이사장", "\n".join(server.requests))
    assert texts(office)[2] == "The Hanbit grew with Chairperson Han Bo-ram."


def test_facts_that_touch_each_other_have_tokens_of_their_own(office: Office) -> None:
    write_event(office, "award: {ko: 큰상, en: Grand Award}\n")
    with google({"QXA QXB은 크다.": "The QXB of QXA is great."}) as server:
        office.build(server)
        assert "QXA QXB은 크다." in sent(server)
    assert texts(office)[2] == "Grand Award of the Hanbit is great."


def test_lost_tokens_are_asked_about_once_more_with_english_in_their_place(office: Office) -> None:
    write_event(office, "about: 한빛원은 컸다.\n")
    second = "Hanbit(Chairperson Han Bo-ram)이 문을 열었다."
    answers = {
        "QXA은 컸다.": "Q. X. A. has grown.",
        "Hanbit은 컸다.": "Hanbit has grown.",
        LEAD: "It opened a door.",
        second: "The Hanbit (Chairperson Han Bo-ram) opened a door.",
    }
    with google(answers) as server:
        office.build(server)
        assert sent(server) == ["QXA은 컸다.", "Hanbit은 컸다.", "문을 열다", LEAD, second]
        office.build(server)
        assert len(sent(server)) == 5
        write_event(office, slug="second", organization="새빛협회", english="Saebit")
        office.build(server)
        assert len(sent(server)) == 5  # the second answer made a pattern too
    assert texts(office)[1:] == [
        "The Hanbit (Chairperson Han Bo-ram) opened a door.",
        "The Hanbit has grown.",
    ]
    assert texts(office, "second")[1] == "The Saebit (Chairperson Han Bo-ram) opened a door."


def test_what_is_lost_twice_waits_with_its_reason(office: Office) -> None:
    write_event(office, "about: 한빛원은 컸다. 고맙다\n")
    answers = {"QXA은 컸다.": "It has grown.", "Hanbit은 컸다.": "The bank has grown."}
    with google(answers) as server:
        office.build(server)
    lost, kept = english(office)[2:]
    assert (lost["en"], lost["origin"]) == (None, "pending")
    assert "이름이나 수가 빠지거나" in lost["reason"]
    assert kept["en"] == "Thank you"
    assert "[번역 대기] 한빛원은 컸다. Thank you" in office.read("txt")
    assert codes(office) == ["pending"]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.TOO_MANY, "429"),
        (Fault.HANG, "제때"),
        (Fault.ERROR_TEXT, "오류"),
        (Fault.ECHO, "번역되지 않은"),
        (Fault.CUT_PAGE, "끊겼습니다"),
    ],
)
def test_a_failing_engine_leaves_the_korean(office: Office, fault: Fault, words: str) -> None:
    write_event(office, "about: 고맙다\n")
    with GoogleServer(fault=fault) as server:
        report = office.build(server)
    assert report.problems == []
    assert texts(office) == [None, None, None]
    assert all(words in one["reason"] for one in english(office)), english(office)
    with google() as server:
        office.build(server)
    assert None not in texts(office)


def test_what_came_before_the_failure_is_kept(office: Office) -> None:
    write_event(office, "about: 고맙다\n")
    with google() as server:
        server.fault, server.after = Fault.TOO_MANY, 1
        office.build(server)
        assert sent(server)[0] == "고맙다"
    assert texts(office) == [None, None, "Thank you"]
    with google() as server:
        office.build(server)
        assert "고맙다" not in sent(server)


@pytest.mark.parametrize("told", [3, 24])
def test_an_interrupted_build_keeps_what_it_was_told(office: Office, told: int) -> None:
    sentences = [f"{number}째다." for number in range(1, 31)]
    write_event(office, f"about: {' '.join(sentences)}\n")

    def interrupt(done: int, of: int) -> None:
        if done == told:
            raise KeyboardInterrupt

    with google({one: f"No. {one[:-3]}." for one in sentences}) as server:
        with pytest.raises(KeyboardInterrupt):
            office.build(server, progress=Progress(translated=interrupt))
        asked = len(sent(server))
        office.build(server)
        assert sent(server)[asked:][: 30 - told] == sentences[told:]
    assert texts(office)[2:] == [f"No. {number}." for number in range(1, 31)]


def test_a_name_that_runs_into_a_figure_is_asked_about_again(office: Office) -> None:
    write_event(office, "about: 한빛원은 컸다.\n")
    with google({"QXA은 컸다.": "2QXA grew.", "Hanbit은 컸다.": "Hanbit grew."}) as server:
        office.build(server)
    assert texts(office)[2] == "The Hanbit grew."


def test_a_sentence_of_a_template_that_loses_a_term_waits(office: Office) -> None:
    write_event(office)
    office.write("glossary.csv", "ko,en\n문,Gate\n")
    second = "Hanbit(Chairperson Han Bo-ram)이 문을 열었다."
    answers = {
        "QXA을 열다": "QXA opens",
        LEAD: "QXA (QXB QXC) opened his door.",
        second: "Hanbit (Chairperson Han Bo-ram) opened his door.",
    }
    with google(answers) as server:
        office.build(server)
    assert texts(office)[1] is None
    assert "이름이나 수가 빠지거나" in english(office)[1]["reason"]


def test_a_pronoun_makes_no_pattern_but_each_sentence_has_its_english(office: Office) -> None:
    write_event(office)
    write_event(office, slug="second", organization="새빛협회", english="Saebit", name="남궁솔")
    answer = "QXA (QXB QXC) opened his door."
    with google({LEAD: answer, LEAD.replace(")이", ")가"): answer}) as server:
        office.build(server)
        count = len(sent(server))
        office.build(server)
        assert len(sent(server)) == count
    assert texts(office)[1] == "The Hanbit (Chairperson Han Bo-ram) opened his door."
    assert texts(office, "second")[1] == "The Saebit (Chairperson Namgung Sol) opened his door."
    memory = SqliteMemory(office.folder / ".pressgen" / "memory.sqlite")
    pattern = english(office)[1]["pattern"]
    assert memory.find(pattern, reviewed=False) is None


def test_an_organization_without_english_is_a_term_to_look_at(office: Office) -> None:
    event = EVENT.format(slug="event", organization="한빛원", english="Hanbit", name="한보람")
    event = event.replace("{ko: 한빛원, en: Hanbit, article: the}", "한빛원")
    office.write("events/event.yaml", event + "about: 한빛원은 컸다.\n")
    answers = {"한빛원": "Hanbit Institute.", "QXA은 컸다.": "QXA has grown."}
    with google(answers) as server:
        office.build(server)
        assert sent(server)[0] == "한빛원"
    assert texts(office)[1:] == [
        "Hanbit Institute (Chairperson Han Bo-ram) opened a door.",
        "Hanbit Institute has grown.",
    ]
    assert codes(office) == ["term-machine"]


@pytest.mark.parametrize(
    ("answer", "english"),
    [
        ("Hanbit Institute.", "Hanbit Institute"),
        ("Hanbit Electronics Co., Ltd.", "Hanbit Electronics Co., Ltd."),
        ("Hanbit U.S.A.", "Hanbit U.S.A."),
    ],
)
def test_a_name_has_no_full_stop(office: Office, answer: str, english: str) -> None:
    office.write(
        "events/event.yaml",
        EVENT.format(slug="event", organization="한빛원", english="x", name="한보람").replace(
            "{ko: 한빛원, en: x, article: the}", "한빛원"
        ),
    )
    with google({"한빛원": answer}) as server:
        office.build(server)
    assert texts(office)[1] == f"{english} (Chairperson Han Bo-ram) opened a door."


def test_a_term_that_failed_takes_its_sentences_with_it(office: Office) -> None:
    write_event(office, "award: 큰상\nabout: 큰상은 크다. 고맙다\n")
    with google({"큰상": "큰상", "QXA QXB은 크다.": "QXB of QXA is great."}) as server:
        office.build(server)
        assert "큰상은 크다." not in sent(server)
    assert texts(office)[2:] == [None, None, "Thank you"]
    assert "번역되지 않은" in english(office)[2]["reason"]
    assert "번역되지 않은" in english(office)[3]["reason"]


def test_a_corrected_glossary_leads_to_a_new_translation(office: Office) -> None:
    write_event(office, "about: 위도는 컸다. 고맙다\n")
    office.write("glossary.csv", "ko,en\n위도,Widow\n")
    with google({"QXA는 컸다.": "QXA has grown."}) as server:
        office.build(server)
        assert texts(office)[2] == "Widow has grown."
        office.write("glossary.csv", "ko,en\n위도,Wi Island\n")
        asked = len(sent(server))
        office.build(server)
        assert sent(server)[asked:] == ["QXA는 컸다."]
        assert texts(office)[2:] == ["Wi Island has grown.", "Thank you"]


def test_what_people_approved_is_never_sent(office: Office) -> None:
    write_event(office, "about: 한빛원은 컸다. 고맙다\n")
    office.write(
        "translations/en.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "한빛원은 컸다."\nmsgstr "It has grown."\n',
    )
    memory = SqliteMemory(office.folder / ".pressgen" / "memory.sqlite")
    memory.remember([Remembered("고맙다", "Many thanks.", "", reviewed=True)], AT)
    with google() as server:
        office.build(server)
        assert sent(server) == ["문을 열다", LEAD]
    assert texts(office)[2:] == ["It has grown.", "Many thanks."]
    assert [one["origin"] for one in english(office)[2:]] == ["catalog", "reviewed"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("confidential: true\n", "대외비"),
        ("embargo: 2026-12-01 09:00\n", "엠바고"),
    ],
)
def test_what_is_not_out_is_not_sent(office: Office, line: str, words: str) -> None:
    write_event(office, line + "about: 고맙다\n")
    with google() as server:
        office.build(server)
        assert server.connections == 0
    [draft] = office.folder.glob(".pressgen/drafts/*/*/*-event/release.json")
    segments = [p["segments"] for p in json.loads(draft.read_text("utf-8"))["english"]]
    assert all(words in one["reason"] for some in segments for one in some)


@pytest.mark.parametrize("line", ["confidential: true\n", "embargo: 2026-12-01 09:00\n"])
def test_what_is_not_out_is_sent_where_the_user_says_so(office: Office, line: str) -> None:
    write_event(office, line + "about: 고맙다\n")
    with google() as server:
        office.build(server, allow_public=True)
        assert "고맙다" in sent(server)


def test_what_one_engine_could_not_translate_goes_to_the_next(office: Office) -> None:
    write_event(office, "about: 고맙다\n")
    with GoogleServer(fault=Fault.TOO_MANY) as first, google() as second:
        office.build(first, second)
        assert len(first.requests) == 1
        assert sent(second) == ["고맙다", "문을 열다", LEAD]
    assert None not in texts(office)


def test_a_fact_that_one_engine_lost_is_tried_with_the_next(office: Office) -> None:
    write_event(office, "about: 고맙다\n")
    lossy = {LEAD: "It opened.", "Hanbit(Chairperson Han Bo-ram)이 문을 열었다.": "It opened."}
    with google(lossy) as first, google() as second:
        office.build(first, second)
        assert sent(second) == [LEAD]
    assert "The Hanbit (Chairperson Han Bo-ram) opened a door." in texts(office)


def test_english_of_the_event_asks_for_nothing(office: Office) -> None:
    write_event(office, "about: {ko: 고맙다, en: Thanks a lot}\n")
    with google() as server:
        office.build(server)
        assert sent(server) == ["문을 열다", LEAD]
    release = office.release((office.folder / "events/event.yaml").read_text("utf-8"))
    [about] = english_of(release, Role.BODY)
    assert (about.english, about.origin) == ("Thanks a lot", Origin.EVENT)
