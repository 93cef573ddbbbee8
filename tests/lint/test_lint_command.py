"""`schemagen lint` as people and programs call it: paths, formats, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schemagen.cli.main import main

LOCK = "LOCK TABLE public.orders;\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out" / "migrations").mkdir(parents=True)
    return tmp_path / "out" / "migrations"


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.sql").write_text(text, encoding="utf-8")


def test_default_is_the_folder_of_the_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, **{"1_a": "CREATE TABLE t (a int);", "1_a.rollback": "DROP TABLE t;"})
    assert main(["lint"]) == 0
    assert capsys.readouterr().out == "2 files: nothing found\n"


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_severity_decides_about_the_exit_code(
    folder: Path, fail_on: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(folder, a=LOCK)
    assert main(["lint", "--fail-on", fail_on]) == code
    shown = capsys.readouterr().err
    assert "out/migrations/a.sql:1:1: warning[lock-on-existing-table]: public.orders" in shown
    assert "  1 | LOCK TABLE public.orders;" in shown
    assert shown.endswith("1 warning\n")


def test_errors_of_every_file_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, a="SELEKT 1;", b="SELECT 'é' FROM FROM;")
    assert main(["lint", "out/migrations/a.sql", "out/migrations"]) == 1
    shown = capsys.readouterr().err
    assert "a.sql:1:1: error[syntax-error]" in shown and "b.sql:1:17: error[syntax-error]" in shown
    assert shown.endswith("2 errors\n")


def test_json_is_one_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(folder, **{"7_a": LOCK})
    assert main(["lint", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], document["files"], len(document["diagnostics"])) == (True, 1, 1)
    finding = document["diagnostics"][0]
    assert {key: finding[key] for key in ("code", "severity", "line", "column", "object", "lock", "phase")} == {
        "code": "lock-on-existing-table", "severity": "warning", "line": 1, "column": 1, "object": "public.orders",
        "lock": "ACCESS EXCLUSIVE", "phase": 1,
    }  # fmt: skip


def test_file_that_is_no_text_is_named_and_the_others_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.sql").write_bytes("SELECT 1;\nSELECT 'é".encode() + b"\xff';")
    _write(folder, b="SELEKT 1;")
    assert main(["lint"]) == 1
    shown = capsys.readouterr().err
    assert "a.sql:2:10: error[not-utf-8]" in shown and "b.sql:1:1: error[syntax-error]" in shown


@pytest.mark.parametrize("arguments", [["nowhere.sql"], ["--target", "9"], ["--explain", "no-such-rule"], ["empty"]])
def test_wrong_calls(folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main(["lint", *arguments]) == 2
    assert capsys.readouterr().err


def test_missing_default_folder_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lint"]) == 2
    assert "run schemagen build" in capsys.readouterr().err


def test_rules_explain_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--list-rules"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(listed) and "syntax-error" in listed
    for name in listed:
        assert main(["lint", "--explain", name]) == 0
        assert capsys.readouterr().out.startswith(name)
    assert main(["lint", "--explain", "foreign-key-under-forc"]) == 2
    assert "did you mean 'foreign-key-under-force'?" in capsys.readouterr().err
    assert main(["lint", "--list-rules", "--format", "json"]) == 0
    assert [rule["rule"] for rule in json.loads(capsys.readouterr().out)["rules"]] == listed
