"""What is on disk and what is wanted come in; what to write and remove, and what forbids it, goes out."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeGuard

from schemagen.output.result import Change, Conflict, ConflictKind, Difference, OutputConflict, OutputResult
from schemagen.records import dataclass

MANIFEST = ".schemagen-manifest.json"
_MANIFEST_FORMAT = 1
LOCK = ".schemagen-lock"
TEMPORARY = re.compile(r"\.schemagen-[0-9]+\.tmp")
_SHA256 = re.compile("[0-9a-f]{64}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` are as the last whole build left them; `pending` as an unfinished one was about to."""

    files: dict[str, str]
    pending: dict[str, str]

    def text(self) -> str:
        content: dict[str, object] = {"format": _MANIFEST_FORMAT, "files": self.files}
        if self.pending:
            content["pending"] = self.pending
        return json.dumps(content, indent=2, sort_keys=True) + "\n"


class State(StrEnum):
    ABSENT = "absent"
    FILE = "a file"
    FOLDER = "a folder"
    LINK = "a symbolic link"
    SPECIAL = "not a regular file"


class Disk:
    """What is below the output folder, looked at once: nothing of it changes while a build holds the lock."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._states: dict[str, State] = {}

    def state(self, path: str) -> tuple[State, str]:
        """What is at a path, or the first part of the path that is in the way, and the path it is at."""
        part, state = "", State.ABSENT
        for segment in path.split("/"):
            part = f"{part}/{segment}" if part else segment
            if part not in self._states:
                self._states[part] = self._look(part)
            state = self._states[part]
            if state is not State.FOLDER:
                break
        return state, part

    def _look(self, part: str) -> State:
        try:
            mode = (self.root / part).lstat().st_mode
        except FileNotFoundError:
            return State.ABSENT
        if stat.S_ISLNK(mode):
            return State.LINK
        if stat.S_ISDIR(mode):
            return State.FOLDER
        return State.FILE if stat.S_ISREG(mode) else State.SPECIAL


class Plan:
    """What has to be written and removed, and what forbids it, from what is on disk now."""

    def __init__(
        self, disk: Disk, manifest: Manifest, wanted: Mapping[str, bytes], force: bool, within: tuple[str, ...]
    ) -> None:
        self.disk, self.manifest, self.wanted, self.force = disk, manifest, wanted, force
        # Files of ours that this write is not about; they stay ours.
        self.elsewhere = {path: digest for path, digest in manifest.files.items() if not path.startswith(within)}
        self.write: list[str] = []
        self.remove: list[str] = []
        # No longer made and not there: removed by hand or by a build that was stopped before it had tidied up.
        self.gone: list[str] = []
        self.unchanged: list[str] = []
        self.overwritten: list[str] = []
        self.kept: list[str] = []
        self.conflicts: list[Conflict] = []
        self.on_disk: dict[str, bytes] = {}
        # The hashes of the files on disk that are as a build, finished or not, wrote them.
        self.ours: dict[str, str] = {}
        self.hashes = {path: _hash(content) for path, content in wanted.items()}
        for path in sorted({*manifest.files, *manifest.pending} - wanted.keys() - self.elsewhere.keys()):
            self._consider_stale(path)
        self._going = frozenset(self.remove)
        for path in wanted:
            self._consider(path)

    def result(self, conflicts: Iterable[Conflict] = (), differences: Iterable[Difference] = ()) -> OutputResult:
        """The plan as what was done, or would be."""
        return OutputResult(
            tuple(self.write),
            tuple(self.remove),
            tuple(self.unchanged),
            tuple(self.overwritten),
            tuple(self.kept),
            tuple(sorted(conflicts)),
            tuple(differences),
        )

    def differences(self) -> Iterator[Difference]:
        """Every file that is on disk not what is wanted; the manifest only where nothing else differs."""
        found = False
        for path in sorted({*self.wanted, *self.remove, *(conflict.path for conflict in self.conflicts)}):
            old, new = self.on_disk.get(path), self.wanted.get(path)
            if old != new:
                found = True
                yield _difference(self.disk.root, path, old, new)
        if not found:
            manifest = self.disk.root / MANIFEST
            old, new = manifest.read_bytes() if manifest.exists() else None, self.new_manifest().text().encode()
            if old != new:
                yield _difference(self.disk.root, MANIFEST, old, new)

    def new_manifest(self) -> Manifest:
        return Manifest({**self.elsewhere, **self.hashes}, {})

    def _consider_stale(self, path: str) -> None:
        """A file that we wrote and that is no longer made."""
        state, at = self.disk.state(path)
        if state is State.ABSENT:
            self.gone.append(path)
        if state is not State.FILE or at != path:
            return
        if self._is_ours(path, self._read(path)):
            self.remove.append(path)
        elif path in self.manifest.files:
            if self.force:
                self.kept.append(path)
            else:
                message = "was edited by hand and is no longer made"
                self._conflict(path, ConflictKind.EDITED, message, "remove it, or keep it with --force")

    def _consider(self, path: str) -> None:
        """A file that is to be there."""
        state, at = self.disk.state(path)
        if state is State.ABSENT or (at != path and at in self._going):
            self.write.append(path)
        elif state is State.LINK:
            message = "is a symbolic link" if at == path else f"passes through the symbolic link {at}"
            self._conflict(path, ConflictKind.LINK, message, "remove the link")
        elif state is State.FOLDER and self._will_be_empty(path):
            self.write.append(path)
        elif state is not State.FILE or at != path:
            self._conflict(path, ConflictKind.FOREIGN, f"{at} is {state} in the way", "move it away")
        else:
            self._consider_file(path)

    def _consider_file(self, path: str) -> None:
        content = self._read(path)
        if content == self.wanted[path]:
            self.unchanged.append(path)
            self.ours[path] = self.hashes[path]
            return
        if not self._is_ours(path, content):
            if path not in self.manifest.files:
                self._conflict(path, ConflictKind.FOREIGN, "is not a file that a build wrote", "move it away")
                return
            if not self.force:
                advice = "put the change into the specification, or lose it with --force"
                self._conflict(path, ConflictKind.EDITED, "was edited by hand", advice)
                return
            self.overwritten.append(path)
        self.write.append(path)

    def _is_ours(self, path: str, content: bytes) -> bool:
        """Whether a file is still what a build wrote."""
        digest = _hash(content)
        if digest not in (self.manifest.files.get(path), self.manifest.pending.get(path)):
            return False
        self.ours[path] = digest
        return True

    def _conflict(self, path: str, kind: ConflictKind, message: str, help: str) -> None:
        self.conflicts.append(Conflict(path, kind, message, help))

    def _read(self, path: str) -> bytes:
        content = self.on_disk[path] = (self.disk.root / path).read_bytes()
        return content

    def _will_be_empty(self, folder: str) -> bool:
        """Whether a folder goes away because all of its files are going to be removed."""
        for place, folders, names in os.walk(self.disk.root / folder):
            paths = [(Path(place) / name).relative_to(self.disk.root).as_posix() for name in names]
            if not (paths or folders) or not self._going.issuperset(paths):
                return False
        return True


def unsafe_paths(paths: Iterable[str]) -> list[Conflict]:
    """Every wanted path that could leave the output folder, mean another path, or take a name of ours."""
    conflicts = []
    seen: dict[str, str] = {}
    for path in sorted(paths):
        reason = _unsafe(path)
        folded = unicodedata.normalize("NFC", path).casefold()
        if not reason and folded in seen:
            reason = f"is the same file as '{seen[folded]}' on some file systems"
        seen[folded] = path
        if reason:
            conflicts.append(Conflict(path, ConflictKind.UNSAFE_PATH, reason, "choose another name"))
    for folded, path in seen.items():
        parts = folded.split("/")
        above = next((p for n in range(1, len(parts)) if (p := "/".join(parts[:n])) in seen), None)
        if above is not None:
            reason = f"needs '{seen[above]}' to be a folder, which is a file"
            conflicts.append(Conflict(path, ConflictKind.UNSAFE_PATH, reason, "choose another name"))
    return conflicts


def _unsafe(path: str) -> str:
    """Why a path may not be written, or an empty string."""
    segments = path.split("/")
    if _CONTROL.search(path):
        return "holds a control character"
    if "\\" in path or ":" in path:
        return "holds a backslash or a colon"
    if not all(segments):
        return "is absolute or has an empty part"
    if any(segment in (".", "..") for segment in segments):
        return "holds the part '.' or '..'"
    if any(s.casefold() in (MANIFEST, LOCK) or TEMPORARY.fullmatch(s.casefold()) for s in segments):
        return "is a name that builds use themselves"
    return ""


def read_manifest(root: Path) -> Manifest:
    """What the last build wrote; raises OutputConflict where the manifest cannot be trusted."""
    path = root / MANIFEST
    content: object = None
    if not path.is_symlink():
        try:
            content = json.loads(path.read_bytes())
        except FileNotFoundError:
            return Manifest({}, {})
        except (ValueError, RecursionError):
            # It is reported below like any other text that is no manifest, such as a conflict of a merge.
            pass
    if isinstance(content, dict) and content.keys() <= {"format", "files", "pending"}:
        files, pending = content.get("files"), content.get("pending", {})
        if content.get("format") == _MANIFEST_FORMAT and _are_hashes(files) and _are_hashes(pending):
            return Manifest(files, pending)
    advice = "restore it from version control, or remove the whole folder and build again"
    message = "is not a manifest that this version wrote"
    raise OutputConflict([Conflict(MANIFEST, ConflictKind.MANIFEST, message, advice)])


def _are_hashes(value: object) -> TypeGuard[dict[str, str]]:
    """Whether a value of a manifest maps paths, none of which leaves the folder, to SHA-256."""
    return isinstance(value, dict) and all(
        not _unsafe(path) and isinstance(digest, str) and _SHA256.fullmatch(digest) for path, digest in value.items()
    )


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _difference(root: Path, path: str, old: bytes | None, new: bytes | None) -> Difference:
    import difflib

    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    shown = f"{root.resolve().name}/{path}"
    labels = (f"{shown} (on disk)", f"{shown} (from the specification)")
    lines = "".join(difflib.unified_diff(_lines(old), _lines(new), *labels))
    return Difference(path, change, lines or f"--- {labels[0]}\n+++ {labels[1]}\n")


def _lines(content: bytes | None) -> list[str]:
    """Lines that each end in a line feed, as a unified diff wants them."""
    if not content:
        return []
    *lines, last = content.decode("utf-8", "backslashreplace").split("\n")
    ended = [f"{line}\n" for line in lines]
    return [*ended, f"{last}\n\\ No newline at end of file\n"] if last else ended
