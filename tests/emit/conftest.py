"""The fixtures' files, compiled once for all tests of this folder that run in one process."""

from __future__ import annotations

from pathlib import Path

import pytest

from emit import fixtures, node


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `<fixture>/types/*.ts`, and below `compiled/` the JavaScript made from it by TypeScript 7."""
    folder = tmp_path_factory.mktemp("types")
    files = {
        f"{name}/{path}": text for name, make in fixtures.ALL.items() for path, text in node.emit_all(make()).items()
    }
    node.write(folder, files)
    assert node.compile_with(folder, "7") == ""
    return folder
