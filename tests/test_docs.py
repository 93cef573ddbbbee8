"""The pages of the guide: what they show is built, what they say comes out does, and what they name exists.

A block of YAML is a specification, or a part of one: it is laid over the first block of `docs/specification.md` (in
README.md over `spec/pharma_roles.yaml`), mapping into mapping. A first line `# refused: a-code` says that it must be
refused with that code, `# warned: a-code` that it gives that warning; `# a/path.yaml` makes it a file of seed rows.
A block of SQL stands in the migrations of the block of YAML before it, paragraph by paragraph, whatever the spaces.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from schemagen.build import OUTPUTS, TYPES, Build, build
from schemagen.cli.command_folder import schemagen
from schemagen.cli.commands.build import FOLDERS
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.spec.models.specification import Specification
from schemagen.spec.source import read_document

ROOT = Path(__file__).resolve().parent.parent
GUIDE = tuple(
    path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.md")) if path.name != "benchmarks.md"
)
PAGES = ("README.md", *GUIDE)

_FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"# (refused|warned): ([a-z-]+)\n")
_FILE = re.compile(r"# ([\w/]+\.(?:yaml|json))\n")


@dataclass(frozen=True)
class Block:
    """One fenced block of a page; `line` is that of its fence."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


@cache
def _blocks(page: str) -> tuple[Block, ...]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return tuple(Block(page, text.count("\n", 0, m.start()) + 1, m[1], m[2]) for m in _FENCE.finditer(text))


def _all(language: str) -> list[Block]:
    found = [block for page in PAGES for block in _blocks(page) if block.language == language]
    assert found, f"no page has a block of {language}"
    return found


def _specifications() -> list[Block]:
    return [block for block in _all("yaml") if not _FILE.match(block.text)]


def _value(path: str, text: str) -> Any:
    document, findings = read_document(path, text)
    assert document is not None, [finding.message for finding in findings]
    assert not findings, [f"{finding.position}: {finding.message}" for finding in findings]
    return document.value


@cache
def _beneath(page: str) -> str:
    """The path of the specification that the parts on a page are laid over, and that paths of seed files start at."""
    return "spec/pharma_roles.yaml" if page == "README.md" else "docs/specification.md"


@cache
def _base(page: str) -> Any:
    path = _beneath(page)
    if page == "README.md":
        return _value(path, (ROOT / path).read_text(encoding="utf-8"))
    first = next(block for block in _blocks(path) if block.language == "yaml")
    return _value(path, first.text)


def _laid_over(below: Any, above: Any) -> Any:
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    # Of the ways to say where a session has its tenant there can be one only.
    return {**below, **{k: v if k == "from" else _laid_over(below.get(k), v) for k, v in above.items()}}


def _plain(number: object) -> float:
    assert isinstance(number, Decimal)
    return float(number)


@cache
def _built(block: Block) -> Build:
    """What comes of a block of YAML together with what it is laid over and the seed files that its page shows."""
    path = _beneath(block.page)
    whole = _laid_over(_base(block.page), _value(str(block), block.text))
    files = {
        f"{Path(path).parent}/{mark[1]}": other.text
        for other in _blocks(block.page)
        if other.language == "yaml" and (mark := _FILE.match(other.text))
    }

    def read(name: str) -> str:
        if name == "docs/block.json" or name == "spec/block.json":
            return json.dumps(whole, default=_plain)
        if name in files:
            return files[name]
        return (ROOT / name).read_text(encoding="utf-8")

    return build(f"{Path(path).parent}/block.json", read)


@pytest.mark.parametrize("block", _specifications(), ids=str)
def test_what_is_shown_builds(block: Block) -> None:
    built = _built(block)
    said = "\n".join(format_diagnostic(diagnostic, built.sources) for diagnostic in built.diagnostics)
    mark = _MARK.match(block.text)
    if mark is None:
        assert not built.diagnostics, said
        assert built.files
        return
    severity = Severity.ERROR if mark[1] == "refused" else Severity.WARNING
    assert {(d.code, d.severity) for d in built.diagnostics} == {(mark[2], severity)}, said


def _with_yaml_before() -> Iterator[tuple[Block, Block]]:
    for page in PAGES:
        before: Block | None = None
        for block in _blocks(page):
            if block.language == "yaml":
                before = block
            elif block.language == "sql" and not block.text.startswith("-- by hand"):
                assert before is not None, f"{block}: no block of YAML before it"
                yield before, block


@pytest.mark.parametrize(("source", "block"), list(_with_yaml_before()), ids=str)
def test_the_sql_that_is_shown_comes_out(source: Block, block: Block) -> None:
    written = " ".join(" ".join(_built(source).files.values()).split())
    for paragraph in re.split(r"\n\s*\n", block.text.strip()):
        wanted = " ".join(paragraph.split())
        assert wanted in written, f"{block}: the block of YAML at line {source.line} does not give\n{paragraph}"


def test_the_readme_shows_a_part_of_the_first_input() -> None:
    for block in _blocks("README.md"):
        if block.language == "yaml":
            shown = _value(str(block), block.text)
            assert _laid_over(_base("README.md"), {**shown, "moves": _base("README.md")["moves"]}) == _base("README.md")
            assert all(move in _base("README.md")["moves"] for move in shown["moves"])


def _commands() -> Iterator[tuple[Block, list[str]]]:
    for block in _all("sh"):
        for line in block.text.splitlines():
            words = line.split("#")[0].split()
            if words:
                yield block, words


def test_commands_that_are_shown_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    seen = set()
    for block, words in _commands():
        seen.add(words[0])
        if words[0] == "make":
            assert words[1] in targets, f"{block}: make {words[1]}"
        elif words[0] == "schemagen":
            _check_command(block, words[1:])
        else:
            assert words[0] in {"psql", "for", "done", "export"}, f"{block}: {words[0]}"
    assert {"make", "schemagen", "psql"} <= seen


def test_commands_named_in_the_text_exist() -> None:
    for page in PAGES:
        text = _FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
        for command in re.findall(r"`schemagen ([a-z][^`]*)`", text):
            _check_command(Block(page, 0, "", ""), command.split())


def _check_command(block: Block, words: list[str]) -> None:
    assert isinstance(schemagen, click.Group)
    context = click.Context(schemagen)
    command = schemagen if words[0].startswith("-") else schemagen.get_command(context, words[0])
    assert command is not None, f"{block}: schemagen has no command {words[0]}"
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    for word in words:
        if word.startswith("-"):
            assert word.split("=")[0] in known, f"{block}: schemagen {words[0]} has no option {word}"


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_that_are_named_are_there(page: str) -> None:
    text = _FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    named = {path for path in re.findall(r"`([\w./-]+/[\w./-]*)`", text) if path.split("/")[0] in _FOLDERS}
    assert len(named) > 5
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_output_has_a_folder_that_only_can_choose() -> None:
    assert set(FOLDERS) == {*OUTPUTS, *TYPES}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        path = (ROOT / page).parent / file if file else ROOT / page
        assert path.exists(), f"{page}: {target}"
        if anchor:
            titles = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
            assert anchor in anchors, f"{page}: {target}"


def _keys(model: Any, seen: set[Any]) -> Iterator[tuple[str, str]]:
    """Every key of the language with the model that it belongs to."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name, model.__name__
        for part in _parts(field.annotation):
            yield from _keys(part, seen)


def _parts(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)


def test_every_key_of_the_language_is_in_the_guide() -> None:
    text = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in GUIDE)
    shown = "\n".join(block.text for page in GUIDE for block in _blocks(page) if block.language == "yaml")
    quoted = " ".join(re.findall(r"`([^`\n]+)`", _FENCE.sub("", text)))
    keys = dict(_keys(Specification, set()))
    assert len(keys) > 100
    missing = {
        f"{model}.{key}"
        for key, model in keys.items()
        if not re.search(rf"(?<![\w$]){re.escape(key)}(?!\w)", quoted)
        and not re.search(rf"(?<![\w$]){re.escape(key)}:\s", shown)
    }
    assert not missing


def test_the_guide_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page for page in GUIDE if f"]({page})" not in readme] == []
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["readme"] == "README.md"
