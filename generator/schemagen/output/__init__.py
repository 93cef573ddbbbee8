"""`{path: text}` comes in; the files of the output folder go out: atomic, only what changed, only ours."""

from schemagen.output.foreign import foreign_files, owning_folder
from schemagen.output.plan import MANIFEST
from schemagen.output.result import (
    Change,
    Conflict,
    ConflictKind,
    Difference,
    OutputConflict,
    OutputResult,
)
from schemagen.output.write import read_owned, write_file, write_output

__all__ = [
    "MANIFEST",
    "Change",
    "Conflict",
    "ConflictKind",
    "Difference",
    "OutputConflict",
    "OutputResult",
    "foreign_files",
    "owning_folder",
    "read_owned",
    "write_file",
    "write_output",
]
