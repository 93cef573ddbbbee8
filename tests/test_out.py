"""What is committed in out/ is what the specification gives, and the files in it lint without a warning."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "arguments",
    [("build", "--check"), ("schema", "--check", "-o", "spec/schemagen.schema.json"), ("lint", "--fail-on", "warning")],
    ids=["out", "json-schema", "lint"],
)
def test_committed_files_are_current(arguments: tuple[str, ...]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "schemagen", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
