"""The project as a whole: checkers find nothing, and no file names a package registry or one machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_SCRIPTS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "-m", "ruff", "check", "--output-format=concise", "."], id="ruff"),
        pytest.param([sys.executable, "-m", "mypy", "--strict", "--no-error-summary"], id="mypy"),
        pytest.param([str(_SCRIPTS / "lint-imports"), "--no-logo", "--no-cache"], id="lint-imports"),
    ],
)
def test_checker_finds_nothing(command: list[str]) -> None:
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_continuous_integration_calls_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert lines[0] == "#!/usr/bin/env bash"
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


@cache
def _tracked_texts() -> dict[str, str]:
    """Path to text of every file that git tracks or would track; the lists below are about those."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    texts: dict[str, str] = {}
    for name in sorted(set(listing.stdout.decode().split("\0")) - {""}):
        path = ROOT / name
        if path.is_file():
            texts[name] = path.read_text(encoding="utf-8", errors="replace")
    assert "pyproject.toml" in texts
    return texts


# Each pattern is written so that it does not match its own text.
_REGISTRY = [
    r'"resolved"\s*:\s*"[h]ttp',
    r"(?:extra-)?index[-_]url\s*[=:]\s*\S*[:]//",
    r"--(?:extra-)?index[-]url[ =]\S",
    r"--find[-]links[ =]\S",
    r"^\s*registry\s*[=]",
    r"[h]ttps?://[^/\s\"']*(?:registry|pypi|npmjs|pythonhosted)",
]
_MACHINE = [
    r"(?<![\w.~*/}-])/(?:root|work)(?:/|(?=[\s\"'`:]|$))",
    r"(?<![\w.~*/}-])/(?:home|Users)/[a-z]\w*",
    r"(?<![\w.~*/}-])/tmp/\w",
]


@pytest.mark.parametrize("pattern", _REGISTRY + _MACHINE)
def test_no_tracked_file_names_a_registry_or_a_place_of_one_machine(pattern: str) -> None:
    expression = re.compile(pattern, re.MULTILINE)
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in _tracked_texts().items()
        for match in expression.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    list(
        zip(
            _REGISTRY + _MACHINE,
            [
                '"resolved": ' + '"https://host/x.tgz"',
                "extra-index-" + "url = https://host/simple",
                "--index-" + "url https://host",
                "--find-" + "links wheels",
                "registry" + "=x",
                "http" + "s://files.pythonhosted.org/x",
                '"/wo' + 'rk/project"',
                "/ho" + "me/somebody/x",
                "/t" + "mp/x",
            ],
            strict=True,
        )
    ),
)
def test_pattern_finds_what_it_is_for(pattern: str, text: str) -> None:
    assert re.search(pattern, text, re.MULTILINE)


def test_wheel_holds_the_package_and_every_template(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = tmp_path.glob("schemagen_postgres-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    templates = {f"schemagen/{name}" for name in _tracked_texts() if name.startswith("templates/")}
    prefix = "generator/"
    package = {name.removeprefix(prefix) for name in _tracked_texts() if name.startswith(prefix)}
    assert templates
    assert (templates | package) - held == set()
    assert {name.split("/")[0] for name in held} == {"schemagen", wheel.name.split("-py3")[0] + ".dist-info"}


@pytest.mark.parametrize("folder", [".", "bench"])
def test_npm_versions_are_exact_and_the_lock_agrees(folder: str) -> None:
    package = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    wanted = package["devDependencies"]
    assert all(re.fullmatch(r"(npm:\w+@)?\d+\.\d+\.\d+", version) for version in wanted.values())
    assert lock["packages"][""]["devDependencies"] == wanted
    without_hash = [path for path, entry in lock["packages"].items() if path and "integrity" not in entry]
    assert without_hash == []


def test_python_lock_has_exact_versions_with_hashes_and_holds_every_dependency() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    locked: dict[str, str] = {}
    for entry in entries:
        match = re.match(r"([a-z0-9-]+)==(\S+)( ; .*?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*$", entry)
        assert match, entry[:120]
        locked[match[1]] = match[2]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for requirement in project["project"]["dependencies"] + project["dependency-groups"]["dev"]:
        name = re.split(r"[\[~=<>!; ]", requirement)[0].lower().replace("_", "-")
        exact = re.search(r"==([\w.]+)", requirement.split(";")[0])
        assert name in locked
        assert exact is None or locked[name] == exact[1], requirement
