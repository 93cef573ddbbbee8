"""The specification of the first input in, changed in places if a test wants that, its ten files out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schemagen.build import build

ROOT = Path(__file__).parents[2]
PATH = "spec/pharma_roles.yaml"


def build_files(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The migrations by file name. `changes` replace texts of the specification, each of which must be there."""

    def read(path: str) -> str:
        text = (ROOT / path).read_text(encoding="utf-8")
        if path == PATH:
            for old, new in (changes or {}).items():
                assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
                text = text.replace(old, new)
        return text

    made = build(PATH, read, only=frozenset({"migrations"}), lint=False)
    assert made.files, "\n".join(str(diagnostic) for diagnostic in made.diagnostics)
    return {path.rsplit("/", 1)[-1]: text for path, text in made.files.items()}
