"""What lies among the migrations and is not of schemagen's making, and links that lead out of where things belong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from schemagen.cli.main import main

SPEC = """\
schemagen: 1
name: shop
version: 1.0.0
description: A shop
postgres: 15
migrations: {first_version: 1}
existing: {roles: [seller]}
tables:
  goods:
    columns: {code: {type: text, primary_key: true}}
    seed: {file: seed/goods.yaml, key: [code]}
    access: {roles: {seller: all}}
"""
STRANGER = "out/migrations/2_stranger.sql"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built project."""
    folder = tmp_path / "project"
    (folder / "spec" / "seed").mkdir(parents=True)
    (folder / "spec" / "shop.yaml").write_text(SPEC, encoding="utf-8")
    (folder / "spec" / "seed" / "goods.yaml").write_text("- {code: tea}\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("schemagen.cli.main._handle_signals", lambda: None)
    monkeypatch.setattr("schemagen.cli.main._never_fail_to_print", lambda: None)
    assert main(["build"]) == 0
    return folder


@pytest.fixture
def stranger(place: Path) -> Path:
    """A file of somebody else's in the folder of the migrations."""
    path = place / STRANGER
    path.write_text("DROP TABLE goods;\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"], ["build", "--only", "migrations"]])
@pytest.mark.parametrize("again", [False, True])
def test_build_names_it(
    arguments: list[str], again: bool, stranger: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if again:
        # With and without the short way of a build that changes nothing.
        assert main(arguments) == 0
    else:
        shutil.rmtree(place.parent / "cache")
    capsys.readouterr()
    assert main(arguments) == 0
    shown = capsys.readouterr().err
    assert f"{STRANGER}:1:1: warning[foreign-file]: " in shown and "1 | DROP TABLE goods;" in shown
    assert main([*arguments, "--format", "json"]) == 0
    [warning] = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (warning["code"], warning["path"]) == ("foreign-file", STRANGER)
    assert stranger.read_text(encoding="utf-8") == "DROP TABLE goods;\n"


def test_files_of_every_kind_count(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = place / "out" / "migrations"
    (folder / "deep").mkdir()
    for name in ("notes.txt", "deep/x.sql", ".hidden.sql", ".gitkeep"):
        (folder / name).write_bytes(b"\xff")
    (folder / "link").symlink_to(place / "spec")
    (place / "out" / "types" / "mine.ts").write_text("", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "--format", "json"]) == 0
    named = [warning["path"] for warning in json.loads(capsys.readouterr().out)["diagnostics"]]
    assert named == [f"out/migrations/{name}" for name in (".hidden.sql", "deep/x.sql", "link", "notes.txt")]
    assert main(["types", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []


def test_lint_looks_at_it_and_says_whose_it_is(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], [STRANGER], ["out"]):
        assert main(["lint", *arguments]) == 1
        shown = capsys.readouterr().err
        assert f"{STRANGER}:1:1: info[foreign-file]: " in shown
        assert f"{STRANGER}:1:1: error[drop-without-rollback]: " in shown
    stranger.unlink()
    Path("elsewhere.sql").write_text("SELECT 1;\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["lint", "elsewhere.sql"]) == 0
    assert "foreign-file" not in capsys.readouterr().err


def test_lint_says_when_the_manifest_says_nothing(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out/.schemagen-manifest.json").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    main(["lint"])
    assert capsys.readouterr().err.count("out/.schemagen-manifest.json:1:1: warning[foreign-file]") == 1


@pytest.mark.slow
def test_prove_neither_runs_nor_passes_over_it(stranger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["prove"]) == 0
    printed = capsys.readouterr()
    assert f"{STRANGER}:1:1: warning[foreign-file]: " in printed.err and "it is not run" in printed.err
    assert main(["prove", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [warning["path"] for warning in report["diagnostics"]] == [STRANGER]
    assert stranger.name not in {step["file"] for step in report["steps"]}


def test_a_seed_file_that_is_a_link_out_of_the_folder(
    place: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    shutil.move(place / "spec" / "seed", outside)
    (place / "spec" / "seed").mkdir()
    for link, target in (("seed/goods.yaml", outside / "goods.yaml"), ("seed", outside)):
        path = place / "spec" / link
        if path.is_dir():
            shutil.rmtree(path)
        path.symlink_to(target)
        for command in ("build", "types", "prove"):
            capsys.readouterr()
            assert main([command]) == 1
            assert "spec/shop.yaml:11:18: error[seed-outside]: " in capsys.readouterr().err
        path.unlink()
        path.parent.mkdir(exist_ok=True)
    # A link that stays inside is none of anybody's business.
    for folder in ("seed", "rows"):
        (place / "spec" / folder).mkdir(exist_ok=True)
    shutil.move(outside / "goods.yaml", place / "spec" / "rows" / "real.yaml")
    (place / "spec" / "seed" / "goods.yaml").symlink_to("../rows/real.yaml")
    assert main(["build"]) == 0


def test_a_specification_that_is_a_link_is_what_was_asked_for(place: Path) -> None:
    Path("link.yaml").symlink_to("spec/shop.yaml")
    Path("seed").mkdir()
    shutil.copy("spec/seed/goods.yaml", "seed/goods.yaml")
    assert main(["build", "link.yaml", "--out", "other"]) == 0


def test_a_seed_file_that_is_no_file(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = place / "spec" / "seed" / "goods.yaml"
    path.unlink()
    os.mkfifo(path)
    capsys.readouterr()
    assert main(["build"]) == 2
    assert "spec/shop.yaml:11:18: error[unreadable-file]: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "what", ["migrations", "migrations/1_shop_schema.sql", "types/zod.ts", ".schemagen-manifest.json"]
)
@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"], ["build", "--force"]], ids=" ".join)
def test_no_path_leaves_the_output_folder(
    what: str, arguments: list[str], place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside, outside = place / "out" / what, tmp_path / "outside"
    shutil.move(inside, outside)
    inside.symlink_to(outside)
    files = [outside] if outside.is_file() else sorted(outside.iterdir())
    before = {path: path.read_bytes() for path in files}
    for text in (SPEC, SPEC.replace("A shop", "Another shop").replace("text", "varchar(9)")):
        (place / "spec" / "shop.yaml").write_text(text, encoding="utf-8")
        capsys.readouterr()
        assert main(arguments) != 0
        shown = capsys.readouterr().err
        assert what in shown and ("symbolic link" in shown or "is not a manifest" in shown)
    assert {path: path.read_bytes() for path in files} == before
    assert sorted(outside.iterdir()) == files if outside.is_dir() else inside.is_symlink()


@pytest.mark.skipif(shutil.which("setpriv") is None or os.geteuid() != 0, reason="needs another user to be")
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(place: Path) -> None:
    """For root every folder can be read, so the calls are made without that privilege."""
    folder = place / "out" / "migrations"
    folder.chmod(0)
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    for command in (["prove"], ["lint"], ["lint", "out"], ["build"], ["build", "--check"], ["build", "--force"]):
        run = subprocess.run(
            [*drop, sys.executable, "-m", "schemagen", *command], capture_output=True, text=True, check=False
        )
        assert run.returncode == 2
        assert run.stderr.startswith("schemagen: out/migrations") and run.stderr.endswith(": Permission denied\n")
