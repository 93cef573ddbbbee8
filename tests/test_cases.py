"""Every folder under tests/cases: what is said about its schema is what its stderr.txt says."""

from __future__ import annotations

from pathlib import Path

import pytest

from case_runner import case_folders, expected, run


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    project, said = run(folder)
    assert said == expected(folder)
    assert (project is None) == ("error[" in said)
    for line in said.splitlines():
        if "error[" in line or "warning[" in line:
            # A position is a file of the case, a line and a column, never a bare message.
            path, row, column = line.split(":", 3)[:3]
            assert (folder / path).exists() and int(row) >= 1 and int(column) >= 1
