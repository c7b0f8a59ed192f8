"""Models of random weights, translated with for real; and what keeps a model from being used."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pressgen.translation.engines import Answer, EngineSettings, NotReadyError, open_engine
from pressgen.translation.engines.model_folder import find_model, models_folder, read_model
from pressgen.translation.engines.offline import Model
from tests.translation.engines.tiny_model import (
    LAYOUTS,
    METADATA,
    SENTENCES,
    make_model,
    require_offline,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.conftest import Program

TEXTS = SENTENCES[:2]
WITHOUT_SOCKETS = """
import sys

def watch(event, arguments):
    if event.startswith("socket."):
        sys.exit(f"opened a socket: {event} {arguments}")

sys.addaudithook(watch)
from pressgen.translation.engines import EngineSettings, open_engine
engine = open_engine("offline", EngineSettings(model=sys.argv[1]))
[answer] = engine.translate(["이사장은 모두에게 문을 열겠다고 말했다."])
print(answer.text)
"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model of this machine's own."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def translated(folder: Path, texts: Sequence[str] = TEXTS) -> list[Answer]:
    engine = open_engine("offline", EngineSettings(model=str(folder)))
    try:
        assert (engine.host, engine.leaves_house) == ("", False)
        return list(engine.translate(texts))
    finally:
        engine.close()


def one_reason(answers: Sequence[Answer]) -> str:
    [reason] = {answer.reason for answer in answers}
    assert reason.startswith("오프라인 번역 모델: ")
    assert len(reason.splitlines()) == 1
    return reason


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_translates(tmp_path: Path, layout: str) -> None:
    require_offline()
    folder = make_model(tmp_path / "model", layout)
    answers = translated(folder)
    assert all(answer.text and answer.engine == "offline" for answer in answers)
    tokens = LAYOUTS[layout].tokens
    assert not any(token in str(answer.text) for token in tokens for answer in answers)
    assert translated(folder) == answers
    assert [translated(folder, [text])[0] for text in TEXTS] == answers


@pytest.mark.parametrize(
    ("layout", "before", "after", "prefix"),
    [
        ("argos", (), (), ()),
        ("argos with prefix", (), (), ("<en>",)),
        ("OPUS-MT", (), (), ()),
        ("OPUS-MT by way of Transformers", (), ("</s>",), ()),
        ("NLLB", ("kor_Hang",), ("</s>",), ("eng_Latn",)),
        ("M2M-100", ("__ko__",), (), ("__en__",)),
    ],
)
def test_a_sentence_has_the_tokens_that_its_model_needs(
    tmp_path: Path,
    layout: str,
    before: tuple[str, ...],
    after: tuple[str, ...],
    prefix: tuple[str, ...],
) -> None:
    require_offline()
    folder = read_model(make_model(tmp_path / "model", layout))
    assert (folder.before, folder.after, folder.prefix) == (before, after, prefix)
    pieces = Model(folder).pieces(TEXTS[0])
    assert pieces[: len(before)] == list(before)
    assert pieces[len(pieces) - len(after) :] == list(after)


def test_no_socket_is_opened(tmp_path: Path) -> None:
    require_offline()
    folder = make_model(tmp_path / "model")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_SOCKETS, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) > 10


def test_what_cannot_be_translated_fails_alone(tmp_path: Path) -> None:
    require_offline()
    folder = make_model(tmp_path / "model")
    answers = translated(folder, [TEXTS[0], "가 " * 600, " ", "\ud83d", TEXTS[1]])
    assert [bool(answer.text) for answer in answers] == [True, False, False, False, True]
    assert "너무 길어" in answers[1].reason


def test_a_translation_without_end_is_none(tmp_path: Path) -> None:
    require_offline()
    assert "빈 답" in one_reason(translated(make_model(tmp_path / "model", endless=True)))


def test_what_is_too_long_for_a_small_model_is_told(tmp_path: Path) -> None:
    require_offline()
    folder = make_model(tmp_path / "model", positions=8)
    assert "번역하지 못했습니다(No position encodings" in one_reason(translated(folder))


@pytest.mark.parametrize("content", [b"", b"garbage" * 100])
@pytest.mark.parametrize(
    ("file", "word"),
    [("model/model.bin", "번역하지 못했습니다"), ("sentencepiece.model", "나누지 못했습니다")],
)
def test_a_broken_file_is_a_reason(tmp_path: Path, file: str, word: str, content: bytes) -> None:
    require_offline()
    folder = make_model(tmp_path / "model")
    (folder / file).write_bytes(content)
    assert word in one_reason(translated(folder))


def test_a_confidential_release_is_translated_in_the_house(
    workspace: Path, pressgen: Program, tmp_path: Path
) -> None:
    require_offline()
    folder = make_model(tmp_path / "model")
    (workspace / "pressgen.toml").write_text(
        f'engine = "offline"\n[engines.offline]\nmodel = "{folder.as_posix()}"\n', encoding="utf-8"
    )
    (workspace / "events" / "event.yaml").write_text(
        "kind: certification\nreleased: 2026-11-09\nconfidential: true\n"
        "organization: {ko: 하늘재단, en: Haneul Foundation}\nhead: {title: 이사장, name: 한보람}\n"
        "obtained: 2026-11-02\naward: {ko: 열린 인증, en: Open Certification}\n"
        "host: {ko: 하늘협회, en: Haneul Association}\nquote: 모두에게 문을 열겠다\n",
        encoding="utf-8",
    )
    pressgen("build", "--at", "2026-11-23")
    [draft] = workspace.glob(".pressgen/drafts/**/release.json")
    assert '"offline"' in draft.read_text("utf-8")
    assert not (workspace / ".pressgen" / "sent.log").exists()


@pytest.mark.parametrize("package", ["ctranslate2", "sentencepiece"])
def test_without_its_packages_it_says_how_to_install_them(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(NotReadyError, match="pip install ctranslate2 sentencepiece"):
        open_engine("offline", EngineSettings())


def fake(folder: Path, *files: str) -> Path:
    """A folder with these files, which hold just enough to be looked at."""
    for name in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}", encoding="utf-8")
    return folder


def test_which_model_is_meant() -> None:
    with pytest.raises(NotReadyError, match="engines install"):
        find_model(None)
    first = fake(models_folder() / "first", "metadata.json")
    assert find_model(None) == first
    fake(models_folder() / ".installing-x", "metadata.json")
    second = fake(models_folder() / "second", "model.bin")
    with pytest.raises(NotReadyError, match="first, second"):
        find_model(None)
    assert find_model("second") == second
    assert find_model(str(first)) == first
    with pytest.raises(NotReadyError, match=r"third\. 설치된 것: first, second"):
        find_model("third")


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ((), "model.bin이 없습니다"),
        (("model.bin",), "SentencePiece"),
        (("model.bin", "source.spm", "a.model"), "SentencePiece"),
        (("model.bin", "a.model"), "어휘"),
        (("model.bin", "a.model", "shared_vocabulary.json"), "NLLB"),
        (("model.bin", "a.model", "shared_vocabulary.txt"), "NLLB"),
        (("model/model.bin", "a.model", "metadata.json"), "한국어를 영어로"),
    ],
)
def test_a_missing_part_is_told(tmp_path: Path, files: tuple[str, ...], word: str) -> None:
    with pytest.raises(NotReadyError, match=word):
        read_model(fake(tmp_path / "model", *files))


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "[]",
        "[" * 100_000,
        json.dumps({**METADATA, "from_code": "en", "to_code": "ko"}),
        json.dumps({**METADATA, "to_code": ["en"]}),
        json.dumps({**METADATA, "type": "sbd"}),
    ],
)
def test_metadata_of_another_kind_is_refused(tmp_path: Path, metadata: str) -> None:
    folder = fake(tmp_path / "model", "model/model.bin", "sentencepiece.model")
    (folder / "metadata.json").write_text(metadata, encoding="utf-8")
    with pytest.raises(NotReadyError):
        read_model(folder)
