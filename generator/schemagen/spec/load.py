"""A specification and the seed files that it names come in as texts; checked models with positions go out."""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Position, has_errors, sort_diagnostics
from schemagen.records import dataclass
from schemagen.spec.places import Loc, written
from schemagen.spec.source import Document, decode, read_document

if TYPE_CHECKING:
    from schemagen.spec.models.specification import Specification

Read = Callable[[str], "str | bytes"]


class OutsideFolder(OSError):
    """What `read` raises for a file whose real place is not below the folder of the specification."""


@dataclass(frozen=True, slots=True)
class LoadedSeed:
    """One seed file. `path` is where it was read, as it stands in messages; `name` begins at the specification."""

    path: str
    name: str
    document: Document


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A specification that keeps to the language; whether it makes sense is for resolve to find out.

    Where some of it does not, `complete` is false, those parts are left out and `taken_out` has the names on the way
    to them: then it serves to find more mistakes, and nothing else. `seeds` has the seed files by their names as they
    stand in the specification, `sources` the texts of all files by their paths, for messages that show a line.
    """

    path: str
    specification: Specification
    document: Document
    seeds: Mapping[str, LoadedSeed]
    sources: Mapping[str, str]
    complete: bool = True
    taken_out: frozenset[str] = frozenset()

    def locate(self, loc: Loc, *, key: bool = False) -> Position:
        """The place of a value of the main document, or of its key; steps into a short form mean what stands there."""
        if len(loc) > _SHALLOW or (loc and type(loc[-1]) is int):
            loc = written(self.document.value, loc)
        return self.document.position(loc, key=key)


_SHALLOW = 6
"""Locs of up to this many steps, as that of a check of a column, lead into a short form only by an item's number."""


def load(path: str, read: Read) -> tuple[LoadedSpec | None, list[Diagnostic]]:
    """Reads the specification at `path` and every seed file that it names.

    `read` gives the content of a file, or raises OSError: OutsideFolder for one that it must not follow. Returns the
    specification, None where nothing can be made of it, and all findings in reading order; with an error among them it
    is not `complete`.
    """
    loaded, findings, _sources = load_with_sources(path, read)
    return loaded, findings


def load_with_sources(path: str, read: Read) -> tuple[LoadedSpec | None, list[Diagnostic], dict[str, str]]:
    """As `load`, with the texts of all files that could be read, by path."""
    sources: dict[str, str] = {}
    document, findings = _document(path, read, sources, Position(path, 1, 1))
    if document is None:
        return None, sort_diagnostics(findings), sources
    collecting = gc.isenabled()
    # What is built here stays alive: the collector would only walk over it again and again.
    gc.disable()
    try:
        from schemagen.spec.validation import validate

        validated = validate(document)
        findings = without_echoes(findings, validated.diagnostics)
        seeds: dict[str, LoadedSeed] = {}
        for name, place in _seed_names(document):
            if name in seeds:
                continue
            seed_path = _inside(path, name)
            if seed_path is None:
                help = "write a path below that folder, with forward slashes, such as seed/skills.yaml"
                findings.append(_outside(name, "is not", place, help))
                continue
            try:
                seed, problems = _document(seed_path, read, sources, place)
            except OutsideFolder:
                help = "put the file itself there, in place of the link"
                findings.append(_outside(name, "leads through a symbolic link to a place that is not", place, help))
                continue
            findings += problems
            if seed is not None:
                seeds[name] = LoadedSeed(seed_path, posixpath.normpath(name), seed)
    finally:
        if collecting:
            gc.enable()
    findings = sort_diagnostics(findings)
    if validated.specification is None:
        return None, findings, sources
    complete = not has_errors(findings)
    loaded = LoadedSpec(path, validated.specification, document, seeds, sources, complete, validated.taken_out)
    return loaded, findings, sources


def _outside(name: str, how: str, place: Position, help: str) -> Diagnostic:
    return Diagnostic("seed-outside", f"the seed file '{name}' {how} in the folder of the specification", place, help)


def _document(
    path: str, read: Read, sources: dict[str, str], named_at: Position
) -> tuple[Document | None, list[Diagnostic]]:
    """The document at a path; where it cannot be read, an error at the place that names it."""
    try:
        content = read(path)
    except OutsideFolder:
        raise
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return None, [Diagnostic("unreadable-file", f"cannot read '{path}': {reason}", named_at)]
    if isinstance(content, bytes):
        text, findings = decode(path, content)
        if text is None:
            return None, findings
    else:
        text = content
    sources[path] = text
    return read_document(path, text)


def without_echoes(reading: list[Diagnostic], checking: list[Diagnostic]) -> list[Diagnostic]:
    """Both lists as one, with one finding for each place: what the language says about a key tells more than that
    the key is no text, and what cannot be read needs no second word."""
    better = {finding.position for finding in checking if finding.code == "unknown-key"}
    kept = [f for f in reading if f.code != "key-not-text" or f.position not in better]
    taken = {finding.position for finding in kept}
    return kept + [finding for finding in checking if finding.position not in taken]


def _seed_names(document: Document) -> Iterator[tuple[str, Position]]:
    """The names of seed files and their places, also in a document that is wrong elsewhere."""
    if not isinstance(document.value, dict):
        return
    for kind in ("tables", "reference_tables", "junction_tables"):
        tables = document.value.get(kind)
        if not isinstance(tables, dict):
            continue
        for table, content in tables.items():
            seed = content.get("seed") if isinstance(content, dict) else None
            name = seed.get("file") if isinstance(seed, dict) else seed
            if isinstance(name, str):
                yield name, document.position((kind, table, "seed", "file"))


def _inside(spec_path: str, name: str) -> str | None:
    """The path of a seed file, or None where it leaves the folder of the specification."""
    normal = posixpath.normpath(name)
    outside = normal.startswith(("/", "../")) or normal in {"..", "."} or "\\" in name or ":" in name
    if outside or not name.strip():
        return None
    return posixpath.join(posixpath.dirname(spec_path.replace("\\", "/")), normal)
