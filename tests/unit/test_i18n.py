"""Words come in the chosen language, and the translation file is kept in step with the code."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from planner.i18n import language, set_language, system_language, tr

ROOT = Path(__file__).resolve().parents[2]
TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context><name></name>
{}</context></TS>"""


@pytest.fixture(autouse=True)
def _language_put_back() -> Iterator[None]:
    before = language()
    yield
    set_language(before)


@pytest.fixture(scope="module")
def strings() -> ModuleType:
    spec = spec_from_file_location("strings_tool", ROOT / "packaging" / "strings.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def message(source: str, translation: str, state: str = "") -> str:
    kind = f' type="{state}"' if state else ""
    return f"<message><source>{source}</source><translation{kind}>{translation}</translation></message>"


def test_english_is_the_text_of_the_code() -> None:
    set_language("en")
    assert tr("Loans") == "Loans"


def test_chinese_comes_from_the_translation_file() -> None:
    set_language("zh")
    assert tr("Loans") == "借款"
    assert tr("{count} rows").format(count=3) == "3 笔"


def test_a_text_without_translation_stays_english() -> None:
    set_language("zh")
    assert tr("Surely nobody translated this") == "Surely nobody translated this"


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        set_language("fr")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("zh_CN", "zh"), ("Chinese (Simplified)_China", "zh"), ("en_GB", "en"), ("C", "en"), (None, "en")],
)
def test_the_system_speaks_chinese_or_english(
    locale: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (locale, None))
    assert system_language() == expected


def test_a_finished_file_has_no_faults(strings: ModuleType) -> None:
    code = {"a.py": 'tr("Paid {amount}").format(amount=1)'}
    assert strings.faults(code, TS.format(message("Paid {amount}", "已还 {amount}"))) == []


@pytest.mark.parametrize(
    ("messages", "fault"),
    [
        ("", "not in the file: Paid {amount}"),
        (message("Paid {amount}", "", "unfinished"), "unfinished: Paid {amount}"),
        (message("Paid {amount}", ""), "empty: Paid {amount}"),
        (message("Paid {amount}", "已还"), "other placeholders: Paid {amount} | 已还"),
        (message("Paid {amount}", "已还 {amount}") + message("Gone", "没了"), "no longer in the code: Gone"),
    ],
)
def test_what_is_not_done_is_named(strings: ModuleType, messages: str, fault: str) -> None:
    assert strings.faults({"a.py": 'tr("Paid {amount}")'}, TS.format(messages)) == [fault]


@pytest.mark.parametrize("call", ['tr(f"Paid {amount}")', "tr(words)", 'tr("Context", "text")'])
def test_only_plain_strings_can_be_translated(strings: ModuleType, call: str) -> None:
    (fault,) = strings.faults({"a.py": call}, TS.format(""))
    assert fault.startswith("a.py:1: tr() takes one plain string")


def test_texts_joined_by_the_compiler_are_one(strings: ModuleType) -> None:
    assert list(strings.texts('tr(\n    "one "\n    "text"\n)')) == [(1, "one text")]
