"""Every lint rule against its own cases: SQL that must be found, at its place, and SQL that must not.

A case has `sql`, the text of the migration `1_change.sql`, and may have `rollback`, or `files` with several names.
`target` is the PostgreSQL version the files are for, 15 without a word.
`expect` lists all findings of the rule in reading order: `at` is LINE:COLUMN, with `FILE:` before it outside of the
migration; of the other keys those that are given are compared (`message` is a part of the message).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemagen.lint.engine import lint_files
from schemagen.lint.finding import Finding
from schemagen.lint.rule_folder import load_rules
from schemagen.lint.source import source_files

CASES = Path(__file__).parent / "rules"
RULES = Path(__file__).parent.parent / "generator" / "schemagen" / "lint" / "rules"
MIGRATION = "1_change.sql"


def _stems(folder: Path, suffix: str) -> set[str]:
    return {file.stem for file in folder.glob(f"*{suffix}") if file.stem != "__init__"}


@cache
def _cases(stem: str) -> dict[str, list[dict[str, Any]]]:
    cases: dict[str, list[dict[str, Any]]] = yaml.safe_load((CASES / f"{stem}.yaml").read_text(encoding="utf-8"))
    return cases


def _parameters(kind: str) -> list[Any]:
    return [
        pytest.param(stem, case, id=f"{stem}-{case['case']}")
        for stem in sorted(_stems(CASES, ".yaml"))
        for case in _cases(stem)[kind]
    ]


def _findings(stem: str, case: dict[str, Any]) -> list[Finding]:
    files = dict(case.get("files", {}))
    if "sql" in case:
        files[MIGRATION] = case["sql"]
    if "rollback" in case:
        files["1_change.rollback.sql"] = case["rollback"]
    found = lint_files(source_files(files), target_major=case.get("target", 15), baseline=None)
    return [finding for finding in found if finding.rule == stem.replace("_", "-")]


def test_every_rule_has_its_cases_and_every_file_of_cases_its_rule() -> None:
    assert _stems(RULES, ".py") == _stems(CASES, ".yaml")
    assert {name.replace("-", "_") for name in load_rules()} == _stems(RULES, ".py")


@pytest.mark.parametrize("stem", sorted(_stems(CASES, ".yaml")))
def test_file_of_cases_shows_both_sides(stem: str) -> None:
    cases = _cases(stem)
    assert set(cases) == {"fails", "passes"}
    assert all(case["expect"] for case in cases["fails"]) and cases["passes"]
    names = [case["case"] for kind in cases.values() for case in kind]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("stem", "case"), _parameters("fails"))
def test_rule_finds(stem: str, case: dict[str, Any]) -> None:
    found = _findings(stem, case)
    places = [f"{f.position.path.removeprefix(MIGRATION)}:{f.position.line}:{f.position.column}" for f in found]
    assert [place.removeprefix(":") for place in places] == [expected["at"] for expected in case["expect"]], found
    for finding, expected in zip(found, case["expect"], strict=True):
        assert finding.object == expected.get("object", finding.object)
        assert finding.severity.value == expected.get("severity", finding.severity.value)
        assert finding.lock == expected.get("lock", finding.lock)
        assert expected.get("message", "") in finding.message
        assert finding.message and not finding.message.endswith(".")
        assert finding.help


@pytest.mark.parametrize(("stem", "case"), _parameters("passes"))
def test_rule_lets_pass(stem: str, case: dict[str, Any]) -> None:
    assert _findings(stem, case) == []


@pytest.mark.parametrize("name", sorted(load_rules()))
def test_page_of_a_rule_begins_with_one_sentence(name: str) -> None:
    rule = load_rules()[name]
    assert rule.summary.endswith(".") and len(rule.summary) <= 120
    assert rule.page.count("\n\n") >= 1
