"""Knowing that a build would change nothing: in, a specification and an output folder; out, yes or no, quickly.

A note in the user's cache folder holds the hashes of what the last clean build read (the specification, its seed files,
schemagen itself) and of what it wrote. It is only ever a reason to skip work: without it, everything is built.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from schemagen.cli.specification import reader
from schemagen.output.plan import MANIFEST

_FORMAT = 1


def is_up_to_date(spec: str, out: str, options: Iterable[str]) -> int | None:
    """How many files there are when nothing would change; None when that is not known for certain."""
    try:
        note = json.loads(_note_path(spec, out, options).read_bytes())
        if note["format"] != _FORMAT or note["code"] != _code_hash():
            return None
        read = reader(spec)
        if any(_digest(read(path)) != digest for path, digest in note["read"].items()):
            return None
        folder = Path(out).resolve()
        for path, digest in note["written"].items():
            # A link in place of a file is not what a build wrote, whatever it leads to.
            place = Path(out, path).resolve()
            if place != folder / path or _digest(place.read_bytes()) != digest:
                return None
        return len(note["written"]) - 1
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(spec: str, out: str, options: Iterable[str], read: Iterable[str], files: Mapping[str, str]) -> None:
    """Note a clean build that has just been written. What cannot be noted is only built again next time."""
    try:
        note = {
            "format": _FORMAT,
            "code": _code_hash(),
            "read": {path: _digest(Path(path).read_bytes()) for path in read},
            "written": {path: _digest(Path(out, path).read_bytes()) for path in (*files, MANIFEST)},
        }
        path = _note_path(spec, out, options)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        temporary.write_text(json.dumps(note), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        # A read-only home is no reason to fail a build.
        return


def _note_path(spec: str, out: str, options: Iterable[str]) -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    # The path as it was given counts too: those of the files that were read begin as it does.
    key = json.dumps([spec, str(Path(spec).resolve()), str(Path(out).resolve()), sorted(options)])
    return Path(base, "schemagen", "builds", hashlib.sha256(key.encode()).hexdigest()[:32] + ".json")


def _code_hash() -> str:
    """A hash of schemagen's own modules and templates and of the Python that runs them."""
    package = Path(__file__).resolve().parent.parent
    templates = package / "templates" if (package / "templates").is_dir() else package.parent.parent / "templates"
    digest = hashlib.sha256(sys.version.encode())
    for folder, suffix in ((package, ".py"), (templates, ".j2")):
        for path in sorted(_files(folder, suffix)):
            digest.update(path.encode() + b"\0" + Path(path).read_bytes())
    return digest.hexdigest()


def _files(folder: Path, suffix: str) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (os.path.join(place, name) for name in names if name.endswith(suffix))  # noqa: PTH118 - speed


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
