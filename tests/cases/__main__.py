"""`python -m tests.cases`: what is said about each case that differs from its stderr.txt; `--accept` takes it over.

Read the difference before it is committed: the expectation is what a person decided to be right.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from case_runner import accept, case_folders, expected, run


def main(arguments: list[str]) -> int:
    """Compares or accepts the cases that are named, or all of them."""
    names = {argument for argument in arguments if not argument.startswith("-")}
    changed = 0
    for folder in case_folders():
        if names and folder.name not in names:
            continue
        was = expected(folder)
        if "--accept" in arguments:
            if not accept(folder):
                continue
            now = expected(folder)
        else:
            now = run(folder)[1]
        if now != was:
            changed += 1
            name = f"{folder.name}/stderr.txt"
            sys.stdout.writelines(difflib.unified_diff(was.splitlines(True), now.splitlines(True), name, name))
    print(f"{changed} cases {'accepted' if '--accept' in arguments else 'differ'}")
    return 0 if not changed or "--accept" in arguments else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
