"""The catalogue check finds each way a catalogue can fall behind the sources."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import REPOSITORY

SOURCE = """
print(_("Hello {name}"))
print(_.plural("{n} offer", "{n} offers", 3))
"""
HEADER = 'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
FORMS = {
    "de": ["{n} Angebot", "{n} Angebote"],
    "ru": ["{n} предложение", "{n} предложения", "{n} предложений"],
    "ar": ["لا عروض", "عرض واحد", "عرضان", "{n} عروض", "{n} عرضًا", "{n} عرض"],
}


def catalogue(language: str) -> str:
    forms = "\n".join(f'msgstr[{number}] "{form}"' for number, form in enumerate(FORMS[language]))
    return (
        HEADER.format(language=language)
        + f'msgid "Hello {{name}}"\nmsgstr "{language} {{name}}"\n\n'
        + f'msgid "{{n}} offer"\nmsgid_plural "{{n}} offers"\n{forms}\n'
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(SOURCE)
    for language in FORMS:
        path = tmp_path / "geodata" / "locale" / language / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True)
        path.write_text(catalogue(language))
    return tmp_path


def run(module: str, *, project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module],
        cwd=project,
        env={"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_whole_catalogues_pass(project: Path) -> None:
    answer = run("tools.check_catalogues", project=project)
    assert (answer.returncode, answer.stdout) == (0, "2 messages, all translated into de, ru, ar.\n"), answer.stderr


@pytest.mark.parametrize(
    ("language", "old", "new", "fault"),
    [
        ("de", 'msgid "Hello {name}"\nmsgstr "de {name}"\n', "", "'Hello {name}' is missing"),
        ("ru", 'msgstr "ru {name}"', 'msgstr ""', "'Hello {name}' is not translated"),
        ("ar", 'msgstr "ar {name}"', 'msgstr "ar {nam}"', "'Hello {name}' takes ['nam'] where the source has ['name']"),
        ("de", 'msgstr "de {name}"', 'msgstr "de"', "'Hello {name}' takes [] where the source has ['name']"),
        ("de", 'msgid "Hello', '#, fuzzy\nmsgid "Hello', "'Hello {name}' is fuzzy"),
        ("ru", 'msgstr[2] "{n} предложений"\n', "", "('{n} offer', '{n} offers') is not translated"),
        ("ar", 'msgstr[3] "{n} عروض"', 'msgstr[3] "عروض"', "('{n} offer', '{n} offers') takes []"),
        ("de", 'msgid "Hello', 'msgid "Gone"\nmsgstr "Fort"\n\nmsgid "Hello', "'Gone' is in no source"),
        ("de", 'msgid "Hello', '#~ msgid "Old"\n#~ msgstr "Alt"\n\nmsgid "Hello', "'Old' is obsolete"),
    ],
)
def test_a_fault_is_found(project: Path, language: str, old: str, new: str, fault: str) -> None:
    path = project / "geodata" / "locale" / language / "LC_MESSAGES" / "messages.po"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    answer = run("tools.check_catalogues", project=project)
    assert answer.returncode == 1, answer.stderr
    assert [line for line in answer.stdout.splitlines() if fault in line and f"/{language}/" in line], answer.stdout


def test_make_catalogues_brings_new_messages_and_drops_gone_ones(project: Path) -> None:
    (project / "app.py").write_text('print(_("Good day"))\n')
    assert run("tools.catalogues", project=project).returncode == 0
    text = (project / "geodata" / "locale" / "de" / "LC_MESSAGES" / "messages.po").read_text()
    assert 'msgid "Good day"\nmsgstr ""' in text
    assert "Hello" not in text
