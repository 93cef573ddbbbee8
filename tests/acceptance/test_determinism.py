"""The same specification gives the same bytes: in other folders, with other hash seeds, locales and time zones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from acceptance.facts import STEMS
from acceptance.specification import ROOT

ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "USER": "one"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "USER": "two", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


def built(
    folder: Path, environment: dict[str, str], *, where: str = ".", spec: str = "spec", out: str = "out"
) -> dict[str, bytes]:
    """Copy the specification to a folder, build it with the command, and read everything that is in out/.

    The command is started in the folder `where`, with paths as they lead from there.
    """
    shutil.copytree(ROOT / "spec", folder / "spec")
    command = [sys.executable, "-m", "schemagen", "build", f"{spec}/pharma_roles.yaml", "--out", out]
    done = subprocess.run(
        command,
        cwd=folder / where,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(folder / "out").as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    first = built(tmp_path / "a", ENVIRONMENTS[0])
    for phase in STEMS:
        for suffix in (".sql", ".rollback.sql"):
            assert f"migrations/{STEMS[phase]}{suffix}" in first
    for number, environment in enumerate(ENVIRONMENTS[1:]):
        folder = tmp_path / f"another folder {number} é" / "deeper"
        folder.mkdir(parents=True)
        assert built(folder, environment) == first
    (tmp_path / "absolute").mkdir()
    spec, out = (str(tmp_path / "absolute" / name) for name in ("spec", "out"))
    assert built(tmp_path / "absolute", {}, spec=spec, out=out) == first
    (tmp_path / "below" / "src").mkdir(parents=True)
    assert built(tmp_path / "below", {}, where="src", spec="../spec", out="../out") == first
    for path, content in first.items():
        assert str(tmp_path).encode() not in content, path
        assert b"\r" not in content, path
        content.decode("utf-8")
