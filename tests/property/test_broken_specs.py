"""A mistake anywhere in a specification: never an exception, always an error where the mistake is."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from property.breaking import changed, mistakes, row_mistakes
from property.specifications import Drawn, specifications
from schemagen.build import Build, build
from schemagen.diagnostics import Severity
from schemagen.records import replace

_NEAR = 6
"""How many lines an error may stand before the line that was changed: at the head of the block that it is about."""

_SETTINGS = settings(
    max_examples=max(1, settings().max_examples // 2),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
_BROKEN_YAML = (
    "\t- tab", "'", '"', "{", "]", "a: b: c", "? [", "&a *b", "!!python/object:os.system x", "%YAML 9", "*none",
    "\x07", "key", "- item", ": ", "<<: *x", "...", "---\nx",
)  # fmt: skip


@_SETTINGS
@given(specifications(), st.data())
def test_mistake_in_the_specification_is_refused_where_it_is(drawn: Drawn, data: st.DataObject) -> None:
    found = mistakes(drawn.spec)
    sort = data.draw(st.sampled_from(sorted(found)))
    change = data.draw(st.sampled_from(found[sort]))
    broken = drawn.with_spec(changed(drawn.spec, change))
    _assert_refused(broken, drawn.files[drawn.path], drawn.path, sort)


@_SETTINGS
@given(specifications().filter(lambda drawn: bool(drawn.seeds)), st.data())
def test_mistake_in_a_seed_row_is_refused_where_it_is(drawn: Drawn, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(drawn.seeds)))
    rows, key = drawn.seeds[path]
    found = row_mistakes(rows, key)
    sort = data.draw(st.sampled_from(sorted(found)))
    broken = drawn.with_seed(path, changed(rows, data.draw(st.sampled_from(found[sort]))))
    _assert_refused(broken, drawn.files[path], path, sort)


@_SETTINGS
@given(specifications(), st.data())
def test_broken_text_is_never_an_exception(drawn: Drawn, data: st.DataObject) -> None:
    lines = drawn.files[drawn.path].split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = data.draw(st.sampled_from(_BROKEN_YAML) | st.text(max_size=5)) + lines[number]
    broken = replace(drawn, files={**drawn.files, drawn.path: "\n".join(lines)})
    _assert_positions(build(broken.path, broken.read, only=frozenset(), lint=False), broken.files)


@_SETTINGS
@given(specifications(), st.data())
def test_text_that_ends_too_early_is_never_an_exception(drawn: Drawn, data: st.DataObject) -> None:
    text = drawn.files[drawn.path]
    cut = text[: data.draw(st.integers(0, len(text)))]
    broken = replace(drawn, files={**drawn.files, drawn.path: cut})
    _assert_positions(build(broken.path, broken.read, only=frozenset(), lint=False), broken.files)


def test_bytes_that_are_no_text_are_refused() -> None:
    for content in (b"\xff\xfe\x00", b"name: \xc3\x28", b"\x00", b"", b"\xef\xbb\xbf"):
        built = build("schema.yaml", lambda path, content=content: content)
        assert any(d.severity is Severity.ERROR for d in built.diagnostics), content


def _assert_refused(broken: Drawn, before: str, path: str, sort: str) -> None:
    """At least one error, all of them at places that there are, and one near the lines that differ."""
    built = build(broken.path, broken.read, only=frozenset(), lint=False)
    assert built.files == {}
    _assert_positions(built, broken.files)
    errors = [d for d in built.diagnostics if d.severity is Severity.ERROR]
    first, last = _changed_lines(before, broken.files[path])
    near = [d for d in errors if d.position.path == path and first - _NEAR <= d.position.line <= last + 1]
    said = [f"{d.position}: {d.code}: {d.message}" for d in errors]
    assert near, f"{sort} at lines {first} to {last} of {path}: {said}\n{broken.files[path]}"


def _assert_positions(built: Build, files: Mapping[str, str]) -> None:
    for found in built.diagnostics:
        place = found.position
        assert place.path in files, found
        lines = files[place.path].split("\n")
        assert 1 <= place.line <= len(lines) + 1, found
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        assert 1 <= place.column <= len(line) + 1, found
        assert found.message.strip(), found


def _changed_lines(before: str, after: str) -> tuple[int, int]:
    """The first and the last line, from one, in which the second text differs from the first."""
    old, new = before.split("\n"), after.split("\n")
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    ends = zip(reversed(old[first:]), reversed(new[first:]), strict=False)
    same = next((n for n, (a, b) in enumerate(ends) if a != b), 0)
    return first + 1, max(first + 1, len(new) - same)
