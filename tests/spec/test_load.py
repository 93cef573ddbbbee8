"""Reading a specification: what the loader adds to the texts of diagnostics, which tests/cases shows."""

from __future__ import annotations

from collections.abc import Callable

from schemagen.spec.load import load, load_with_sources

HEADER = """schemagen: 1
name: library
version: 1.0.0
description: Books
postgres: 15
migrations: {first_version: 1}
"""


def reader(files: dict[str, str | bytes]) -> Callable[[str], str | bytes]:
    def read(path: str) -> str | bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path]

    return read


def test_seed_files_are_read_beside_the_specification() -> None:
    text = HEADER + "tables:\n  books: {columns: {id: uuid}, seed: ./rows/../books.yaml}\n"
    loaded, found = load(
        "some/folder/spec.yaml", reader({"some/folder/spec.yaml": text, "some/folder/books.yaml": "[]"})
    )
    assert found == []
    assert loaded is not None and loaded.complete
    assert loaded.seeds["./rows/../books.yaml"].path == "some/folder/books.yaml"


def test_a_seed_file_cannot_leave_the_folder() -> None:
    for path in ("../x.yaml", "a/../../x.yaml", "/x.yaml", "C:/x.yaml", "a\\..\\x.yaml", "..", "."):
        text = HEADER + f"tables:\n  books: {{columns: {{id: uuid}}, seed: '{path}'}}\n"
        asked: list[str] = []

        def read(name: str, text: str = text, asked: list[str] = asked) -> str:
            asked.append(name)
            return text

        _loaded, found = load("folder/spec.yaml", read)
        assert [finding.code for finding in found] == ["seed-outside"], path
        assert asked == ["folder/spec.yaml"]


def test_an_unreadable_specification_is_a_diagnostic() -> None:
    loaded, found = load("spec.yaml", reader({}))
    assert loaded is None
    assert [(f.code, str(f.position)) for f in found] == [("unreadable-file", "spec.yaml:1:1")]


def test_the_texts_come_back_even_when_nothing_can_be_made_of_them() -> None:
    loaded, found, sources = load_with_sources("spec.yaml", reader({"spec.yaml": "- a list"}))
    assert loaded is None
    assert [finding.code for finding in found] == ["wrong-value"]
    assert sources == {"spec.yaml": "- a list"}


def test_json_and_yaml_give_the_same_model() -> None:
    yaml = HEADER + "tables: {books: {columns: {id: uuid, price: 'numeric(5,2)'}}}\n"
    json = (
        '{"schemagen": 1, "name": "library", "version": "1.0.0", "description": "Books", "postgres": 15,'
        ' "migrations": {"first_version": 1},'
        ' "tables": {"books": {"columns": {"id": "uuid", "price": "numeric(5,2)"}}}}'
    )
    from_yaml, _ = load("spec.yaml", reader({"spec.yaml": yaml}))
    from_json, _ = load("spec.json", reader({"spec.json": json}))
    assert from_yaml is not None and from_json is not None
    assert from_yaml.specification == from_json.specification


def test_bytes_that_are_no_utf_8_are_a_diagnostic() -> None:
    loaded, found = load("spec.yaml", reader({"spec.yaml": b"name: \xff"}))
    assert loaded is None
    assert [finding.code for finding in found] == ["not-utf-8"]


def test_what_is_right_is_checked_although_something_else_is_wrong() -> None:
    text = HEADER + "tables:\n  books: {colums: 1, columns: {id: uuid}}\n"
    loaded, found = load("spec.yaml", reader({"spec.yaml": text}))
    assert [finding.code for finding in found] == ["unknown-key"]
    assert loaded is not None and not loaded.complete
    assert list(loaded.specification.tables["books"].columns) == ["id"]
    assert {"tables", "books", "colums"} == set(loaded.taken_out)
