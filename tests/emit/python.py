"""Loads emitted models for the tests: in, a file; out, what pydantic says of values."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ValidationError


class Models:
    """The models of one file."""

    def __init__(self, file: Path) -> None:
        # Modules find the types in annotations by their name, which must be that of one file only.
        name = "emitted_" + "".join(c if c.isalnum() else "_" for c in str(file))
        spec = importlib.util.spec_from_file_location(name, file)
        assert spec is not None and spec.loader is not None
        self.module = importlib.util.module_from_spec(spec)
        sys.modules[name] = self.module
        try:
            spec.loader.exec_module(self.module)
        finally:
            del sys.modules[name]

    def __getitem__(self, name: str) -> type[BaseModel]:
        model = getattr(self.module, name)
        assert isinstance(model, type) and issubclass(model, BaseModel), name
        return model

    def judge(self, stem: str, column: str, sent: str, returned: str | None) -> tuple[bool, bool]:
        """Whether a column takes a JSON text, and Row what came back of it (True where nothing did)."""
        # The keys of Update are those of Insert, but none must be there.
        update, row = self[f"{stem}Update"], self[f"{stem}Row"]
        refused = _refusal(lambda: update.model_validate({column: json.loads(sent)}))
        as_text = _refusal(lambda: update.model_validate_json(f"{{{json.dumps(column)}: {sent}}}"))
        # pydantic reads no text that is nested deeper than two hundred times.
        assert bool(as_text) == bool(refused) or "recursion limit" in as_text, (column, sent[:200], refused, as_text)
        empty = row.model_construct()
        back = returned is None or not _refusal(
            lambda: row.__pydantic_validator__.validate_assignment(empty, column, json.loads(returned))
        )
        return not refused, back


def _refusal(validate: Callable[[], object]) -> str:
    """What validation complains about; empty where it does not."""
    try:
        validate()
    except ValidationError as error:
        return str(error)
    return ""
